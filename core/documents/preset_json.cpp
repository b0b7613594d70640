// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/preset_json.h"

#include "documents/document_reader.h"

#include <array>
#include <cmath>

namespace deltascope::documents {

using reading::errorAt;
using reading::JsonMember;
using reading::JsonValue;
using reading::parseJson;

Result<Preset> readPreset(std::string id, std::string_view json)
{
    const Result<JsonValue> root = parseJson(json);
    if (!root)
        return root.error();
    constexpr std::array<std::string_view, 4> kOwnKeys{"name", "look_for", "source", "rank"};
    Result<model::Document> document = documentFrom(json, *root, kOwnKeys);
    if (!document)
        return document.error();
    Preset preset;
    preset.id = std::move(id);
    preset.document = *std::move(document);
    for (auto [key, words] : {std::pair{"name", &preset.name}, std::pair{"look_for", &preset.lookFor},
             std::pair{"source", &preset.source}}) {
        const JsonMember* member = root->find(key);
        const std::string* english = member ? member->value.as<std::string>() : nullptr;
        if (!english || english->empty())
            return errorAt(json, member ? member->value.offset : root->offset,
                {translatable("core", "%1 must be a text in quotation marks."), {key}});
        *words = {*english, {}};
    }
    const JsonMember* rank = root->find("rank");
    const double* number = rank ? rank->value.as<double>() : nullptr;
    if (!number || *number != std::floor(*number) || std::abs(*number) > 1e6)
        return errorAt(
            json, rank ? rank->value.offset : root->offset, {translatable("core", "rank must be a whole number."), {}});
    preset.rank = static_cast<int>(*number);
    return preset;
}

} // namespace deltascope::documents
