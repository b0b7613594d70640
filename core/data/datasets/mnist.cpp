// SPDX-License-Identifier: GPL-3.0-or-later
// Handwritten digits (LeCun, Cortes & Burges 1998) from the user's folder of IDX files or Keras' mnist.npz
// (picture_files.h), and what comes under the same names: Fashion-MNIST (Xiao, Rasul & Vollgraf 2017); or the digits of
// EMNIST (Cohen et al. 2017).
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/drawn_digit.h"
#include "data/picture_files.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::datasets {

namespace {

constexpr data::PictureNames kNames[] = {
    {"", "t10k"}, {"emnist-digits-", "test", true}, {"emnist-mnist-", "test", true}};

constexpr std::string_view kArchives[] = {"mnist.npz", "fashion_mnist.npz", "fashion-mnist.npz"};

/// Only the path tells clothes from digits: their files have the same names and sizes.
std::vector<std::string> classNames(const std::string& path)
{
    std::string lower(path);
    std::ranges::transform(
        lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (lower.find("fashion") == std::string::npos)
        return {};
    return {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"};
}

data::PictureSet pictures()
{
    return {.names = kNames,
        .archives = kArchives,
        .called = "mnist",
        .classes = data::kDigits,
        .wanted = {translatable("core", "a digit from 0 to 9 is needed"), {}},
        .classNames = classNames};
}

} // namespace

extern const data::DatasetKind mnist;
const data::DatasetKind mnist{
    .id = "mnist",
    .name = translatable("core", "MNIST"),
    .formula = "28 × 28 pixels, 0…1",
    .description = translatable("core",
        "Handwritten digits from your own folder with mnist.npz or the IDX files of MNIST (LeCun, Cortes & Burges "
        "1998), of Fashion-MNIST or of EMNIST; without a folder drawn digits stand in."),
    .rank = 11,
    .wantsFolder = true,
    .standIn = "digits",
    .fitSizes =
        [](model::Scenario& scenario) {
            scenario.inputs = data::kDigitPixels;
            scenario.outputs = data::kDigits;
        },
    .files = [](const data::DataFolder& folder) { return data::pictureFiles(pictures(), folder); },
    .make = [](const model::Scenario& scenario, const data::DataFolder& folder,
                const std::stop_token& stop) { return data::readPictures(pictures(), scenario, folder, stop); },
};

} // namespace deltascope::datasets
