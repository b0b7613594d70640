// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/safetensors.h"

#include "reading/json.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

namespace deltascope::imported {

namespace {

constexpr std::size_t kLength = 8, kMaxHeader = 16u << 20;

std::uint64_t headerLength(std::string_view bytes)
{
    std::uint64_t length = 0;
    for (std::size_t i = kLength; i-- > 0;)
        length = length << 8 | static_cast<unsigned char>(bytes[i]);
    return length;
}

struct SavedType {
    std::string_view name;
    std::size_t bytes;
    NumberType type = NumberType::other;
};

constexpr SavedType kTypes[] = {{"F64", 8, NumberType::float64}, {"F32", 4, NumberType::float32},
    {"F16", 2, NumberType::float16}, {"BF16", 2, NumberType::bfloat16}, {"I64", 8}, {"U64", 8}, {"I32", 4}, {"U32", 4},
    {"I16", 2}, {"U16", 2}, {"I8", 1}, {"U8", 1}, {"BOOL", 1}, {"F8_E4M3", 1}, {"F8_E5M2", 1}};

/// Where an array lies behind the header.
struct Place {
    std::size_t begin = 0, end = 0;
};

class Safetensors final : public ArrayFile {
public:
    std::string_view data;
    std::vector<Place> places; // one for each array

    Result<std::vector<double>> numbers(std::size_t array) const override
    {
        const NumberType type = arrays[array].type;
        const char* bytes = data.data() + places[array].begin;
        std::vector<double> values(arrays[array].count());
        for (double& value : values) {
            value = numberAt(bytes, type);
            bytes += bytesOf(type);
        }
        return values;
    }
};

/// Whole numbers from 0 on, so large that nothing else is the matter with them.
std::optional<std::vector<std::size_t>> wholeNumbers(const reading::JsonMember* member)
{
    const auto* list = member ? member->value.as<reading::JsonValue::Array>() : nullptr;
    if (!list)
        return std::nullopt;
    std::vector<std::size_t> numbers;
    for (const reading::JsonValue& each : *list) {
        const double* number = each.as<double>();
        if (!number || *number < 0 || *number > 0x1p53 || *number != std::floor(*number))
            return std::nullopt;
        numbers.push_back(static_cast<std::size_t>(*number));
    }
    return numbers;
}

std::optional<Error> addArray(Safetensors& file, const reading::JsonMember& member)
{
    const std::string& name = member.key;
    const reading::JsonMember* typeName = member.value.find("dtype");
    const auto* written = typeName ? typeName->value.as<std::string>() : nullptr;
    const auto shape = wholeNumbers(member.value.find("shape")), ends = wholeNumbers(member.value.find("data_offsets"));
    if (!written || !shape || !ends || ends->size() != 2 || shape->size() > 16)
        return badArrays(translatable("core",
                             "its header does not say of “%1” what it must: a dtype, a shape and two data_offsets, "
                             "whole numbers from 0 on."),
            {name});
    const Place place{ends->front(), ends->back()};
    if (place.begin > place.end || place.end > file.data.size())
        return badArrays(translatable("core", "“%1” is said to lie from byte %2 to %3 of the %4 after the header."),
            {name, Real{static_cast<double>(place.begin), 17}, Real{static_cast<double>(place.end), 17},
                Real{static_cast<double>(file.data.size()), 17}});
    const auto type = std::ranges::find(kTypes, std::string_view(*written), &SavedType::name);
    if (type != std::end(kTypes)) {
        std::size_t count = 0;
        if (!multiplied(*shape, file.data.size(), count) || count * type->bytes != place.end - place.begin)
            return badArrays(
                translatable("core", "the shape of “%1” asks for another number of bytes than the %2 that it has."),
                {name, Real{static_cast<double>(place.end - place.begin), 17}});
    }
    file.arrays.push_back(
        {name, *shape, type == std::end(kTypes) ? NumberType::other : type->type, reading::shortened(*written)});
    file.places.push_back(place);
    return std::nullopt;
}

void addNotes(Safetensors& file, const reading::JsonValue& metadata)
{
    if (const auto* object = metadata.as<reading::JsonValue::Object>())
        for (const reading::JsonMember& each : *object)
            if (const auto* text = each.value.as<std::string>())
                file.notes.emplace_back(each.key, *text);
}

/// That every byte belongs to one array.
std::optional<Error> checkPlaces(const Safetensors& file)
{
    std::vector<std::size_t> order(file.places.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(file.places[i].begin, file.places[i].end); });
    std::size_t reached = 0;
    for (const std::size_t i : order) {
        if (file.places[i].begin < reached)
            return badArrays(translatable("core", "“%1” lies where another array lies too."), {file.arrays[i].name});
        if (file.places[i].begin > reached)
            return badArrays(translatable("core", "before “%1” there are bytes of no array."), {file.arrays[i].name});
        reached = file.places[i].end;
    }
    if (reached != file.data.size())
        return badArrays(translatable("core", "after its last array there are %1 more bytes, or it was cut off."),
            {Real{static_cast<double>(file.data.size() - reached), 17}});
    return std::nullopt;
}

} // namespace

bool isSafetensors(std::string_view bytes)
{
    return bytes.size() > kLength && bytes[kLength] == '{' && headerLength(bytes) > 1;
}

Result<std::unique_ptr<ArrayFile>> readSafetensors(std::string_view bytes)
{
    if (bytes.size() < kLength)
        return badArrays(translatable("core", "it ends before its header does."));
    const std::uint64_t length = headerLength(bytes);
    if (length > bytes.size() - kLength)
        return badArrays(translatable("core", "its header is said to have %1 bytes; the file has %2."),
            {Real{static_cast<double>(length), length > bytes.size() << 10 ? 4 : 17},
                Real{static_cast<double>(bytes.size()), 17}});
    if (length > kMaxHeader)
        return badArrays(translatable("core", "its header has %1 MB; %2 MB are the limit."),
            {Real{static_cast<double>(length) / 1e6, 4}, Real{static_cast<double>(kMaxHeader) / 1e6, 4}});
    const std::string_view text = bytes.substr(kLength, static_cast<std::size_t>(length));
    reading::JsonLimits limits;
    limits.bytes = kMaxHeader;
    limits.values = 1'000'000;
    const Result<reading::JsonValue> header = reading::parseJson(text, limits);
    if (!header)
        return Error{Fault::invalidData, {translatable("core", "its header: %1"), {header.error().what}}};
    const auto* members = header->as<reading::JsonValue::Object>();
    if (!members)
        return badArrays(translatable("core", "its header is not a JSON object."));
    auto file = std::make_unique<Safetensors>();
    file->data = bytes.substr(kLength + static_cast<std::size_t>(length));
    for (const reading::JsonMember& member : *members) {
        if (member.key == "__metadata__")
            addNotes(*file, member.value);
        else if (std::optional<Error> error = addArray(*file, member))
            return *std::move(error);
    }
    if (std::optional<Error> error = checkPlaces(*file))
        return *std::move(error);
    return std::unique_ptr<ArrayFile>(std::move(file));
}

} // namespace deltascope::imported
