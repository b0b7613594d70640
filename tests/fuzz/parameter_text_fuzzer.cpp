// SPDX-License-Identifier: GPL-3.0-or-later
// KEY=VALUE as it is typed, the keys of the view behind "view.": a value whose text reads back to the same value, typed
// and as JSON; or one sentence. Numbers are compared with strtod.
#include "documents/notices.h"
#include "documents/parameter_json.h"
#include "reading/typed_number.h"
#include "sentence.h"

#include <bit>
#include <cmath>

namespace {

using namespace deltascope;

bool same(double left, double right)
{
    return std::bit_cast<std::uint64_t>(left) == std::bit_cast<std::uint64_t>(right);
}

void tryNumber(std::string_view text)
{
    const std::optional<double> number = reading::typedNumber(text);
    if (!number)
        return;
    std::string plain(text);
    if (const std::size_t minus = plain.find("\xE2\x88\x92"); minus == 0)
        plain.replace(minus, 3, "-");
    require(same(*number, std::strtod(plain.c_str(), nullptr)));
    if (std::isfinite(*number)) {
        const std::optional<double> again = reading::typedNumber(reading::jsonNumber(*number));
        require(again && same(*again, *number));
    }
}

template <class Record>
void tryValue(const parameters::Parameter<Record>& row, std::string_view text)
{
    const Result<Record> record = documents::withText(Record{}, row, text);
    if (!record) {
        requireSentence(record.error());
        require(record.error().fault == Fault::usage);
        return;
    }
    const parameters::ParameterValue value = parameters::valueOf(*record, row);
    const Result<Record> again = documents::withText(Record{}, row, documents::typedText(value));
    require(again && parameters::valueOf(*again, row) == value
        && documents::jsonText(parameters::valueOf(*again, row)) == documents::jsonText(value));
    const std::string json = documents::jsonText(value);
    const Result<reading::JsonValue> parsed = reading::parseJson(json);
    require(static_cast<bool>(parsed));
    const Result<Record> fromJson = documents::withJson(Record{}, row, *parsed, json);
    require(fromJson && parameters::valueOf(*fromJson, row) == value);
}

template <class Record>
void tryRow(std::string_view key, std::string_view value)
{
    if (const parameters::Parameter<Record>* row = parameters::findParameter<Record>(key))
        tryValue(*row, value);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return 0;
    const std::string_view path = text.substr(0, equals), value = text.substr(equals + 1);
    const std::string_view key = path.substr(path.rfind('.') + 1); // also question.k
    tryNumber(value);
    documents::Notices notices;
    documents::noteTooSmall(key, value, notices);
    require(notices.size() <= 1);
    tryRow<model::Scenario>(key, value);
    tryRow<model::Question>(key, value);
    tryRow<model::ViewState>(key, value);
    tryRow<model::Preferences>(key, value);
    return 0;
}
