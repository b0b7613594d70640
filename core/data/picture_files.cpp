// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/picture_files.h"

#include "data/drawn_digit.h"
#include "data/picture_archive.h"
#include "data/picture_examples.h"
#include "reading/file.h"
#include "reading/file_path.h"
#include "reading/foreign_format.h"
#include "reading/gzip.h"
#include "reading/idx.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <tuple>
#include <utility>

namespace deltascope::data {

namespace {

namespace fs = std::filesystem;

struct Part {
    std::string images, labels; // names
};

std::vector<Part> partsOf(const PictureNames& names)
{
    std::vector<Part> parts;
    for (const std::string_view part : {std::string_view("train"), names.test})
        parts.push_back({std::string(names.prefix) + std::string(part) + "-images-idx3-ubyte",
            std::string(names.prefix) + std::string(part) + "-labels-idx1-ubyte"});
    return parts;
}

/// The names that the file goes by: train-images-idx3-ubyte, train-images.idx3-ubyte, both with .gz too.
std::vector<std::string> spellings(const std::string& name)
{
    const std::size_t hyphen = name.find("-idx");
    if (hyphen == std::string::npos)
        return {name};
    std::string dotted = name;
    dotted[hyphen] = '.';
    return {name, name + ".gz", dotted, dotted + ".gz"};
}

/// One of the folders has that name, in capitals or not.
bool isIn(const fs::path& path, std::string_view called)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::any_of(path.begin(), path.end(), [&](const fs::path& part) {
        std::string name = reading::nameOf(part);
        std::ranges::transform(name, name.begin(), lower);
        return !called.empty() && name == called;
    });
}

/// The files in the folders below one, nearest first; so many folders deep, and so many entries at most.
std::vector<fs::path> filesBelow(const fs::path& folder, std::string_view called)
{
    constexpr int kDepth = 3;
    constexpr std::size_t kMost = 20'000;
    std::vector<std::tuple<int, bool, fs::path>> found;
    std::error_code failed;
    std::size_t seen = 0;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed), end;
    for (; !failed && entry != end && ++seen <= kMost; entry.increment(failed)) {
        if (entry.depth() >= kDepth)
            entry.disable_recursion_pending();
        std::error_code ignored;
        if (!entry->is_directory(ignored))
            found.emplace_back(entry.depth(), !isIn(entry->path().lexically_relative(folder), called), entry->path());
    }
    std::sort(found.begin(), found.end());
    std::vector<fs::path> paths;
    for (auto& [depth, other, path] : found)
        paths.push_back(std::move(path));
    return paths;
}

/// Where the files are. Of a file the folder that it is in.
class Folder {
public:
    Folder(const DataFolder& given, std::string_view called)
        : path(given.path)
        , m_called(called)
    {
        std::error_code ignored;
        if (const fs::path whole = reading::pathOf(path); fs::is_regular_file(whole, ignored))
            path = reading::nameOf(whole.parent_path());
    }

    std::string path;

    /// The file's path, in the folder before those below it, plain before .gz; empty where it is not there.
    std::string pathOf(const std::string& name)
    {
        if (std::string here = pathIn(reading::pathOf(path), name); !here.empty())
            return here;
        if (!m_below)
            m_below = filesBelow(reading::pathOf(path), m_called);
        for (const std::string& spelling : spellings(name))
            for (const fs::path& file : *m_below)
                if (file.filename() == spelling)
                    return reading::nameOf(file);
        return {};
    }

    /// Beside that file, or else wherever it is.
    std::string pathBeside(const std::string& file, const std::string& name)
    {
        std::string beside = file.empty() ? std::string() : pathIn(reading::pathOf(file).parent_path(), name);
        return beside.empty() ? pathOf(name) : beside;
    }

private:
    static std::string pathIn(const fs::path& folder, const std::string& name)
    {
        for (const std::string& spelling : spellings(name)) {
            const fs::path here = folder / spelling;
            std::error_code ignored;
            if (fs::exists(here, ignored) && !fs::is_directory(here, ignored))
                return reading::nameOf(here);
        }
        return {};
    }

    std::string_view m_called;
    std::optional<std::vector<fs::path>> m_below; // looked for once, where it is needed
};

/// One pair of files that is there, or half of one.
struct Pair {
    std::string images, labels; // paths; empty: not there
};

Pair pairOf(Folder& folder, const Part& part)
{
    const std::string images = folder.pathOf(part.images);
    return {images, folder.pathBeside(images, part.labels)};
}

/// The first names under which anything is there; nullptr: none.
const PictureNames* namesThere(const PictureSet& set, Folder& folder)
{
    for (const PictureNames& names : set.names)
        for (const Part& part : partsOf(names))
            if (!folder.pathOf(part.images).empty() || !folder.pathOf(part.labels).empty())
                return &names;
    return nullptr;
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
        return aboutPictures(path, *std::move(format));
    Result<reading::IdxArray> array = reading::readIdx(*bytes, dimensions, wanted, stop);
    if (!array)
        return aboutPictures(path, array.error().what);
    return array;
}

std::optional<Error> misfit(const reading::IdxArray& images, const reading::IdxArray& labels, const Pair& pair)
{
    if (images.sizes[1] != kDigitSide || images.sizes[2] != kDigitSide)
        return aboutPictures(pair.images,
            {translatable("core", "its images have %1 × %2 pixels; 28 × 28 are needed."),
                {static_cast<std::int64_t>(images.sizes[1]), static_cast<std::int64_t>(images.sizes[2])}});
    if (images.count() != labels.count())
        return aboutPictures(pair.labels,
            {translatable("core", "it has %1 labels for %2 images."),
                {static_cast<std::int64_t>(labels.count()), static_cast<std::int64_t>(images.count())}});
    return std::nullopt;
}

/// Puts the pictures of one pair of files after the first `done` columns; returns how many columns are then there.
Result<Eigen::Index> append(const PictureSet& set, bool transposed, const Pair& pair, Dataset& data, Eigen::Index done,
    const std::stop_token& stop)
{
    const auto most = static_cast<std::size_t>(data.inputs.cols() - done);
    const Result<reading::IdxArray> images = readArray(pair.images, 3, {most, {kDigitSide, kDigitSide}}, stop);
    if (!images)
        return images.error();
    const Result<reading::IdxArray> labels = readArray(pair.labels, 1, {std::max(most, kCheckedLabels), {}}, stop);
    if (!labels)
        return labels.error();
    if (stop.stop_requested())
        return done;
    if (std::optional<Error> error = misfit(*images, *labels, pair))
        return *std::move(error);
    std::vector<std::int64_t> numbers;
    for (const char label : labels->bytes)
        numbers.push_back(static_cast<unsigned char>(label));
    if (std::optional<Message> problem = labelProblem(set, numbers))
        return aboutPictures(pair.labels, *std::move(problem));
    return addPictures(set, images->bytes, numbers, transposed, data, done);
}

/// Where the pictures are: the archive that was given; files of IDX; an archive that was found; or nowhere.
struct PicturePlace {
    const PictureNames* names = nullptr;
    std::string archive = {};
};

PicturePlace pictures(const PictureSet& set, const DataFolder& given, Folder& folder)
{
    if (!set.archives.empty() && isPictureArchive(given.path))
        return {nullptr, given.path};
    if (const PictureNames* names = namesThere(set, folder))
        return {names, {}};
    for (const std::string_view name : set.archives)
        if (std::string path = folder.pathOf(std::string(name)); !path.empty())
            return {nullptr, std::move(path)};
    return {};
}

/// What lies there in place of the files, where that is known.
Error noFiles(const PictureSet& set, Folder& folder)
{
    for (const char* name : {"mnist.pkl.gz", "mnist.pkl"})
        if (const std::string path = folder.pathOf(name); !path.empty())
            if (const Result<std::string> bytes = reading::readFile(path)) {
                std::string start = bytes->substr(0, 64);
                if (reading::isGzip(*bytes)) {
                    start.clear();
                    static_cast<void>(reading::GzipReader(*bytes).readUpTo(start, 64));
                }
                if (std::optional<Message> format = reading::foreignFormat(start))
                    return aboutPictures(path, *std::move(format));
            }
    const std::vector<Part> parts = partsOf(set.names.front());
    if (!set.archives.empty())
        return {Fault::unreadable,
            {translatable("core",
                 "The folder “%1” has no MNIST files: neither %2 nor %3, plain or .gz, nor %4, in it or below it."),
                {folder.path, parts[0].images, parts[1].images, std::string(set.archives.front())}}};
    return {Fault::unreadable,
        {translatable(
             "core", "The folder “%1” has no MNIST files: neither %2 nor %3, plain or .gz, in it or below it."),
            {folder.path, parts[0].images, parts[1].images}}};
}

/// Those of files of IDX; how many there were.
Result<Eigen::Index> readFiles(
    const PictureSet& set, const PictureNames& names, Folder& folder, Dataset& data, const std::stop_token& stop)
{
    Eigen::Index done = 0;
    for (const Part& part : partsOf(names)) {
        if (done == data.inputs.cols() || stop.stop_requested())
            break;
        const Pair pair = pairOf(folder, part);
        if (pair.images.empty() && pair.labels.empty())
            continue;
        if (pair.images.empty() || pair.labels.empty())
            return Error{Fault::unreadable,
                {translatable("core", "The folder “%1” has %2 but not %3."),
                    {folder.path, pair.images.empty() ? part.labels : part.images,
                        pair.images.empty() ? part.images : part.labels}}};
        const Result<Eigen::Index> next = append(set, names.transposed, pair, data, done, stop);
        if (!next)
            return next.error();
        done = *next;
        if (set.classNames && data.classes.empty())
            data.classes = set.classNames(pair.images);
    }
    return done;
}

Error tooFew(const char* english, const std::string& path, Eigen::Index count, const model::Scenario& scenario)
{
    return {Fault::usage, {english, {path, static_cast<std::int64_t>(count), scenario.examples}}};
}

} // namespace

Result<std::vector<std::string>> pictureFiles(const PictureSet& set, const DataFolder& given)
{
    Folder folder(given, set.called);
    const PicturePlace there = pictures(set, given, folder);
    std::vector<std::string> paths;
    if (!there.archive.empty())
        paths.push_back(there.archive);
    else if (there.names)
        for (const Part& part : partsOf(*there.names)) {
            const Pair pair = pairOf(folder, part);
            for (const std::string& path : {pair.images, pair.labels})
                if (!path.empty())
                    paths.push_back(path);
        }
    return paths;
}

Result<Dataset> readPictures(
    const PictureSet& set, const model::Scenario& scenario, const DataFolder& given, const std::stop_token& stop)
{
    if (stop.stop_requested())
        return Dataset{};
    Folder folder(given, set.called);
    const PicturePlace there = pictures(set, given, folder);
    const bool archived = !there.archive.empty();
    if (!archived && !there.names)
        return noFiles(set, folder);
    Dataset data{
        Eigen::MatrixXd(scenario.inputs, scenario.examples), Eigen::MatrixXd(scenario.outputs, scenario.examples)};
    const Result<Eigen::Index> done = archived ? readPictureArchive(set, there.archive, data, stop)
                                               : readFiles(set, *there.names, folder, data, stop);
    if (!done)
        return done.error();
    if (stop.stop_requested())
        return Dataset{};
    if (archived && set.classNames)
        data.classes = set.classNames(there.archive);
    if (*done < data.inputs.cols() && archived)
        return tooFew(translatable("core", "“%1” has %2 pictures; examples and holdout together need %3."),
            there.archive, *done, scenario);
    if (*done < data.inputs.cols())
        return tooFew(translatable("core", "The folder “%1” has %2 pictures; examples and holdout together need %3."),
            folder.path, *done, scenario);
    return data;
}

} // namespace deltascope::data
