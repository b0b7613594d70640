// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/link.h"

#include "documents/parameter_json.h"
#include "documents/schema_1.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace deltascope::documents {

namespace {

constexpr std::string_view kQuestionPrefix = "question.", kViewPrefix = "view.", kPreferencesPrefix = "preferences.",
                           kHide = "hide", kLesson = "lesson", kStep = "step";
constexpr int kMostSteps = 1000;

bool isPlain(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || std::string_view("-._~,/").find(character) != std::string_view::npos;
}

std::string encoded(std::string_view text)
{
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string result;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (isPlain(character))
            result += character;
        else
            result.append({'%', kDigits[byte / 16], kDigits[byte % 16]});
    }
    return result;
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        unsigned byte = 0;
        if (text.size() - i < 3)
            return std::nullopt;
        const char* begin = text.data() + i + 1;
        if (std::from_chars(begin, begin + 2, byte, 16).ptr != begin + 2)
            return std::nullopt;
        result += static_cast<char>(byte);
        i += 2;
    }
    return result;
}

Message inLink(Message what)
{
    return {translatable("core", "The link: %1"), {std::move(what)}};
}

Error wrong(Message problem)
{
    return {Fault::invalidData, inLink(std::move(problem))};
}

template <class Record>
void appendToLink(std::string& link, std::string_view prefix, const Record& record)
{
    const Record defaults;
    for (const parameters::Parameter<Record>& row : parameters::rowsOf<Record>())
        if (const parameters::ParameterValue value = parameters::valueOf(record, row);
            jsonText(value) != jsonText(parameters::valueOf(defaults, row)))
            link += (link.back() == '?' ? "" : "&") + std::string(prefix) + std::string(row.key) + "="
                + encoded(typedText(value));
}

std::vector<std::string> splitLinkList(std::string_view text)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

/// The key as it is written now: links of schema 1 have view.layer for question.layer.
std::string presentKey(const std::string& key)
{
    if (!key.starts_with(kViewPrefix))
        return key;
    const std::string ofView = key.substr(kViewPrefix.size());
    return std::string(placeOfViewKey(ofView)) + "." + ofView;
}

Error unknownLinkKey(const std::string& key)
{
    return wrong({translatable("core", "the key “%1” is not known."), {reading::shortened(key)}});
}

/// Puts the value of a key that begins with this prefix.
template <class Record>
std::optional<Error> putFromLink(
    Record& record, std::string_view prefix, const std::string& key, const std::string& value)
{
    const parameters::Parameter<Record>* row = parameters::findParameter<Record>(key.substr(prefix.size()));
    if (!row)
        return unknownLinkKey(key);
    Result<Record> next = withText(record, *row, value);
    if (!next)
        return wrong(next.error().what);
    record = *std::move(next);
    return std::nullopt;
}

/// Puts one key; nothing on success.
std::optional<Error> putFromLink(model::Document& document, const std::string& key, const std::string& value)
{
    if (key.starts_with(kQuestionPrefix))
        return putFromLink(document.question, kQuestionPrefix, key, value);
    if (key.starts_with(kViewPrefix))
        return putFromLink(document.view, kViewPrefix, key, value);
    if (key.starts_with(kPreferencesPrefix)) {
        model::Preferences preferences = document.preferences.value_or(model::Preferences());
        if (std::optional<Error> error = putFromLink(preferences, kPreferencesPrefix, key, value))
            return error;
        if (preferences != model::Preferences())
            document.preferences = std::move(preferences);
        return std::nullopt;
    }
    if (parameters::findScenarioParameter(key))
        return putFromLink(document.scenario, "", key, value);
    if (key == kHide) {
        document.hide = splitLinkList(value);
        for (const std::string& hidden : document.hide)
            if (!parameters::findScenarioParameter(hidden))
                return wrong({translatable("core", "hide: the key “%1” is not known."), {reading::shortened(hidden)}});
        return std::nullopt;
    }
    if (key == kLesson || key == kStep) {
        if (reading::invalidUtf8(value))
            return wrong({translatable("core", "%1: %2"),
                {key, Message{translatable("core", "the value must be text in UTF-8."), {}}}});
        if (!document.lesson)
            document.lesson.emplace();
        if (key == kLesson) {
            document.lesson->id = value;
            return std::nullopt;
        }
        int& step = document.lesson->step;
        const char* end = value.data() + value.size();
        const auto read = std::from_chars(value.data(), end, step);
        if (read.ec != std::errc() || read.ptr != end || step < 1 || step > kMostSteps)
            return wrong({translatable("core", "step must be a whole number from 1."), {}});
        return std::nullopt;
    }
    return unknownLinkKey(key);
}

} // namespace

std::string writeLink(const model::Document& document)
{
    std::string link = std::string(kLinkPrefix) + "?";
    appendToLink(link, "", document.scenario);
    appendToLink(link, kQuestionPrefix, document.question);
    appendToLink(link, kViewPrefix, document.view);
    if (document.preferences)
        appendToLink(link, kPreferencesPrefix, *document.preferences);
    const auto add = [&](std::string_view key, const std::string& value) {
        link += (link.back() == '?' ? "" : "&") + std::string(key) + "=" + encoded(value);
    };
    std::string hide;
    for (const std::string& key : document.hide)
        hide += (hide.empty() ? "" : ",") + key;
    if (!hide.empty())
        add(kHide, hide);
    if (document.lesson) {
        add(kLesson, document.lesson->id);
        add(kStep, std::to_string(document.lesson->step));
    }
    return link;
}

Result<model::Document> readLink(std::string_view text, Notices* notices)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.remove_suffix(1);
    if (!text.starts_with(kLinkPrefix) || text.size() > kMaxLinkBytes)
        return wrong({translatable("core", "it must begin with “%1”, and be short."), {std::string(kLinkPrefix)}});
    text.remove_prefix(kLinkPrefix.size());
    if (text.starts_with('?'))
        text.remove_prefix(1);
    model::Document document;
    Notices tooSmall;
    std::set<std::string> seen;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        const std::size_t equals = pair.find('=');
        std::optional<std::string> key = decoded(pair.substr(0, equals));
        const std::optional<std::string> value =
            equals == std::string_view::npos ? std::nullopt : decoded(pair.substr(equals + 1));
        if (!key || !value)
            return wrong({translatable("core", "“%1” is not of the form KEY=VALUE."), {reading::shortened(pair)}});
        key = presentKey(*key);
        if (!seen.insert(*key).second)
            return wrong({translatable("core", "the key “%1” is given twice."), {reading::shortened(*key)}});
        if (std::optional<Error> error = putFromLink(document, *key, *value))
            return *std::move(error);
        if (*key != kLesson) // its name may be any text
            noteTooSmall(*key, *value, tooSmall);
    }
    if (document.lesson && document.lesson->id.empty())
        return wrong({translatable("core", "step needs a lesson."), {}});
    if (const std::optional<Error> error = parameters::validate(document.scenario))
        return wrong(error->what);
    if (notices)
        for (Message& notice : tooSmall)
            notices->push_back(inLink(std::move(notice)));
    return document;
}

} // namespace deltascope::documents
