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
constexpr std::size_t kMaxWholeBytes = 1u << 30; // of an array: only the entries that are asked for are kept

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

std::size_t entryBytes(const std::vector<std::size_t>& shape, std::size_t size)
{
    for (std::size_t i = 1; i < shape.size(); ++i)
        size *= shape[i];
    return size;
}

/// Where the numbers of an array that is written by columns stand row by row, one after the other.
class RowPlaces {
public:
    explicit RowPlaces(const std::vector<std::size_t>& shape)
        : m_shape(shape)
        , m_steps(shape.size(), 1)
        , m_index(shape.size())
    {
        for (std::size_t i = shape.size(); i-- > 1;)
            m_steps[i - 1] = m_steps[i] * shape[i];
    }

    std::size_t next()
    {
        const std::size_t place = m_place;
        for (std::size_t i = 0; i < m_shape.size(); ++i) {
            m_place += m_steps[i];
            if (++m_index[i] < m_shape[i])
                break;
            m_place -= m_steps[i] * m_shape[i];
            m_index[i] = 0;
        }
        return place;
    }

private:
    const std::vector<std::size_t>& m_shape;
    std::vector<std::size_t> m_steps, m_index;
    std::size_t m_place = 0;
};

class Npz final : public NpzFile {
public:
    struct Place {
        zip_uint64_t entry = 0;
        bool byColumns = false;
    };

    Archive archive;
    std::vector<Place> places; // one for each array

    Result<std::vector<double>> numbers(std::size_t array) const override
    {
        const NamedArray& known = arrays[array];
        const std::size_t size = bytesOf(known.type);
        std::vector<double> values;
        values.reserve(known.count());
        const auto take = [&](std::string_view piece) {
            for (std::size_t i = 0; i < piece.size(); i += size)
                values.push_back(numberAt(piece.data() + i, known.type));
        };
        if (std::optional<Error> error = read(array, size, {}, take))
            return *std::move(error);
        return places[array].byColumns ? byRows(values, known.shape) : std::move(values);
    }

    Result<std::string> firstEntries(std::size_t array, std::size_t most, const std::stop_token& stop) const override
    {
        const NamedArray& known = arrays[array];
        const std::size_t size = wholeType(known)->bytes;
        const std::size_t kept =
            std::min(most, known.shape.empty() ? 1 : known.shape.front()) * entryBytes(known.shape, size);
        std::string bytes;
        RowPlaces rows(known.shape);
        const auto takeRows = [&](std::string_view piece) { bytes += piece.substr(0, kept - bytes.size()); };
        const auto takeColumns = [&](std::string_view piece) {
            bytes.resize(kept);
            for (std::size_t i = 0; i < piece.size(); i += size)
                if (const std::size_t place = rows.next() * size; place < kept)
                    piece.copy(bytes.data() + place, size, i);
        };
        std::optional<Error> error =
            places[array].byColumns ? read(array, size, stop, takeColumns) : read(array, size, stop, takeRows);
        if (error)
            return *std::move(error);
        return stop.stop_requested() ? std::string() : std::move(bytes);
    }

private:
    /// Gives all numbers of an array, of so many bytes each, in pieces of whole ones.
    template <class Take>
    std::optional<Error> read(std::size_t array, std::size_t size, const std::stop_token& stop, const Take& take) const
    {
        const Entry entry(zip_fopen_index(archive.get(), places[array].entry, 0));
        if (!entry || !headerOf(entry.get()))
            return badArrays(translatable("core", "it is damaged."));
        const std::size_t count = arrays[array].count();
        for (std::size_t done = 0; done < count;) {
            if (stop.stop_requested())
                return std::nullopt;
            const std::size_t wanted = std::min(count - done, reading::kReadingPiece / size);
            const std::string piece = nextBytes(entry.get(), wanted * size);
            if (piece.size() < wanted * size)
                return badArrays(translatable("core", "it is damaged, or too short for its shape (%1 in all)."),
                    {Real{static_cast<double>(count), 17}});
            take(piece);
            done += wanted;
        }
        char more = 0;
        if (zip_fread(entry.get(), &more, 1) != 0) // the checksum is compared at the end
            return badArrays(translatable("core", "it is damaged, or too long for its shape (%1 in all)."),
                {Real{static_cast<double>(count), 17}});
        return std::nullopt;
    }

    static std::vector<double> byRows(const std::vector<double>& values, const std::vector<std::size_t>& shape)
    {
        std::vector<double> sorted(values.size());
        RowPlaces rows(shape);
        for (const double value : values)
            sorted[rows.next()] = value;
        return sorted;
    }
};

/// A network's numbers are held.
std::size_t mostNumbers(const NamedArray& array)
{
    if (array.type != NumberType::other)
        return kMaxNetworkNumbers;
    const std::optional<WholeType> whole = wholeType(array);
    return kMaxWholeBytes / (whole ? whole->bytes : 1);
}

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
    NamedArray array{std::move(name), header->shape, header->type, header->typeName};
    if (!multiplied(array.shape, mostNumbers(array), count))
        return badArrays(translatable("core", "“%1” promises more than %2 million numbers."),
            {reading::shortened(array.name), static_cast<int>(mostNumbers(array) >> 20)});
    file.arrays.push_back(std::move(array));
    file.places.push_back({number, header->byColumns});
    return std::nullopt;
}

} // namespace

bool isZip(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

std::optional<WholeType> wholeType(const NamedArray& array)
{
    const std::string_view name = array.typeName;
    if (name.size() != 3 || (name[0] != '<' && name != "|u1" && name != "|i1") || (name[1] != 'u' && name[1] != 'i'))
        return std::nullopt;
    const WholeType type{static_cast<std::size_t>(name[2] - '0'), name[1] == 'i'};
    if ((type.bytes != 1 && type.bytes != 2 && type.bytes != 4 && type.bytes != 8) || name == "<u8")
        return std::nullopt;
    return type;
}

std::int64_t wholeAt(const char* bytes, WholeType type)
{
    std::uint64_t bits = 0;
    for (std::size_t i = type.bytes; i-- > 0;)
        bits = bits << 8 | static_cast<unsigned char>(bytes[i]);
    const std::size_t unused = 64 - 8 * type.bytes;
    return type.isSigned ? static_cast<std::int64_t>(bits << unused) >> unused : static_cast<std::int64_t>(bits);
}

Result<std::unique_ptr<NpzFile>> readNpz(std::string_view bytes)
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
        if (!file->arrays.empty() && file->places.back().entry == static_cast<zip_uint64_t>(i)
            && !names.insert(file->arrays.back().name).second)
            return badArrays(translatable("core", "it has two arrays of the name “%1”."),
                {reading::shortened(file->arrays.back().name)});
    }
    return std::unique_ptr<NpzFile>(std::move(file));
}

} // namespace deltascope::imported
