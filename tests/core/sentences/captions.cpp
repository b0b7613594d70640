// SPDX-License-Identifier: GPL-3.0-or-later
// Captions against the verdict, and what must be said and is not.
#include "core/sentences/statement.h"

#include <algorithm>
#include <optional>

namespace deltascope::sentences {
namespace {

struct Size {
    int sign = 0;
    long double log10 = 0;
};

std::optional<Size> sizeOf(const Message& message, std::size_t n)
{
    if (message.arguments.size() < n)
        return std::nullopt;
    const auto& value = message.arguments[n - 1].value;
    if (const auto* told = std::get_if<Argument::Nested>(&value)) {
        const std::optional<Number> ratio = ratioOfPace(told->front());
        return ratio ? std::optional(Size{ratio->sign(), ratio->log10()}) : std::nullopt;
    }
    if (const auto* size = std::get_if<Magnitude>(&value))
        return Size{size->sign, size->log10};
    if (const auto* real = std::get_if<Real>(&value))
        return Size{Number(static_cast<long double>(real->value)).sign(),
            Number(static_cast<long double>(real->value)).log10()};
    return std::nullopt;
}

/// Where a sentence tells how fast the first layer learns beside the last one.
struct Told {
    const char* english;
    std::size_t argument;
};

/// Decades; a ratio that is told as practically 1 may be off by so much.
constexpr long double kSameRatio = 2.2e-3L;

constexpr Told kRatios[] = {
    {"Vanishing: layer 1 learns %1.", 1},
    {"Exploding: layer 1 learns %1.", 1},
    {"Uneven: layer 1 learns %1, on average by a factor of %2 per layer.", 1},
    {"Balanced: layer 1 learns %1.", 1},
    {"%1 = %2 and %3 = %4: layer 1 learns %5.", 5},
    {"Learning speed |δˡ|: %1 in layer 1, %2 in layer %3; their ratio is |%4| = %5.", 5},
    {"At depth %1 layer 1 learns %2.", 2},
    {"At depth %1 layer 1 learns %2; by mean field (rms), %3.", 2},
};

std::optional<Size> ratioIn(const Message& message)
{
    for (const Told& told : kRatios)
        if (message.english == told.english)
            return sizeOf(message, told.argument);
    return std::nullopt;
}

class Comparison {
public:
    Comparison(const Case& in, std::span<const figures::Figure> figures, std::vector<Fault>& faults)
        : m_case(in)
        , m_figures(figures)
        , m_faults(faults)
    {
    }

    void ratios()
    {
        const std::optional<Size> verdict = ratioIn(m_case.diagnosis.headline);
        for (const figures::Figure& figure : m_figures) {
            const std::optional<Size> caption = ratioIn(figure.caption);
            if (!caption || m_case.view().average != "norm_of_mean")
                continue;
            if (verdict && (caption->sign != verdict->sign || std::abs(caption->log10 - verdict->log10) > kSameRatio))
                add(figure, "tells another ratio than the verdict");
            if (m_case.diagnosis.verdict == diagnosis::Verdict::dead && caption->sign != 0
                && m_case.truth->learnsNothing(1))
                add(figure, "tells a speed of a layer that the verdict calls dead");
        }
    }

    void directions()
    {
        const bool level = m_case.truth->ratio(1, m_case.truth->depth(), Average::normOfMean).log10() < 0;
        for (const figures::Figure& figure : m_figures)
            if (figure.caption.english.find("so a layer with this w shrinks the gradient") != std::string::npos
                && !level && m_case.diagnosis.verdict == diagnosis::Verdict::exploding
                && m_case.scenario().layers.empty()
                && (m_case.scenario().initializer == "constant" || m_case.scenario().initializer == "balanced")
                && m_case.scenario().activation == m_case.scenario().outputActivation)
                add(figure, "says that every layer shrinks the gradient, which the verdict calls exploding");
    }

    void deadLayers()
    {
        const diagnosis::Verdict verdict = m_case.diagnosis.verdict;
        const Oracle& truth = *m_case.truth;
        int dead = 0;
        for (int l = 1; l <= truth.depth(); ++l)
            dead += truth.learnsNothing(l);
        const std::string& headline = m_case.diagnosis.headline.english;
        const bool nothing = headline.starts_with("Nothing to learn");
        const bool inPart = headline.starts_with("Dead in part");
        if (truth.learnsNothing(1) && verdict != diagnosis::Verdict::dead && !nothing)
            verdictFault("layer 1 learns nothing, and the verdict does not say so");
        if (dead == 0 && !inPart && (verdict == diagnosis::Verdict::dead || nothing))
            verdictFault("every layer learns");
        for (const Message& detail : m_case.diagnosis.details)
            if (detail.english.find("learns fastest") != std::string::npos && truth.learnsNothing(1)
                && verdict == diagnosis::Verdict::dead && !detail.arguments.empty()
                && std::get_if<std::int64_t>(&detail.arguments[0].value)
                && truth.learnsNothing(static_cast<int>(std::get<std::int64_t>(detail.arguments[0].value))))
                verdictFault("the fastest layer is a dead one");
    }

    void noise()
    {
        const bool said = std::ranges::any_of(m_case.diagnosis.details,
            [](const Message& each) { return each.english.find("noise") != std::string::npos; });
        for (int l = 1; l <= m_case.truth->depth() && !said; ++l)
            if (m_case.truth->noiseShare(l) > 0.5L && !m_case.truth->learnsNothing(l))
                return verdictFault("f′ of layer " + std::to_string(l) + " is noise in doubles, and nothing says so");
    }

private:
    void add(const figures::Figure& figure, std::string why)
    {
        m_faults.push_back({"(caption against verdict) " + why,
            plainText(figure.caption) + "” – “" + plainText(m_case.diagnosis.headline), why, figure.id});
    }
    void verdictFault(std::string why)
    {
        m_faults.push_back({"(verdict against truth) " + why.substr(0, why.find(" of layer")),
            plainText(m_case.diagnosis.headline), why, "verdict"});
    }

    const Case& m_case;
    std::span<const figures::Figure> m_figures;
    std::vector<Fault>& m_faults;
};

} // namespace

std::vector<Fault> contradictions(const Case& in, std::span<const figures::Figure> figures)
{
    std::vector<Fault> faults;
    Comparison comparison(in, figures, faults);
    comparison.ratios();
    comparison.directions();
    comparison.deadLayers();
    comparison.noise();
    return faults;
}

} // namespace deltascope::sentences
