// SPDX-License-Identifier: GPL-3.0-or-later
// Every sentence about results that stands in the core's sources has a checker or is reviewed as claiming nothing, and
// the tables hold none that stands nowhere.
#include "core/sentences/statement.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace deltascope::sentences {
namespace sources_test {

namespace fs = std::filesystem;

std::string sourceOf(const fs::path& path)
{
    std::stringstream stream;
    stream << std::ifstream(path).rdbuf();
    return stream.str();
}

/// The sources whose sentences are about results.
std::vector<std::string> sources()
{
    const fs::path core = fs::path(DELTASCOPE_SOURCE_DIR) / "core";
    std::vector<std::string> all;
    for (const char* folder : {"figures", "theory", "diagnosis", "network/operations", "gradient_check"})
        for (const auto& file : fs::recursive_directory_iterator(core / folder))
            if (file.path().extension() == ".cpp")
                all.push_back(sourceOf(file.path()));
    for (const char* file : {"results/ladder.cpp", "results/speed_ratios.cpp", "results/laws/linear_modes.cpp",
             "training/divergence.cpp", "evaluation/unreachable_target.cpp", "evaluation/decision.cpp"})
        all.push_back(sourceOf(core / file));
    return all;
}

/// The literal that begins at this quotation mark, with those that follow it; `at` is then behind them.
std::string literalAt(const std::string& source, std::size_t& at)
{
    std::string text;
    while (at < source.size() && source[at] == '"') {
        for (++at; source[at] != '"'; ++at)
            text += source[at] == '\\' ? source[++at] : source[at];
        at = source.find_first_not_of(" \n", at + 1);
    }
    return text;
}

/// The texts of translatable("core", "…" "…"), but those of what a figure is in general.
std::set<std::string> sentencesInSources()
{
    std::set<std::string> found;
    for (std::string source : sources()) {
        source.resize(std::min(source.size(), source.find("extern const FigureKind")));
        const std::string mark = "translatable(";
        for (std::size_t at = source.find(mark); at != std::string::npos; at = source.find(mark, at + 1)) {
            std::size_t begin = source.find_first_not_of(" \n", source.find(',', at) + 1);
            if (const std::string text = literalAt(source, begin); !text.empty())
                found.insert(text);
        }
    }
    return found;
}

/// Every literal: what has no word of its own, as "%1: %2", stands there without a mark.
std::set<std::string> literalsInSources()
{
    std::set<std::string> found;
    for (const std::string& source : sources())
        for (std::size_t at = source.find('"'); at != std::string::npos; at = source.find('"', at))
            found.insert(literalAt(source, at));
    return found;
}

std::set<std::string> sentencesInTables()
{
    std::set<std::string> known;
    for (const Row& row : allRows())
        known.insert(row.english);
    known.insert(plainSentences().begin(), plainSentences().end());
    return known;
}

TEST(SentencesSources, EachHasACheckerOrClaimsNothing)
{
    const std::set<std::string> known = sentencesInTables();
    for (const std::string& sentence : sentencesInSources())
        EXPECT_TRUE(known.contains(sentence)) << sentence;
}

TEST(SentencesSources, NoRowIsOfASentenceThatIsGone)
{
    const std::set<std::string> found = literalsInSources();
    for (const std::string& sentence : sentencesInTables())
        EXPECT_TRUE(found.contains(sentence)) << sentence;
}

TEST(SentencesSources, NoSentenceIsInTwoTables)
{
    std::set<std::string> seen(plainSentences().begin(), plainSentences().end());
    for (const Row& row : allRows())
        EXPECT_TRUE(seen.insert(row.english).second) << row.english;
}

} // namespace sources_test
} // namespace deltascope::sentences
