// SPDX-License-Identifier: GPL-3.0-or-later
// Every number that sources cite of the page of formulas stands there, and there once; every test that the report on
// accessibility names is there.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace citations_test {

namespace fs = std::filesystem;
const fs::path kTop = DELTASCOPE_SOURCE_DIR;
const std::string kPage = "core/maths.md"; // followed by "3.2", "3.2, 4.1 to 4.3" or "section 4"

std::string textOf(const fs::path& path)
{
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// How often each formula and section is defined: "**3.2 Name.**", "| 4.1 | …" or "## 3. Name".
std::map<std::string, int> defined()
{
    std::map<std::string, int> numbers;
    static const std::regex definition(R"(^(?:\*\*(\d+\.\d+)[ .]|\| (\d+\.\d+) \||## (\d+)\. ))");
    std::stringstream page(textOf(kTop / kPage));
    std::smatch match;
    for (std::string line; std::getline(page, line);)
        if (std::regex_search(line, match, definition))
            ++numbers[match[1].str() + match[2].str() + match[3].str()];
    return numbers;
}

TEST(Citations, EveryFormulaHasItsOwnNumber)
{
    const std::map<std::string, int> numbers = defined();
    EXPECT_GT(numbers.size(), 100u);
    for (const auto& [number, count] : numbers)
        EXPECT_EQ(count, 1) << number;
}

TEST(Citations, EveryCitedNumberStandsOnThePage)
{
    const std::map<std::string, int> numbers = defined();
    static const std::regex number(R"(^(?: section (\d+)|(?: |, | to | and )(\d+\.\d+)))");
    int seen = 0;
    for (const std::string folder : {"core", "app", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator(kTop / folder)) {
            const std::string suffix = entry.path().extension().string();
            if ((suffix != ".h" && suffix != ".cpp" && suffix != ".py")
                || entry.path().filename() == "citations_test.cpp")
                continue;
            const std::string text = textOf(entry.path());
            for (std::size_t at = text.find(kPage); at != std::string::npos; at = text.find(kPage, at + 1)) {
                std::string rest = text.substr(at + kPage.size(), 80);
                std::smatch match;
                EXPECT_TRUE(std::regex_search(rest, match, number)) << entry.path() << " cites the whole page";
                for (; std::regex_search(rest, match, number); rest = match.suffix(), ++seen)
                    EXPECT_TRUE(numbers.contains(match[1].str() + match[2].str())) << entry.path() << ": " << match[0];
            }
        }
    EXPECT_GT(seen, 150);
}

/// "Suite.Name" of all tests.
std::set<std::string> testNames()
{
    std::set<std::string> names;
    static const std::regex test(R"(TEST(?:_F|_P)?\(([A-Za-z]+),\s*([A-Za-z0-9]+)\))");
    for (const auto& entry : fs::recursive_directory_iterator(kTop / "tests"))
        if (entry.path().extension() == ".cpp") {
            const std::string text = textOf(entry.path());
            for (std::sregex_iterator match(text.begin(), text.end(), test), end; match != end; ++match)
                names.insert((*match)[1].str() + "." + (*match)[2].str());
        }
    return names;
}

TEST(Citations, WhatTheReportOnAccessibilitySaysIsSupportedHasATest)
{
    const std::set<std::string> names = testNames();
    static const std::regex name(R"([A-Z][A-Za-z]+\.[A-Z][A-Za-z0-9]+)");
    static const std::set<std::string> words{"supports", "partly", "not evaluated", "not applicable"};
    std::stringstream page(textOf(kTop / "resources/desktop/accessibility.md"));
    int supported = 0;
    for (std::string line; std::getline(page, line);) {
        if (!line.starts_with("| ") || line.starts_with("| WCAG"))
            continue;
        std::vector<std::string> cells; // criterion, word, how, tests
        std::stringstream row(line.substr(1));
        for (std::string cell; std::getline(row, cell, '|');)
            cells.push_back(cell.substr(1, cell.size() < 2 ? 0 : cell.find_last_not_of(' ')));
        ASSERT_EQ(cells.size(), 4u) << line;
        EXPECT_TRUE(words.contains(cells[1])) << line;
        int tests = 0;
        for (std::sregex_iterator match(cells[3].begin(), cells[3].end(), name), end; match != end; ++match, ++tests)
            EXPECT_TRUE(names.contains(match->str())) << match->str();
        EXPECT_EQ(tests > 0, cells[1] == "supports") << line;
        supported += cells[1] == "supports";
    }
    EXPECT_GT(supported, 20);
}

} // namespace citations_test
