// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/picture_examples.h"

#include "data/drawn_digit.h"

#include <algorithm>

namespace deltascope::data {

namespace {

void setPixels(const char* pixels, bool transposed, double* inputs)
{
    for (int row = 0; row < kDigitSide; ++row)
        for (int column = 0; column < kDigitSide; ++column)
            inputs[row * kDigitSide + column] =
                static_cast<unsigned char>(pixels[transposed ? column * kDigitSide + row : row * kDigitSide + column])
                / 255.0;
}

} // namespace

std::optional<Message> labelProblem(const PictureSet& set, std::span<const std::int64_t> labels)
{
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (labels[i] < set.firstLabel || labels[i] >= set.firstLabel + set.classes)
            return Message{
                translatable("core", "label %1 is %2; %3."), {static_cast<std::int64_t>(i + 1), labels[i], set.wanted}};
    return std::nullopt;
}

Eigen::Index addPictures(const PictureSet& set, std::string_view pixels, std::span<const std::int64_t> labels,
    bool transposed, Dataset& data, Eigen::Index done)
{
    const Eigen::Index count =
        std::min(data.inputs.cols() - done, static_cast<Eigen::Index>(pixels.size() / kDigitPixels));
    for (Eigen::Index x = 0; x < count; ++x) {
        setPixels(pixels.data() + x * kDigitPixels, transposed, data.inputs.col(done + x).data());
        data.targets.col(done + x).setZero();
        data.targets(labels[static_cast<std::size_t>(x)] - set.firstLabel, done + x) = 1;
    }
    return done + count;
}

Error aboutPictures(const std::string& path, Message problem)
{
    return {Fault::invalidData, {translatable("core", "“%1”: %2"), {path, std::move(problem)}}};
}

} // namespace deltascope::data
