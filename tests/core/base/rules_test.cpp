// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house, read off the sources themselves.
#include "base/member_count.h"
#include "data/dataset_kind.h"
#include "figures/figure_kind.h"
#include "network/activations/activation.h"
#include "network/initializer.h"
#include "network/losses/loss.h"
#include "network/operation.h"
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

/// For each folder, the folders that its sources include, one of them for each.
using Above = std::map<std::string, std::map<std::string, std::string>>;

/// Folders that include each other, as "a/x.h includes …" lines around the circle; empty where there is none.
std::string circle(const Above& above)
{
    std::map<std::string, int> left; // folders below that are not done
    std::vector<std::string> done;
    for (const auto& [folder, below] : above) {
        left[folder] += static_cast<int>(below.size());
        for (const auto& [name, line] : below)
            left[name] += 0;
    }
    for (const auto& [folder, count] : left)
        if (count == 0)
            done.push_back(folder);
    for (std::size_t i = 0; i < done.size(); ++i)
        for (const auto& [folder, below] : above)
            if (below.contains(done[i]) && --left[folder] == 0)
                done.push_back(folder);
    std::string lines;
    for (const auto& [folder, below] : above)
        for (const auto& [name, line] : below)
            if (left[folder] > 0 && left[name] > 0)
                lines += line + "\n";
    return lines;
}

TEST(Rules, FoldersMakeNoCircle)
{
    Above above;
    for (const Source& source : sources({"core", "app"}))
        for (const std::string& name : includes(source)) {
            const std::string target = resolve(name);
            const std::string from = source.path.substr(0, source.path.rfind('/'));
            if (const std::string to = target.substr(0, target.rfind('/')); !target.empty() && to != from)
                above[from][to] = source.path + " includes " + name;
        }
    EXPECT_GT(above.size(), 50u);
    EXPECT_EQ(circle(above), "");
}

TEST(Rules, ACircleIsSeen)
{
    EXPECT_EQ(circle({{"c", {{"b", "1"}}}, {"b", {{"a", "2"}}}, {"d", {{"a", "3"}}}}), "");
    EXPECT_EQ(circle({{"c", {{"b", "1"}}}, {"b", {{"a", "2"}, {"c", "3"}}}, {"d", {{"a", "4"}}}}), "3\n1\n");
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

TEST(Rules, OnlyRenderIncludesQCustomPlotAndPanelsNeverSeeEachOther)
{
    for (const Source& source : sources({"app", "tests"}))
        for (const std::string& name : includes(source)) {
            EXPECT_TRUE(name != "qcustomplot.h" || source.path.starts_with("app/render/")
                || source.path == "tests/bench/bare_window.cpp") // a peer that is measured against
                << source.path;
            EXPECT_FALSE(
                name.starts_with("window/panels/kinds/") && source.path.starts_with("app/window/panels/kinds/"))
                << source.path << ": " << name;
        }
}

TEST(Rules, ASourceStatesItsLicenceAndWhyItIsLong)
{
    for (const Source& source : sources({"core", "app", "tests"})) {
        ASSERT_FALSE(source.lines.empty()) << source.path;
        EXPECT_NE(source.lines[0].find("SPDX-License-Identifier: GPL-3.0-or-later"), std::string::npos) << source.path;
        EXPECT_TRUE(source.lines.size() <= 500 || source.lines[1].starts_with("// Long because ")) << source.path;
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
    const std::string mayBeNative = "-march="
                                    "native"; // of a peer, which may be as fast as the machine lets it
    const std::vector<std::string> marks{"TO"
                                         "DO",
        "FIX"
        "ME",
        "HA"
        "CK:",
        "not impl"
        "emented",
        "-ffast-"
        "math",
        mayBeNative,
        "& instance"
        "(",
        "& shared"
        "("};
    for (const Source& source :
        sources({"core", "app", "tests", "resources"}, {".h", ".cpp", ".cmake", ".sh", ".py", ".txt"}))
        for (const std::string& line : source.lines)
            for (const std::string& mark : marks) {
                const bool counts = mark[0] != '&' || line.find("static ") != std::string::npos;
                const bool peer = mark == mayBeNative && source.path == "tests/bench/CMakeLists.txt";
                EXPECT_FALSE(line.find(mark) != std::string::npos && counts && !peer) << source.path << ": " << line;
            }
}

std::set<std::string> filesOf(const std::string& folder)
{
    std::set<std::string> ids;
    for (const auto& entry : fs::recursive_directory_iterator(kTop / folder)) // a large folder has rooms
        if (entry.path().extension() == ".cpp")
            ids.insert(entry.path().stem().string());
    return ids;
}

/// Of a registry: where its kinds lie, and their ids.
struct Kinds {
    std::string folder;
    std::set<std::string> ids = {};

    template <class Kind>
    Kinds(std::string place, std::span<const Kind* const> registry)
        : folder(std::move(place))
    {
        for (const Kind* kind : registry)
            EXPECT_TRUE(ids.insert(std::string(kind->id)).second) << kind->id << " twice";
    }
};

std::map<std::string, Kinds> kinds()
{
    using namespace deltascope;
    return {{"activations", {"core/network/activations", activations::activationsRegistry()}},
        {"initializers", {"core/network/initializers", network::initializersRegistry()}},
        {"losses", {"core/network/losses", losses::lossesRegistry()}},
        {"optimizers", {"core/training/optimizers", training::optimizersRegistry()}},
        {"datasets", {"core/data/datasets", data::datasetsRegistry()}},
        {"figures", {"core/figures/kinds", figures::figuresRegistry()}},
        {"operations", {"core/network/operations", operations::operationsRegistry()}}};
}

TEST(Rules, AKindIsOneFileNamedByItsId)
{
    for (const auto& [registry, known] : kinds())
        EXPECT_EQ(known.ids, filesOf(known.folder)) << registry;
}

/// Where a line branches on a kind or takes hold of its record: == "id", != "id" or folder::id.
bool branchesOn(const std::string& line, const std::string& folder, const std::string& id)
{
    if (line.find(id) == std::string::npos) // nearly all: a pattern takes long
        return false;
    return std::regex_search(line, std::regex("[=!]= \"" + id + "\"|" + folder + "::" + id + "\\b"));
}

TEST(Rules, NoKindIsNamedOutsideItsFile)
{
    const std::map<std::string, Kinds> registries = kinds();
    for (const Source& source : sources({"core", "app"}))
        for (const auto& [registry, known] : registries)
            for (const std::string& id : known.ids) {
                if (source.path == known.folder + "/" + id + ".cpp")
                    continue;
                for (const std::string& line : source.lines) {
                    if ((registry == "operations" && line.find("operations::") == std::string::npos)
                        || (id == "step" && line.find("ctivation") == std::string::npos))
                        continue; // "bias", "linear" and "step" are names of much else
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

/// The types that a source defines for others, which begin their lines: each with the namespaces that it stands in.
std::set<std::string> typesIn(const std::vector<std::string>& lines)
{
    static const std::regex space(R"(^namespace ([\w:]*) ?\{$)");
    static const std::regex type(R"(^(?:struct|class|enum class|enum|union) (\w+)(?!\w|[<:;]|.*[^}];$))");
    std::set<std::string> types;
    std::vector<std::string> around; // "": no place for a type that others see
    std::smatch name;
    for (const std::string& line : lines)
        if (std::regex_search(line, name, space)) {
            around.push_back(name[1]);
        } else if (line.starts_with("} // namespace") && !around.empty()) {
            around.pop_back();
        } else if (std::regex_search(line, name, type) && std::ranges::find(around, "") == around.end()) {
            std::string full;
            for (const std::string& each : around)
                full += each + "::";
            types.insert(full + name[1].str());
        }
    return types;
}

TEST(Rules, ATypeIsDefinedOnce)
{
    for (const std::string tests : {"tests/core", "tests/app", "tests/cli"}) { // each a program of its own
        std::map<std::string, std::string> known;
        for (const Source& source : sources({"core", "app", tests}))
            for (const std::string& type : typesIn(source.lines)) {
                const auto [place, isNew] = known.emplace(type, source.path);
                EXPECT_TRUE(isNew) << type << " in " << place->second << " and in " << source.path;
            }
        EXPECT_GT(known.size(), 300u);
    }
}

TEST(Rules, ATypeDefinedTwiceIsSeen)
{
    const std::set<std::string> found = typesIn(
        {"namespace deltascope::x {", "struct A {", "    enum class B { one };", "};", "namespace {", "struct Hidden {",
            "};", "} // namespace", "class C final : public A {};", "struct Declared;", "template <class T>", "class D",
            "    : public A {", "};", "} // namespace deltascope::x", "struct E<int> {"});
    EXPECT_EQ(found, (std::set<std::string>{"deltascope::x::A", "deltascope::x::C", "deltascope::x::D"}));
}

struct ThreeMembers {
    int first;
    std::string second;
    std::vector<double> third;
};
static_assert(deltascope::kMemberCount<ThreeMembers> == 3, "the count that proves each Scenario member has a row");

} // namespace rules_test
