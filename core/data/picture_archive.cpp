// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/picture_archive.h"

#include "data/drawn_digit.h"
#include "data/picture_examples.h"
#include "imported/npz.h"
#include "reading/file.h"
#include "reading/file_path.h"
#include "reading/foreign_format.h"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace deltascope::data {

namespace {

using imported::NamedArray;
using imported::NpzFile;

struct ArrayPair {
    const char *images, *labels; // names of arrays
    bool needed;
};
constexpr ArrayPair kArrayPairs[] = {{"x_train", "y_train", true}, {"x_test", "y_test", false}};

Message inArray(const char* name, Message problem)
{
    return {translatable("core", "“%1”: %2"), {name, std::move(problem)}};
}

std::string shapeOf(const NamedArray& array)
{
    std::string text;
    for (const std::size_t size : array.shape)
        text += (text.empty() ? "" : " × ") + std::to_string(size);
    return text.empty() ? "1" : text;
}

std::optional<std::size_t> placeOf(const NpzFile& file, std::string_view name)
{
    const auto found = std::ranges::find(file.arrays, name, &NamedArray::name);
    if (found == file.arrays.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - file.arrays.begin());
}

Message arrayMissing(const char* name)
{
    return {translatable("core",
                "it has no array “%1”: x_train and y_train are needed, x_test and y_test where there is a test set."),
        {name}};
}

/// Why two arrays are not pictures and their labels, before their numbers are read.
std::optional<Message> arrayProblem(const NamedArray& images, const NamedArray& labels)
{
    const auto typeName = [](const NamedArray& array) { return array.typeName.empty() ? "void" : array.typeName; };
    constexpr auto kSide = static_cast<std::size_t>(kDigitSide);
    if (images.shape.size() != 3 || images.shape[1] != kSide || images.shape[2] != kSide)
        return Message{translatable("core", "“%1” has the shape %2; pictures of 28 × 28 pixels are needed."),
            {images.name, shapeOf(images)}};
    const auto pixels = imported::wholeType(images);
    if (!pixels || pixels->bytes != 1 || pixels->isSigned)
        return Message{
            translatable("core", "“%1” has numbers of the type “%2”; pixels of one byte each (uint8) are needed."),
            {images.name, typeName(images)}};
    if (labels.shape.size() != 1)
        return Message{translatable("core", "“%1” has the shape %2; one label for each picture is needed."),
            {labels.name, shapeOf(labels)}};
    if (!imported::wholeType(labels))
        return Message{
            translatable("core", "“%1” has numbers of the type “%2”; whole numbers (uint8, int64 …) are needed."),
            {labels.name, typeName(labels)}};
    if (images.shape[0] != labels.shape[0])
        return Message{translatable("core", "“%1” has %2 labels for the %3 pictures of “%4”."),
            {labels.name, static_cast<std::int64_t>(labels.shape[0]), static_cast<std::int64_t>(images.shape[0]),
                images.name}};
    return std::nullopt;
}

std::vector<std::int64_t> numbersIn(std::string_view bytes, imported::WholeType type)
{
    std::vector<std::int64_t> numbers;
    numbers.reserve(bytes.size() / type.bytes);
    for (std::size_t i = 0; i < bytes.size(); i += type.bytes)
        numbers.push_back(imported::wholeAt(bytes.data() + i, type));
    return numbers;
}

/// One part, after the first `done` columns; how many columns are then there. An error names the array alone.
Result<Eigen::Index> appendArrays(const PictureSet& set, const NpzFile& file, std::size_t images, std::size_t labels,
    Dataset& data, Eigen::Index done, const std::stop_token& stop)
{
    const NamedArray &pictures = file.arrays[images], &named = file.arrays[labels];
    if (std::optional<Message> problem = arrayProblem(pictures, named))
        return Error{Fault::invalidData, *std::move(problem)};
    const auto most = static_cast<std::size_t>(data.inputs.cols() - done);
    const Result<std::string> answers = file.firstEntries(labels, std::max(most, kCheckedLabels), stop);
    if (!answers)
        return Error{answers.error().fault, inArray(named.name.c_str(), answers.error().what)};
    const std::vector<std::int64_t> numbers = numbersIn(*answers, *imported::wholeType(named));
    if (std::optional<Message> problem = labelProblem(set, numbers))
        return Error{Fault::invalidData, inArray(named.name.c_str(), *std::move(problem))};
    const Result<std::string> pixels = file.firstEntries(images, most, stop);
    if (!pixels)
        return Error{pixels.error().fault, inArray(pictures.name.c_str(), pixels.error().what)};
    if (stop.stop_requested())
        return done;
    return addPictures(set, *pixels, numbers, false, data, done);
}

} // namespace

bool isPictureArchive(const std::string& path)
{
    const std::filesystem::path file = reading::pathOf(path);
    std::string end = reading::nameOf(file.extension());
    std::ranges::transform(
        end, end.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::error_code ignored;
    return end == ".npz" && std::filesystem::is_regular_file(file, ignored);
}

Result<Eigen::Index> readPictureArchive(
    const PictureSet& set, const std::string& path, Dataset& data, const std::stop_token& stop)
{
    const Result<std::string> bytes = reading::readFile(path, reading::kMaxFileBytes, stop);
    if (!bytes)
        return bytes.error();
    if (stop.stop_requested())
        return 0;
    if (!imported::isZip(*bytes))
        return aboutPictures(path,
            reading::foreignFormat(*bytes).value_or(
                Message{translatable("core", "it is not an .npz file as numpy.savez writes it."), {}}));
    const Result<std::unique_ptr<NpzFile>> file = imported::readNpz(*bytes);
    if (!file)
        return aboutPictures(path, file.error().what);
    Eigen::Index done = 0;
    for (const ArrayPair& part : kArrayPairs) {
        if (done == data.inputs.cols() || stop.stop_requested())
            break;
        const auto images = placeOf(**file, part.images), labels = placeOf(**file, part.labels);
        if (!images && !labels && !part.needed)
            continue;
        if (!images || !labels)
            return aboutPictures(path, arrayMissing(images ? part.labels : part.images));
        const Result<Eigen::Index> next = appendArrays(set, **file, *images, *labels, data, done, stop);
        if (!next)
            return aboutPictures(path, next.error().what);
        done = *next;
    }
    return done;
}

} // namespace deltascope::data
