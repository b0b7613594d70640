// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/tex_text.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <string_view>

namespace deltascope::exports {

namespace {

enum class Place { text, base, above, below, prime };

struct Sign {
    char32_t sign;
    Place place;
    const char* tex;
};

constexpr Sign kSigns[] = {
    {U'#', Place::text, "\\#"}, {U'$', Place::text, "\\$"}, {U'%', Place::text, "\\%"}, {U'&', Place::text, "\\&"},
    {U'_', Place::text, "\\_"}, {U'{', Place::text, "\\{"}, {U'}', Place::text, "\\}"},
    {U'~', Place::text, "\\textasciitilde{}"}, {U'^', Place::text, "\\textasciicircum{}"},
    {U'\\', Place::text, "\\textbackslash{}"}, {U'<', Place::base, "<"}, {U'>', Place::base, ">"},
    {U'|', Place::base, "|"}, {U'"', Place::text, "''"}, {U'\u00a0', Place::text, "~"}, {U'\u2009', Place::text, "\\,"},
    {U'\u202f', Place::text, "\\,"}, {U'\n', Place::text, " "}, {U'\u2060', Place::text, ""},
    {U'\u200b', Place::text, ""},
    // Greek
    {U'α', Place::base, "\\alpha "}, {U'β', Place::base, "\\beta "}, {U'γ', Place::base, "\\gamma "},
    {U'δ', Place::base, "\\delta "}, {U'ε', Place::base, "\\varepsilon "}, {U'ζ', Place::base, "\\zeta "},
    {U'η', Place::base, "\\eta "}, {U'θ', Place::base, "\\theta "}, {U'ι', Place::base, "\\iota "},
    {U'κ', Place::base, "\\kappa "}, {U'λ', Place::base, "\\lambda "}, {U'μ', Place::base, "\\mu "},
    {U'µ', Place::base, "\\mu "}, {U'ν', Place::base, "\\nu "}, {U'ξ', Place::base, "\\xi "},
    {U'π', Place::base, "\\pi "}, {U'ρ', Place::base, "\\rho "}, {U'σ', Place::base, "\\sigma "},
    {U'τ', Place::base, "\\tau "}, {U'φ', Place::base, "\\varphi "}, {U'χ', Place::base, "\\chi "},
    {U'ψ', Place::base, "\\psi "}, {U'ω', Place::base, "\\omega "}, {U'Γ', Place::base, "\\Gamma "},
    {U'Δ', Place::base, "\\Delta "}, {U'Θ', Place::base, "\\Theta "}, {U'Λ', Place::base, "\\Lambda "},
    {U'Ξ', Place::base, "\\Xi "}, {U'Π', Place::base, "\\Pi "}, {U'Σ', Place::base, "\\Sigma "},
    {U'Φ', Place::base, "\\Phi "}, {U'Ψ', Place::base, "\\Psi "}, {U'Ω', Place::base, "\\Omega "},
    {U'ℓ', Place::base, "\\ell "},
    // operators and relations
    {U'∂', Place::base, "\\partial "}, {U'∇', Place::base, "\\nabla "}, {U'∑', Place::base, "\\sum "},
    {U'∏', Place::base, "\\prod "}, {U'∫', Place::base, "\\int "}, {U'√', Place::base, "\\surd "},
    {U'∞', Place::base, "\\infty "}, {U'≤', Place::base, "\\leq "}, {U'≥', Place::base, "\\geq "},
    {U'≠', Place::base, "\\neq "}, {U'≈', Place::base, "\\approx "}, {U'±', Place::base, "\\pm "},
    {U'×', Place::base, "\\times "}, {U'·', Place::base, "\\cdot "}, {U'−', Place::base, "-"},
    {U'÷', Place::base, "\\div "}, {U'⊙', Place::base, "\\odot "}, {U'∘', Place::base, "\\circ "},
    {U'∈', Place::base, "\\in "}, {U'←', Place::base, "\\leftarrow "}, {U'→', Place::base, "\\rightarrow "},
    {U'↑', Place::base, "\\uparrow "}, {U'↓', Place::base, "\\downarrow "}, {U'↔', Place::base, "\\leftrightarrow "},
    {U'‖', Place::base, "\\|"}, {U'⟨', Place::base, "\\langle "}, {U'⟩', Place::base, "\\rangle "},
    {U'⋮', Place::base, "\\vdots "}, {U'●', Place::base, "\\bullet "}, {U'•', Place::base, "\\bullet "},
    {U'▾', Place::base, "\\bigtriangledown "}, {U'½', Place::base, "\\frac{1}{2}"}, {U'¼', Place::base, "\\frac{1}{4}"},
    {U'¾', Place::base, "\\frac{3}{4}"}, {U'⅓', Place::base, "\\frac{1}{3}"}, {U'⅕', Place::base, "\\frac{1}{5}"},
    // raised and lowered
    {U'′', Place::prime, "'"}, {U'″', Place::prime, "''"}, {U'°', Place::above, "\\circ "}, {U'⁰', Place::above, "0"},
    {U'¹', Place::above, "1"}, {U'²', Place::above, "2"}, {U'³', Place::above, "3"}, {U'⁴', Place::above, "4"},
    {U'⁵', Place::above, "5"}, {U'⁶', Place::above, "6"}, {U'⁷', Place::above, "7"}, {U'⁸', Place::above, "8"},
    {U'⁹', Place::above, "9"}, {U'⁺', Place::above, "+"}, {U'⁻', Place::above, "-"}, {U'⁽', Place::above, "("},
    {U'⁾', Place::above, ")"}, {U'ⁱ', Place::above, "i"}, {U'ⁿ', Place::above, "n"}, {U'ˡ', Place::above, "l"},
    {U'ᴸ', Place::above, "L"}, {U'ᵀ', Place::above, "\\mathsf{T}"}, {U'ᵗ', Place::above, "t"},
    {U'ᶻ', Place::above, "z"}, {U'₀', Place::below, "0"}, {U'₁', Place::below, "1"}, {U'₂', Place::below, "2"},
    {U'₃', Place::below, "3"}, {U'₄', Place::below, "4"}, {U'₅', Place::below, "5"}, {U'₆', Place::below, "6"},
    {U'₇', Place::below, "7"}, {U'₈', Place::below, "8"}, {U'₉', Place::below, "9"}, {U'₊', Place::below, "+"},
    {U'₋', Place::below, "-"}, {U'ₗ', Place::below, "l"}, {U'ₜ', Place::below, "t"}, {U'ₘ', Place::below, "m"},
    {U'ₙ', Place::below, "n"}, {U'ᵢ', Place::below, "i"}, {U'ⱼ', Place::below, "j"}, {U'ₖ', Place::below, "k"},
    {U'₍', Place::below, "("}, {U'₎', Place::below, ")"},
    {U'\u0302', Place::above, "\\wedge "}, // a hat on what stands before it
};

const Sign* findSign(char32_t sign)
{
    const auto* found = std::ranges::find(kSigns, sign, &Sign::sign);
    return found == std::end(kSigns) ? nullptr : found;
}

/// Texts and formulas as they follow one another, each formula between $ and $.
class TexWriter {
public:
    void put(char32_t sign)
    {
        const Sign* known = findSign(sign);
        const Place place = known ? known->place : Place::text;
        const QByteArray tex = known ? QByteArray(known->tex) : QString::fromUcs4(&sign, 1).toUtf8();
        if (place != m_script)
            endScript();
        if ((place == Place::text) == m_formula) {
            m_tex += '$';
            m_formula = !m_formula;
            m_raised = m_lowered = false;
        }
        if (place == Place::base)
            m_raised = m_lowered = false;
        if ((place == Place::above || place == Place::below) && m_script == Place::text)
            beginScript(place);
        if (place == Place::prime && m_raised)
            m_tex += "{}";
        m_tex += tex;
        m_raised = m_raised || place == Place::prime;
        m_primed = place == Place::prime;
    }

    QByteArray finish()
    {
        endScript();
        return m_formula ? m_tex + '$' : m_tex;
    }

private:
    void beginScript(Place place)
    {
        bool& taken = place == Place::above ? m_raised : m_lowered;
        if (taken && !(place == Place::above && m_primed)) // TeX takes one of each, and one behind a prime
            m_tex += "{}";
        m_tex += place == Place::above ? "^{" : "_{";
        taken = true;
        m_script = place;
    }

    void endScript()
    {
        if (m_script != Place::text)
            m_tex += '}';
        m_script = Place::text;
    }

    QByteArray m_tex;
    Place m_script = Place::text; ///< in which the next sign may stand; text: in none
    bool m_formula = false;
    bool m_raised = false, m_lowered = false; ///< the present base has such a script
    bool m_primed = false; ///< the sign before was a prime
};

} // namespace

QByteArray texText(const QString& text)
{
    TexWriter writer;
    for (const char32_t sign : text.toUcs4())
        writer.put(sign);
    return writer.finish();
}

bool hasTex(char32_t sign)
{
    constexpr std::u32string_view kUtf8 = U"“”‘’„–—…"; // LaTeX reads them as they are, as it does letters with accents
    return sign < 0x7f || findSign(sign) || (sign >= 0xC0 && sign < 0x180) || kUtf8.find(sign) != kUtf8.npos;
}

} // namespace deltascope::exports
