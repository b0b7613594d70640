// SPDX-License-Identifier: GPL-3.0-or-later
// The Brazilian sentences say what the English ones say: the same arguments, the same numbers and symbols, and words of
// the same meaning where a word makes the sentence true or false.
#include "core/sentences/statement.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace deltascope::sentences {
namespace translations_test {

std::string unescaped(std::string text)
{
    for (const auto& [name, sign] : {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&quot;", "\""},
             std::pair{"&apos;", "'"}, std::pair{"&amp;", "&"}})
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1))
            text.replace(at, std::string_view(name).size(), sign);
    return text;
}

std::string between(const std::string& text, const std::string& open, const std::string& close, std::size_t& from)
{
    const std::size_t begin = text.find(open, from);
    if (begin == std::string::npos)
        return from = std::string::npos, "";
    const std::size_t start = text.find('>', begin) + 1, end = text.find(close, start);
    from = end;
    return unescaped(text.substr(start, end - start));
}

/// English and Portuguese of the context "core".
const std::map<std::string, std::string>& translations()
{
    static const std::map<std::string, std::string> all = [] {
        std::stringstream stream;
        stream << std::ifstream(DELTASCOPE_SOURCE_DIR "/resources/i18n/deltascope_pt_BR.ts").rdbuf();
        const std::string text = stream.str();
        const std::size_t begin = text.find("<name>core</name>"), end = text.find("</context>", begin);
        std::map<std::string, std::string> found;
        for (std::size_t at = begin; at < end;) {
            std::string english = between(text, "<source", "</source>", at);
            if (at >= end)
                break;
            found[english] = between(text, "<translation", "</translation>", at);
        }
        return found;
    }();
    return all;
}

std::multiset<std::string> matches(const std::string& text, const char* pattern)
{
    const std::regex expression(pattern);
    std::multiset<std::string> found;
    for (std::sregex_iterator each(text.begin(), text.end(), expression), end; each != end; ++each)
        found.insert(each->str());
    return found;
}

std::string withoutArguments(const std::string& text)
{
    return std::regex_replace(text, std::regex("%[0-9]+"), "");
}

/// Numbers, with a point as decimal mark.
std::multiset<std::string> numbersIn(const std::string& text, bool portuguese)
{
    std::multiset<std::string> found;
    for (std::string number : matches(withoutArguments(text), "[0-9]+([.,][0-9]+)?|\\.[0-9]+")) {
        if (portuguese)
            std::replace(number.begin(), number.end(), ',', '.');
        found.insert(number.starts_with('.') ? "0" + number : number);
    }
    return found;
}

bool isAboutResults(const std::string& english)
{
    static const std::set<std::string> all = [] {
        std::set<std::string> known(plainSentences().begin(), plainSentences().end());
        for (const Row& row : allRows())
            known.insert(row.english);
        return known;
    }();
    return all.contains(english);
}

/// Where this stands in English, that stands in Portuguese.
struct Meaning {
    const char* english;
    const char* portuguese;
};

constexpr Meaning kGlossary[] = {
    {"[Vv]anish", "[Dd]issip"},
    {"[Ee]xplod|[Ee]xplosion", "[Ee]xplo"},
    {"[Dd]ead\\b", "[Mm]ort"},
    {"[Ss]aturat", "[Ss]atura"},
    {"[Bb]alanced", "[Ee]quilibra"},
    {"exactly 0", "exatamente 0"},
    {"[Nn]oise", "ru.+do"},
    {"at most", "no m.+ximo"},
    {"at least", "pelo menos|no m.+nimo"},
    {"times as fast", "vezes"},
    {"as fast as", "velocidade|r.+pido qu"},
    {"more slowly", "mais devagar"},
    {"the same speed", "mesma velocidade"},
    {"underflow", "underflow"},
    {"fastest|faster", "mais r.+pid"},
    {"slowest|slower", "mais lent|mais devagar"},
    {"shrink", "encolh"},
    {"\\bgrow", "cres"},
    {"[Ll]argest|larger", "[Mm]aior"},
    {"[Ss]mallest|smaller", "[Mm]enor|pequen"},
    {"\\blast\\b", ".+ltim[ao]"},
    {"first layer|is the first", "[Pp]rimeira"},
    {"nothing", "[Nn]ada|nenhum|n.+o h"},
    {"never", "nunca"},
    {"[Mm]ean square", "m.+dia dos quadrados"},
    {"standard deviation", "desvio padr.+o"},
    {"[Mm]edian", "[Mm]edian"},
    {"below layer", "abaixo da camada"},
    {"overflow", "transbord"},
    {"[Mm]ean field", "[Cc]ampo m.+dio"},
};

/// What no translation may say of "about".
constexpr const char* kSaysLess[] = {"quase t.+o r.+pido"};

TEST(SentencesTranslated, EachIsThere)
{
    ASSERT_GT(translations().size(), 500U);
    for (const auto& [english, portuguese] : translations())
        EXPECT_NE(portuguese, "") << english;
}

TEST(SentencesTranslated, ArgumentsAreTheSame)
{
    for (const auto& [english, portuguese] : translations()) {
        const auto ours = matches(english, "%[0-9]+"), theirs = matches(portuguese, "%[0-9]+");
        EXPECT_EQ(std::set<std::string>(ours.begin(), ours.end()), std::set<std::string>(theirs.begin(), theirs.end()))
            << english << "\n  " << portuguese;
    }
}

TEST(SentencesTranslated, NumbersAndSymbolsAreTheSame)
{
    for (const auto& [english, portuguese] : translations()) {
        EXPECT_EQ(numbersIn(english, false), numbersIn(portuguese, true)) << english << "\n  " << portuguese;
        if (!isAboutResults(english))
            continue;
        const char* const symbols = "σ|δ|χ|∂|∏|‖|⟨|⟩|√|≥|<|>|∞|ε|′|±|₀|₁|₂|ₗ|ᴸ|ˡ";
        EXPECT_EQ(matches(english, symbols), matches(portuguese, symbols)) << english << "\n  " << portuguese;
    }
}

TEST(SentencesTranslated, WordsMeanTheSame)
{
    for (const auto& [english, portuguese] : translations()) {
        if (!isAboutResults(english))
            continue;
        for (const Meaning& meaning : kGlossary) {
            const bool asked = std::regex_search(english, std::regex(meaning.english));
            EXPECT_TRUE(!asked || std::regex_search(portuguese, std::regex(meaning.portuguese)))
                << meaning.english << " is not " << meaning.portuguese << "\n  " << english << "\n  " << portuguese;
        }
        for (const char* wrong : kSaysLess)
            EXPECT_FALSE(std::regex_search(portuguese, std::regex(wrong))) << english << "\n  " << portuguese;
    }
}

TEST(SentencesTranslated, EveryResultHasATranslation)
{
    // what holds only arguments and symbols stands in the sources without a mark
    for (const Row& row : allRows())
        EXPECT_TRUE(translations().contains(row.english) || !std::regex_search(row.english, std::regex("[a-z]{3}")))
            << row.english;
}

} // namespace translations_test
} // namespace deltascope::sentences
