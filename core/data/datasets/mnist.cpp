// SPDX-License-Identifier: GPL-3.0-or-later
// Handwritten digits (LeCun, Cortes & Burges 1998) from the user's folder of IDX files, plain or .gz, with a hyphen or
// a point before “idx”, in the folder or below it: those of the training set first, then those of the test set,
// whichever are there. Pixels scaled to 0…1, one-hot targets.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"
#include "data/drawn_digit.h"
#include "reading/file.h"
#include "reading/foreign_format.h"
#include "reading/idx.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace deltascope::datasets {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCheckedLabels = 1'000'000; // also those of digits that are not asked for

struct Part {
    const char* images;
    const char* labels;
};
constexpr Part kParts[] = {
    {"train-images-idx3-ubyte", "train-labels-idx1-ubyte"}, {"t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"}};

/// The names that the file goes by: train-images-idx3-ubyte, train-images.idx3-ubyte, both with .gz too.
std::vector<std::string> spellings(const std::string& name)
{
    std::string dotted = name;
    dotted[dotted.find("-idx")] = '.';
    return {name, name + ".gz", dotted, dotted + ".gz"};
}

/// The files in the folders below one, nearest first; so many folders deep, and so many entries at most.
std::vector<fs::path> filesBelow(const fs::path& folder)
{
    constexpr int kDepth = 3;
    constexpr std::size_t kMost = 20'000;
    std::vector<std::pair<int, fs::path>> found;
    std::error_code failed;
    std::size_t seen = 0;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed), end;
    for (; !failed && entry != end && ++seen <= kMost; entry.increment(failed)) {
        if (entry.depth() >= kDepth)
            entry.disable_recursion_pending();
        std::error_code ignored;
        if (!entry->is_directory(ignored))
            found.emplace_back(entry.depth(), entry->path());
    }
    std::sort(found.begin(), found.end());
    std::vector<fs::path> paths;
    for (auto& [depth, path] : found)
        paths.push_back(std::move(path));
    return paths;
}

/// Where the files are. Of a file the folder that it is in.
class Folder {
public:
    explicit Folder(const data::DataFolder& given)
        : path(given.path)
    {
        std::error_code ignored;
        if (fs::is_regular_file(path, ignored))
            path = fs::path(path).parent_path().string();
    }

    std::string path;

    /// The file's path, in the folder before those below it, plain before .gz; empty where it is not there.
    std::string pathOf(const char* name)
    {
        const std::vector<std::string> names = spellings(name);
        for (const std::string& spelling : names) {
            const fs::path here = fs::path(path) / spelling;
            std::error_code ignored;
            if (fs::exists(here, ignored) && !fs::is_directory(here, ignored))
                return here.string();
        }
        if (!m_below)
            m_below = filesBelow(path);
        for (const std::string& spelling : names)
            for (const fs::path& file : *m_below)
                if (file.filename() == spelling)
                    return file.string();
        return {};
    }

private:
    std::optional<std::vector<fs::path>> m_below; // looked for once, where it is needed
};

Error about(const std::string& path, Message problem)
{
    return {Fault::invalidData, {translatable("core", "“%1”: %2"), {path, std::move(problem)}}};
}

Result<reading::IdxArray> readArray(
    const std::string& path, int dimensions, const reading::IdxWanted& wanted, const std::stop_token& stop)
{
    const Result<std::string> bytes = reading::readFile(path, reading::kMaxFileBytes, stop);
    if (!bytes)
        return bytes.error();
    if (stop.stop_requested())
        return reading::IdxArray{};
    if (std::optional<Message> format = reading::foreignFormat(*bytes))
        return about(path, *std::move(format));
    Result<reading::IdxArray> array = reading::readIdx(*bytes, dimensions, wanted, stop);
    if (!array)
        return about(path, array.error().what);
    return array;
}

std::optional<Error> misfit(const reading::IdxArray& images, const std::string& imagesPath,
    const reading::IdxArray& labels, const std::string& labelsPath)
{
    if (images.sizes[1] != data::kDigitSide || images.sizes[2] != data::kDigitSide)
        return about(imagesPath,
            {translatable("core", "its images have %1 × %2 pixels; 28 × 28 are needed."),
                {static_cast<std::int64_t>(images.sizes[1]), static_cast<std::int64_t>(images.sizes[2])}});
    if (images.count() != labels.count())
        return about(labelsPath,
            {translatable("core", "it has %1 labels for %2 images."),
                {static_cast<std::int64_t>(labels.count()), static_cast<std::int64_t>(images.count())}});
    for (std::size_t i = 0; i < labels.bytes.size(); ++i)
        if (const auto label = static_cast<unsigned char>(labels.bytes[i]); label >= data::kDigits)
            return about(labelsPath,
                {translatable("core", "label %1 is %2; a digit from 0 to 9 is needed."),
                    {static_cast<std::int64_t>(i + 1), static_cast<int>(label)}});
    return std::nullopt;
}

/// Puts the digits of one pair of files after the first `done` columns; returns how many columns are then there.
Result<Eigen::Index> append(
    Folder& folder, const Part& part, data::Dataset& data, Eigen::Index done, const std::stop_token& stop)
{
    const std::string imagesPath = folder.pathOf(part.images), labelsPath = folder.pathOf(part.labels);
    if (imagesPath.empty() && labelsPath.empty())
        return done;
    if (imagesPath.empty() || labelsPath.empty())
        return Error{Fault::unreadable,
            {translatable("core", "The folder “%1” has %2 but not %3."),
                {folder.path, imagesPath.empty() ? part.labels : part.images,
                    imagesPath.empty() ? part.images : part.labels}}};
    const auto most = static_cast<std::size_t>(data.inputs.cols() - done);
    const Result<reading::IdxArray> images =
        readArray(imagesPath, 3, {most, {data::kDigitSide, data::kDigitSide}}, stop);
    if (!images)
        return images.error();
    const Result<reading::IdxArray> labels = readArray(labelsPath, 1, {std::max(most, kCheckedLabels), {}}, stop);
    if (!labels)
        return labels.error();
    if (stop.stop_requested())
        return done;
    if (std::optional<Error> error = misfit(*images, imagesPath, *labels, labelsPath))
        return *std::move(error);
    const Eigen::Index count = std::min(data.inputs.cols() - done, static_cast<Eigen::Index>(images->count()));
    for (Eigen::Index x = 0; x < count; ++x) {
        const char* pixels = images->bytes.data() + x * data::kDigitPixels;
        for (int i = 0; i < data::kDigitPixels; ++i)
            data.inputs(i, done + x) = static_cast<unsigned char>(pixels[i]) / 255.0;
        setClass(data.targets.col(done + x), static_cast<unsigned char>(labels->bytes[static_cast<std::size_t>(x)]));
    }
    return done + count;
}

Result<std::vector<std::string>> filesRead(const data::DataFolder& given)
{
    Folder folder(given);
    std::vector<std::string> paths;
    for (const Part& part : kParts)
        for (const char* name : {part.images, part.labels})
            if (std::string path = folder.pathOf(name); !path.empty())
                paths.push_back(std::move(path));
    return paths;
}

Result<data::Dataset> make(const model::Scenario& scenario, const data::DataFolder& given, const std::stop_token& stop)
{
    Folder folder(given);
    data::Dataset data{
        Eigen::MatrixXd(scenario.inputs, scenario.examples), Eigen::MatrixXd(scenario.outputs, scenario.examples)};
    Eigen::Index done = 0;
    for (const Part& part : kParts) {
        if (stop.stop_requested())
            return data::Dataset{};
        if (done == data.inputs.cols())
            break;
        const Result<Eigen::Index> next = append(folder, part, data, done, stop);
        if (!next)
            return next.error();
        if (stop.stop_requested())
            return data::Dataset{};
        done = *next;
    }
    if (done == 0)
        return Error{Fault::unreadable,
            {translatable(
                 "core", "The folder “%1” has no MNIST files: neither %2 nor %3, plain or .gz, in it or below it."),
                {folder.path, kParts[0].images, kParts[1].images}}};
    if (done < data.inputs.cols())
        return Error{Fault::usage,
            {translatable("core", "The folder “%1” has %2 digits; examples and holdout together ask for %3."),
                {folder.path, static_cast<std::int64_t>(done), scenario.examples}}};
    return data;
}

} // namespace

extern const data::DatasetKind mnist;
const data::DatasetKind mnist{
    .id = "mnist",
    .name = translatable("core", "MNIST"),
    .formula = "28 × 28 pixels, 0…1",
    .description = translatable("core",
        "Handwritten digits from a folder of yours with the IDX files of MNIST (LeCun, Cortes & Burges 1998); without "
        "a "
        "folder drawn digits stand in."),
    .rank = 11,
    .wantsFolder = true,
    .standIn = "digits",
    .fitSizes =
        [](model::Scenario& scenario) {
            scenario.inputs = data::kDigitPixels;
            scenario.outputs = data::kDigits;
        },
    .files = filesRead,
    .make = make,
};

} // namespace deltascope::datasets
