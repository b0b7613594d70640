// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/npz.h"

#include "imported/npy_header.h"
#include "reading/reading_limits.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <set>
#include <zip.h>

namespace deltascope::imported {

namespace {

constexpr std::string_view kSuffix = ".npy", kNote = "scenario.json";
constexpr std::size_t kMaxNote = 1'000'000;

struct Closes {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Closes>;
using Entry = std::unique_ptr<zip_file_t, Closes>;

Archive archiveOf(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (source && !archive)
        zip_source_free(source);
    zip_error_fini(&error);
    return Archive(archive);
}

/// As many of the next bytes as there are.
std::string nextBytes(zip_file_t* entry, std::size_t size)
{
    std::string bytes(size, '\0');
    std::size_t got = 0;
    while (got < size) {
        const zip_int64_t count = zip_fread(entry, bytes.data() + got, size - got);
        if (count <= 0)
            break;
        got += static_cast<std::size_t>(count);
    }
    bytes.resize(got);
    return bytes;
}

/// The header, with the entry behind it; nothing where it is none.
std::optional<NpyHeader> headerOf(zip_file_t* entry)
{
    std::string bytes = nextBytes(entry, kNpyStart);
    const std::optional<std::size_t> end = npyHeaderEnd(bytes);
    if (!end)
        return std::nullopt;
    bytes += nextBytes(entry, *end - bytes.size());
    return npyHeader(bytes);
}

class Npz final : public ArrayFile {
public:
    Archive archive;
    std::vector<zip_uint64_t> entries; // one for each array

    Result<std::vector<double>> numbers(std::size_t array) const override
    {
        const NamedArray& known = arrays[array];
        const Entry entry(zip_fopen_index(archive.get(), entries[array], 0));
        const std::optional<NpyHeader> header = entry ? headerOf(entry.get()) : std::nullopt;
        if (!header)
            return badArrays(translatable("core", "it is damaged."));
        const std::size_t count = known.count(), size = bytesOf(known.type);
        std::vector<double> values;
        values.reserve(count);
        while (values.size() < count) {
            const std::size_t wanted = std::min(count - values.size(), reading::kReadingPiece / size);
            const std::string piece = nextBytes(entry.get(), wanted * size);
            for (std::size_t i = 0; i + size <= piece.size(); i += size)
                values.push_back(numberAt(piece.data() + i, known.type));
            if (piece.size() < wanted * size)
                return badArrays(translatable("core", "it is damaged, or ends before its %1 numbers do."),
                    {Real{static_cast<double>(count), 17}});
        }
        char more = 0;
        if (zip_fread(entry.get(), &more, 1) != 0) // the checksum is compared at the end
            return badArrays(translatable("core", "it is damaged, or has more than its %1 numbers."),
                {Real{static_cast<double>(count), 17}});
        return header->byColumns ? byRows(values, known.shape) : std::move(values);
    }

private:
    static std::vector<double> byRows(const std::vector<double>& values, const std::vector<std::size_t>& shape)
    {
        std::vector<double> sorted(values.size());
        std::vector<std::size_t> index(shape.size());
        for (double& value : sorted) {
            std::size_t place = 0;
            for (std::size_t i = shape.size(); i-- > 0;)
                place = place * shape[i] + index[i];
            value = values[place];
            for (std::size_t i = shape.size(); i-- > 0 && ++index[i] == shape[i];)
                index[i] = 0;
        }
        return sorted;
    }
};

/// An entry that is an array, or the note that we write beside them; no other is unpacked.
std::optional<Error> addEntry(Npz& file, zip_uint64_t number)
{
    const char* written = zip_get_name(file.archive.get(), number, 0);
    std::string name = written ? written : "";
    const bool noted = name == kNote && file.notes.empty();
    if (!noted && !name.ends_with(kSuffix))
        return std::nullopt;
    const Entry entry(zip_fopen_index(file.archive.get(), number, 0));
    if (!entry)
        return badArrays(translatable("core", "“%1” in it cannot be unpacked."), {reading::shortened(name)});
    if (noted) {
        file.notes.emplace_back(std::move(name), nextBytes(entry.get(), kMaxNote));
        return std::nullopt;
    }
    name.resize(name.size() - kSuffix.size());
    const std::optional<NpyHeader> header = headerOf(entry.get());
    std::size_t count = 0;
    if (!header)
        return badArrays(
            translatable("core", "“%1” does not begin as an array that numpy has saved."), {reading::shortened(name)});
    if (!multiplied(header->shape, kMaxNetworkNumbers, count))
        return badArrays(translatable("core", "“%1” promises more than %2 million numbers."),
            {reading::shortened(name), static_cast<int>(kMaxNetworkNumbers >> 20)});
    file.arrays.push_back({std::move(name), header->shape, header->type, header->typeName});
    file.entries.push_back(number);
    return std::nullopt;
}

} // namespace

bool isZip(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<std::unique_ptr<ArrayFile>> readNpz(std::string_view bytes)
{
    auto file = std::make_unique<Npz>();
    file->archive = archiveOf(bytes);
    if (!file->archive)
        return badArrays(translatable("core", "it begins as a ZIP archive, but is damaged or was cut off."));
    const zip_int64_t count = zip_get_num_entries(file->archive.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > kMaxArrays)
        return badArrays(translatable("core", "it has more than %1 entries."), {static_cast<int>(kMaxArrays)});
    file->inOrder = true;
    std::set<std::string> names;
    for (zip_int64_t i = 0; i < count; ++i) {
        if (std::optional<Error> error = addEntry(*file, static_cast<zip_uint64_t>(i)))
            return *std::move(error);
        if (!file->arrays.empty() && file->entries.back() == static_cast<zip_uint64_t>(i)
            && !names.insert(file->arrays.back().name).second)
            return badArrays(translatable("core", "it has two arrays of the name “%1”."),
                {reading::shortened(file->arrays.back().name)});
    }
    return std::unique_ptr<ArrayFile>(std::move(file));
}

} // namespace deltascope::imported
