// SPDX-License-Identifier: GPL-3.0-or-later
// Handwritten letters (Cohen, Afshar, Tapson & van Schaik 2017, EMNIST) from the user's folder of IDX files
// (picture_files.h): 26 classes that the files number from 1, capitals and small letters alike.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/drawn_digit.h"
#include "data/picture_files.h"

#include <string>
#include <vector>

namespace deltascope::datasets {

namespace {

constexpr int kLetters = 26;
constexpr data::PictureNames kNames[] = {{"emnist-letters-", "test", true}};

std::vector<std::string> classNames(const std::string& /*path*/)
{
    std::vector<std::string> names;
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        names.emplace_back(1, letter);
    return names;
}

data::PictureSet pictures()
{
    return {.names = kNames,
        .classes = kLetters,
        .firstLabel = 1,
        .wanted = {translatable("core", "a letter from 1 to 26 is needed"), {}},
        .classNames = classNames};
}

} // namespace

extern const data::DatasetKind emnist_letters;
const data::DatasetKind emnist_letters{
    .id = "emnist_letters",
    .name = translatable("core", "EMNIST letters"),
    .formula = "28 × 28 pixels, 0…1",
    .description = translatable("core",
        "Handwritten letters, 26 classes, from your own folder with the IDX files of EMNIST (Cohen et al. 2017), "
        "turned upright."),
    .rank = 13,
    .wantsFolder = true,
    .fitSizes =
        [](model::Scenario& scenario) {
            scenario.inputs = data::kDigitPixels;
            scenario.outputs = kLetters;
        },
    .files = [](const data::DataFolder& folder) { return data::pictureFiles(pictures(), folder); },
    .make = [](const model::Scenario& scenario, const data::DataFolder& folder,
                const std::stop_token& stop) { return data::readPictures(pictures(), scenario, folder, stop); },
};

} // namespace deltascope::datasets
