// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house, read off the sources themselves.
#include "base/member_count.h"
#include "data/dataset_kind.h"
#include "figures/figure_kind.h"
#include "network/activations/activation.h"
#include "network/initializer.h"
#include "network/losses/loss.h"
#include "network/operations/operation.h"
#include "training/optimizer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace rules_test {

namespace fs = std::filesystem;
const fs::path kTop = DELTASCOPE_SOURCE_DIR;

struct Source {
    std::string path; // from the top, with '/'
    std::vector<std::string> lines;
};

std::vector<Source> sources(
    const std::vector<std::string>& folders, const std::set<std::string>& suffixes = {".h", ".cpp"})
{
    std::vector<Source> found;
    for (const std::string& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(kTop / folder)) {
            if (!entry.is_regular_file() || !suffixes.contains(entry.path().extension().string()))
                continue;
            Source source{fs::relative(entry.path(), kTop).generic_string(), {}};
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);)
                source.lines.push_back(line);
            found.push_back(std::move(source));
        }
    EXPECT_FALSE(found.empty());
    return found;
}

std::vector<std::string> includes(const Source& source)
{
    static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<std::string> names;
    std::smatch match;
    for (const std::string& line : source.lines)
        if (std::regex_search(line, match, pattern))
            names.push_back(match[1]);
    return names;
}

/// The file of this tree that an include names (core/ and app/ are the include roots), or "".
std::string resolve(const std::string& name)
{
    for (const std::string root : {"core/", "app/"})
        if (fs::exists(kTop / (root + name)))
            return root + name;
    return {};
}

/// An idea is a folder that is a library: deltascope_idea(NAME FOLDER folder LINK names… ROOMS folders…).
struct Idea {
    std::string folder;
    std::set<std::string> below; // names of all that it links, directly or not
};

std::map<std::string, Idea> ideas()
{
    static const std::regex row(R"(^deltascope_idea\((\w+)\s+FOLDER (\S+)\s+LINK ([\w ]+?)( ROOMS [\w ]+)?\))");
    std::map<std::string, Idea> found;
    for (const std::string root : {"core/", "app/"})
        for (const Source& source : sources({root}, {".txt"}))
            for (const std::string& line : source.lines) {
                std::smatch match;
                if (!std::regex_search(line, match, row))
                    continue;
                Idea idea{root + match[2].str(), {}};
                std::istringstream links(match[3]);
                for (std::string name; links >> name;) {
                    EXPECT_TRUE(name == "ground" || name == "qt" || found.contains(name)) << name << " is not below";
                    idea.below.insert(name);
                    idea.below.insert(found[name].below.begin(), found[name].below.end());
                }
                found[match[1]] = idea;
            }
    EXPECT_GT(found.size(), 30u);
    return found;
}

/// The idea whose folder a source lies in, or in a room of it; "" where it is a program's own.
std::string ideaOf(const std::string& path, const std::map<std::string, Idea>& known)
{
    std::string best;
    std::size_t length = 0;
    for (const auto& [name, idea] : known)
        if (path.starts_with(idea.folder + "/") && idea.folder.size() > length) {
            best = name;
            length = idea.folder.size();
        }
    return best;
}

TEST(Rules, TheTopLevelHoldsNothingElse)
{
    const std::set<std::string> allowed{
        "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "app", "core", "resources", "tests", "build"};
    for (const auto& entry : fs::directory_iterator(kTop)) {
        const std::string name = entry.path().filename().string();
        EXPECT_TRUE(allowed.contains(name) || name.starts_with(".")) << name;
    }
}

TEST(Rules, IncludesRunOneWayDown)
{
    const std::map<std::string, Idea> known = ideas();
    int seen = 0;
    for (const Source& source : sources({"core", "app"})) {
        const std::string from = ideaOf(source.path, known);
        if (from.empty())
            continue;
        for (const std::string& name : includes(source))
            if (const std::string target = resolve(name); !target.empty()) {
                const std::string to = ideaOf(target, known);
                EXPECT_TRUE(to == from || known.at(from).below.contains(to)) << source.path << " includes " << name;
                ++seen;
            }
    }
    EXPECT_GT(seen, 1000);
}

TEST(Rules, AFolderIsANamespace)
{
    const std::map<std::string, Idea> known = ideas();
    for (const Source& source : sources({"core", "app"})) {
        const std::string idea = ideaOf(source.path, known);
        if (idea.empty() || source.path.ends_with("/main.cpp"))
            continue;
        const bool own = std::ranges::any_of(source.lines,
            [](const std::string& line) { return line.starts_with("namespace deltascope::") && line.ends_with("{"); });
        const bool base =
            idea == "base" && std::ranges::find(source.lines, "namespace deltascope {") != source.lines.end();
        EXPECT_TRUE(own || base) << source.path;
    }
}

TEST(Rules, AFolderHasAFewSiblings)
{
    std::map<std::string, int> count;
    for (const Source& source : sources({"core", "app", "tests"}))
        ++count[source.path.substr(0, source.path.rfind('/'))];
    for (const auto& [folder, files] : count)
        EXPECT_LE(files, 30) << folder << ": make two ideas of one";
}

TEST(Rules, TheCoreKnowsNoQt)
{
    const std::regex qt(R"(^(Q[A-Z].*|Qt.*|qcustomplot\.h)$)");
    for (const Source& source : sources({"core"}))
        for (const std::string& name : includes(source))
            EXPECT_FALSE(std::regex_match(name, qt)) << source.path << " includes " << name;
}

TEST(Rules, OnlyRenderIncludesQCustomPlot)
{
    for (const Source& source : sources({"app", "tests"}))
        for (const std::string& name : includes(source))
            EXPECT_TRUE(name != "qcustomplot.h" || source.path.starts_with("app/render/")
                || source.path == "tests/bench/bare_window.cpp") // a peer that is measured against
                << source.path;
}

TEST(Rules, PanelsNeverSeeEachOther)
{
    for (const Source& source : sources({"app/window/panels/kinds"}))
        for (const std::string& name : includes(source))
            EXPECT_FALSE(name.starts_with("window/panels/kinds/")) << source.path << ": " << name;
}

TEST(Rules, AFileOfMoreThan500LinesSaysWhy)
{
    for (const Source& source : sources({"core", "app", "tests"})) {
        const bool says = source.lines.size() > 1 && source.lines[1].starts_with("// Long because ");
        EXPECT_TRUE(source.lines.size() <= 500 || says) << source.path;
    }
}

TEST(Rules, EverySourceStatesItsLicence)
{
    for (const Source& source : sources({"core", "app", "tests"})) {
        ASSERT_FALSE(source.lines.empty()) << source.path;
        EXPECT_NE(source.lines.front().find("SPDX-License-Identifier: GPL-3.0-or-later"), std::string::npos)
            << source.path;
    }
}

TEST(Rules, NamesAreTheFieldsOwn)
{
    const std::regex vague(R"((^|[_/])(utils?|helpers?|managers?|misc|common|data2)([_./]|$))", std::regex::icase);
    for (const Source& source : sources({"core", "app", "tests"}, {".h", ".cpp", ".cmake", ".sh", ".py", ".json"}))
        EXPECT_FALSE(std::regex_search(source.path, vague)) << source.path;
}

TEST(Rules, NothingIsLeftOpenAndNobodyIsASingleton)
{
    // Spelled in halves, so that this file does not hold what it looks for.
    const std::vector<std::string> open{"TO"
                                        "DO",
        "FIX"
        "ME",
        "HA"
        "CK:",
        "not impl"
        "emented"};
    for (const Source& source : sources({"core", "app", "tests", "resources"}, {".h", ".cpp", ".cmake", ".sh", ".py"}))
        for (const std::string& line : source.lines) {
            for (const std::string& mark : open)
                EXPECT_EQ(line.find(mark), std::string::npos) << source.path << ": " << line;
            const bool singleton = line.find("static ") != std::string::npos
                && (line.find("& instance(") != std::string::npos || line.find("& shared(") != std::string::npos);
            EXPECT_FALSE(singleton) << source.path << ": " << line;
        }
}

TEST(Rules, NoFastMathAndNoNativeMachine)
{
    for (const Source& source : sources({"core", "app", "tests"}, {".txt", ".cmake"}))
        for (const std::string& line : source.lines) {
            EXPECT_EQ(line.find("-ffast-math"), std::string::npos) << source.path;
            if (source.path != "tests/bench/CMakeLists.txt") { // where a peer may be as fast as the machine lets it
                EXPECT_EQ(line.find("-march=native"), std::string::npos) << source.path;
            }
        }
}

/// Where the kinds of each registry lie.
const std::map<std::string, std::string> kKinds{
    {"activations", "core/network/activations"},
    {"initializers", "core/network/initializers"},
    {"losses", "core/network/losses"},
    {"optimizers", "core/training/optimizers"},
    {"datasets", "core/data/datasets"},
    {"figures", "core/figures/kinds"},
    {"operations", "core/network/operations"},
};

std::set<std::string> filesOf(const std::string& folder)
{
    std::set<std::string> ids;
    for (const auto& entry : fs::directory_iterator(kTop / folder))
        if (entry.path().extension() == ".cpp")
            ids.insert(entry.path().stem().string());
    return ids;
}

template <class Kind>
std::set<std::string> idsOf(std::span<const Kind* const> registry)
{
    std::set<std::string> ids;
    for (const Kind* kind : registry)
        EXPECT_TRUE(ids.insert(std::string(kind->id)).second) << kind->id << " twice";
    return ids;
}

TEST(Rules, AKindIsOneFileNamedByItsId)
{
    using namespace deltascope;
    EXPECT_EQ(idsOf(activations::activationsRegistry()), filesOf(kKinds.at("activations")));
    EXPECT_EQ(idsOf(network::initializersRegistry()), filesOf(kKinds.at("initializers")));
    EXPECT_EQ(idsOf(losses::lossesRegistry()), filesOf(kKinds.at("losses")));
    EXPECT_EQ(idsOf(training::optimizersRegistry()), filesOf(kKinds.at("optimizers")));
    EXPECT_EQ(idsOf(data::datasetsRegistry()), filesOf(kKinds.at("datasets")));
    EXPECT_EQ(idsOf(figures::figuresRegistry()), filesOf(kKinds.at("figures")));
    EXPECT_EQ(idsOf(operations::operationsRegistry()), filesOf(kKinds.at("operations")));
}

/// Where a line branches on a kind or takes hold of its record: == "id", != "id" or folder::id.
bool branchesOn(const std::string& line, const std::string& folder, const std::string& id)
{
    if (line.find("== \"" + id + "\"") != std::string::npos || line.find("!= \"" + id + "\"") != std::string::npos)
        return true;
    const std::string record = folder + "::" + id;
    const std::size_t place = line.find(record);
    if (place == std::string::npos)
        return false;
    const std::size_t end = place + record.size();
    return end == line.size() || !(std::isalnum(static_cast<unsigned char>(line[end])) || line[end] == '_');
}

TEST(Rules, NoKindIsNamedOutsideItsFile)
{
    for (const Source& source : sources({"core", "app"}))
        for (const auto& [registry, folder] : kKinds)
            for (const std::string& id : filesOf(folder)) {
                if (source.path == folder + "/" + id + ".cpp")
                    continue;
                for (const std::string& line : source.lines) {
                    if (registry == "operations" && line.find("operations::") == std::string::npos)
                        continue; // "bias" and "linear" are names of much else
                    EXPECT_FALSE(branchesOn(line, registry, id)) << source.path << ": " << line;
                }
            }
}

TEST(Rules, ABranchOnAKindIsSeen)
{
    EXPECT_TRUE(branchesOn("if (s.activation == \"relu\")", "activations", "relu"));
    EXPECT_TRUE(branchesOn("return activations::relu;", "activations", "relu"));
    EXPECT_FALSE(branchesOn("return activations::relu_like;", "activations", "relu"));
    EXPECT_FALSE(branchesOn("std::string activation = \"relu\";", "activations", "relu"));
}

/// Just behind the text, character or comment that begins at `i`; `i` itself where none does.
std::size_t behindQuoted(const std::string& text, std::size_t i)
{
    const auto behind = [&](const char* end, std::size_t from) {
        const std::size_t place = text.find(end, from);
        return place == std::string::npos ? text.size() : place + std::string_view(end).size();
    };
    if (text.compare(i, 2, "//") == 0)
        return behind("\n", i);
    if (text.compare(i, 2, "/*") == 0)
        return behind("*/", i + 2);
    if (text.compare(i, 3, "R\"(") == 0)
        return behind(")\"", i + 3);
    const bool separates = text[i] == '\'' && i > 0 && std::isalnum(static_cast<unsigned char>(text[i - 1])); // 1'000
    if ((text[i] != '"' && text[i] != '\'') || separates)
        return i;
    std::size_t end = i + 1;
    while (end < text.size() && text[end] != text[i])
        end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
}

/// The source without directives, and without what stands in comments, texts and characters.
std::string bare(const Source& source)
{
    std::string text, left;
    for (const std::string& line : source.lines)
        if (const std::size_t first = line.find_first_not_of(' '); first != std::string::npos && line[first] != '#')
            text += line + '\n';
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t behind = behindQuoted(text, i);
        if (behind == i)
            left += text[i++];
        else
            i = behind;
    }
    return left;
}

/// The types that a source defines for others: each with the namespaces and types that it stands in.
std::set<std::string> typesIn(const std::string& text)
{
    static const std::regex space(R"(\bnamespace\s*([\w:]*)\s*$)");
    static const std::regex type(R"(\b(?:struct|class|enum|union)\s+(?:class\s+|struct\s+)?(?:\[\[\w+\]\]\s*)?([\w:]+))"
                                 R"((?:\s+final)?\s*(?::[^:(][^(]*)?$)");
    std::set<std::string> types;
    std::vector<std::string> around; // "": no place for a type that others see
    std::size_t last = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '}' && !around.empty())
            around.pop_back();
        if (text[i] == '{') {
            const std::string head = text.substr(last, i - last);
            std::smatch name;
            const bool seen = std::ranges::find(around, "") == around.end();
            std::string outer;
            for (const std::string& each : around)
                outer += each + "::";
            if (std::regex_search(head, name, space)) {
                around.push_back(name[1]);
            } else if (std::regex_search(head, name, type)) {
                if (seen)
                    types.insert(outer + name[1].str());
                around.push_back(name[1]);
            } else {
                around.emplace_back();
            }
        }
        if (text[i] == '{' || text[i] == '}' || text[i] == ';')
            last = i + 1;
    }
    return types;
}

TEST(Rules, ATypeIsDefinedOnce)
{
    for (const std::string tests : {"tests/core", "tests/app", "tests/cli"}) { // each a program of its own
        std::map<std::string, std::string> known;
        for (const Source& source : sources({"core", "app", tests}))
            for (const std::string& type : typesIn(bare(source))) {
                const auto [place, isNew] = known.emplace(type, source.path);
                EXPECT_TRUE(isNew) << type << " in " << place->second << " and in " << source.path;
            }
        EXPECT_GT(known.size(), 300u);
    }
}

TEST(Rules, ATypeDefinedTwiceIsSeen)
{
    const std::set<std::string> found =
        typesIn("namespace deltascope { struct A { enum class B { one }; int f() { "
                "struct Local { int i; }; return 0; } };\nclass C final : public A {};\n"
                "namespace { struct Hidden {}; } template <class T> class D {};\n"
                "struct Declared; extern const A a; const A a{.b = 1}; }");
    EXPECT_EQ(found, (std::set<std::string>{"deltascope::A", "deltascope::A::B", "deltascope::C", "deltascope::D"}));
}

struct ThreeMembers {
    int first;
    std::string second;
    std::vector<double> third;
};
static_assert(deltascope::kMemberCount<ThreeMembers> == 3, "the count that proves each Scenario member has a row");

} // namespace rules_test
