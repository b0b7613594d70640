// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as people have them, out of Debian's packages: scikit-learn's, statsmodels', those that R writes of its own
// and of MASS and mlbench. What is the target says the package itself (load_iris, endog, the manual page in R).
#include "data/table_file.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace deltascope::data {
namespace real_files_test {

namespace fs = std::filesystem;

struct RealFile {
    const char* path; ///< below the package's folder; of R: the data set
    const char* package; ///< of Debian
    const char* target; ///< its name, or its number from 1
    int rows, inputs;
    int classes; ///< 0: a number
    const char* first = ""; ///< the first of them
};

const fs::path kPython = "/usr/lib/python3/dist-packages";

constexpr RealFile kPythonFiles[] = {
    {"sklearn/datasets/data/iris.csv", "python3-sklearn", "5", 150, 4, 3, "setosa"},
    {"sklearn/datasets/data/wine_data.csv", "python3-sklearn", "14", 178, 13, 3, "class_0"},
    {"sklearn/datasets/data/breast_cancer.csv", "python3-sklearn", "31", 569, 30, 2, "malignant"},
    {"sklearn/datasets/data/digits.csv.gz", "python3-sklearn", "65", 1797, 64, 10, "0"},
    {"sklearn/datasets/data/boston_house_prices.csv", "python3-sklearn", "MEDV", 506, 13, 0},
    {"statsmodels/datasets/spector/spector.csv", "python3-statsmodels", "GRADE", 32, 3, 2, "0"},
    {"statsmodels/datasets/fair/fair.csv", "python3-statsmodels", "affairs", 6366, 8, 0},
    {"statsmodels/datasets/modechoice/modechoice.csv", "python3-statsmodels", "choice", 840, 8, 2, "0"},
    {"statsmodels/datasets/heart/heart.csv", "python3-statsmodels", "survival", 69, 2, 0},
    {"statsmodels/datasets/nile/nile.csv", "python3-statsmodels", "volume", 100, 1, 0},
    {"statsmodels/datasets/co2/co2.csv", "python3-statsmodels", "co2", 2225, 1, 0},
    {"statsmodels/datasets/sunspots/sunspots.csv", "python3-statsmodels", "SUNACTIVITY", 309, 1, 0},
};

constexpr RealFile kRFiles[] = {
    {"iris", "datasets", "Species", 150, 4, 3, "setosa"},
    {"chickwts", "datasets", "feed", 71, 1, 6, "horsebean"},
    {"biopsy", "MASS", "class", 683, 9, 2, "benign"},
    {"Pima.tr", "MASS", "type", 200, 7, 2, "No"},
    {"fgl", "MASS", "type", 214, 9, 6, "WinF"},
    {"Boston", "MASS", "medv", 506, 13, 0},
    {"Glass", "mlbench", "Type", 214, 9, 6, "1"},
    {"Ionosphere", "mlbench", "Class", 351, 34, 2, "good"},
    {"Sonar", "mlbench", "Class", 208, 60, 2, "R"},
    {"Vehicle", "mlbench", "Class", 846, 18, 4, "van"},
    {"PimaIndiansDiabetes", "mlbench", "diabetes", 768, 8, 2, "pos"},
    {"HouseVotes84", "mlbench", "Class", 232, 16, 2, "democrat"},
    {"BreastCancer", "mlbench", "Class", 683, 9, 2, "benign"},
    {"Vowel", "mlbench", "Class", 990, 10, 11, "hid"},
    {"Zoo", "mlbench", "type", 101, 16, 7, "mammal"},
    {"Satellite", "mlbench", "classes", 6435, 36, 6, "grey soil"},
};

void check(const fs::path& path, const RealFile& expected)
{
    const Result<ReadTable> read = readTableFile({path.string()}, {});
    ASSERT_TRUE(read) << plainText(read.error().what);
    const std::string sentence = plainText(understood(*read));
    const auto place = static_cast<std::size_t>(read->reading.target);
    const std::string name = read->table.names.empty() ? std::to_string(place + 1) : read->table.names[place];
    EXPECT_EQ(name, expected.target) << sentence;
    EXPECT_EQ(read->reading.rows.size(), static_cast<std::size_t>(expected.rows)) << sentence;
    EXPECT_EQ(read->reading.inputs.size(), static_cast<std::size_t>(expected.inputs)) << sentence;
    EXPECT_EQ(read->reading.classes.names.size(), static_cast<std::size_t>(expected.classes)) << sentence;
    if (!read->reading.classes.names.empty()) {
        EXPECT_EQ(read->reading.classes.names.front(), expected.first) << sentence;
    }
}

TEST(RealFiles, OfScikitLearnAndStatsmodelsOpenWithTheirTargets)
{
    int missing = 0;
    for (const RealFile& file : kPythonFiles) {
        if (fs::exists(kPython / file.path))
            check(kPython / file.path, file);
        else
            ++missing;
    }
    if (missing > 0)
        GTEST_SKIP() << missing << " files are not here: they come with python3-sklearn and python3-statsmodels.";
}

/// R itself writes them, as its users do.
TEST(RealFiles, AsRWritesThemOpenWithTheirTargets)
{
    const fs::path folder = fs::path(testing::TempDir()) / "deltascope_r_files";
    fs::create_directories(folder);
    int missing = 0;
    std::string program;
    for (const RealFile& file : kRFiles)
        program += std::string("try({data(list=\"") + file.path + "\",package=\"" + file.package
            + "\");write.csv(get(\"" + file.path + "\"),\"" + file.path + ".csv\")});";
    const std::string command =
        "cd '" + folder.string() + "' && Rscript --vanilla -e '" + program + "' >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0)
        missing = static_cast<int>(std::size(kRFiles));
    for (const RealFile& file : kRFiles) {
        const fs::path path = folder / (std::string(file.path) + ".csv");
        if (fs::exists(path))
            check(path, file);
        else
            missing = std::max(missing, 1);
    }
    fs::remove_all(folder);
    if (missing > 0)
        GTEST_SKIP() << "some files are not here: R writes them, of r-base-core, r-cran-mass and r-cran-mlbench.";
}

} // namespace real_files_test
} // namespace deltascope::data
