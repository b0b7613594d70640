// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listing.h"

#include "data/dataset_kind.h"
#include "documents/parameter_json.h"
#include "figures/figure_kind.h"
#include "files/lessons.h"
#include "files/presets.h"
#include "measures/measure.h"
#include "network/activations/activation.h"
#include "network/initializer.h"
#include "network/losses/loss.h"
#include "network/parametrizations/parametrization.h"
#include "parameters/number_limits.h"
#include "reading/json.h"
#include "text/language.h"
#include "text/text_table.h"
#include "training/optimizer.h"

#include <algorithm>
#include <iterator>

namespace deltascope::cli {

namespace {

QString textFromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string json(const QString& text)
{
    return reading::jsonString(text.toStdString());
}

template <class Kind>
std::vector<const Kind*> byRank(std::span<const Kind* const> registry)
{
    std::vector<const Kind*> kinds(registry.begin(), registry.end());
    std::sort(kinds.begin(), kinds.end(), [](const Kind* left, const Kind* right) { return left->rank < right->rank; });
    return kinds;
}

/// Kinds that have a formula: activations, initializers, parametrizations, losses, optimizers, datasets.
template <class Kind>
std::vector<ListEntry> formulaEntries(std::span<const Kind* const> registry)
{
    std::vector<ListEntry> entries;
    for (const Kind* kind : byRank(registry)) {
        const QString name = text::toText(kind->name), description = text::toText(kind->description);
        const QString formula = QString::fromUtf8(kind->formula);
        entries.push_back({textFromView(kind->id), name + QStringLiteral(": ") + formula,
            {{"name", json(name)}, {"formula", json(formula)}, {"description", json(description)}}});
    }
    return entries;
}

std::vector<ListEntry> figureEntries()
{
    std::vector<ListEntry> entries;
    for (const figures::FigureKind* kind : byRank(figures::figuresRegistry())) {
        const QString name = text::toText(kind->name), description = text::toText(kind->description);
        entries.push_back({textFromView(kind->id), name, {{"name", json(name)}, {"description", json(description)}}});
    }
    return entries;
}

std::vector<ListEntry> presetEntries()
{
    std::vector<ListEntry> entries;
    for (const documents::Preset& preset : files::presets()) {
        const QString name = text::toText(preset.name), lookFor = text::toText(preset.lookFor),
                      source = text::toText(preset.source);
        entries.push_back({QString::fromStdString(preset.id), name + QStringLiteral(": ") + lookFor,
            {{"name", json(name)}, {"look_for", json(lookFor)}, {"source", json(source)}}});
    }
    return entries;
}

std::vector<ListEntry> lessonEntries()
{
    std::vector<ListEntry> entries;
    for (const auto& lesson : files::lessons()) {
        const QString title = text::toText(lesson->title), summary = text::toText(lesson->summary),
                      source = text::toText(lesson->source);
        entries.push_back({QString::fromStdString(lesson->id), title + QStringLiteral(": ") + summary,
            {{"title", json(title)}, {"summary", json(summary)}, {"source", json(source)},
                {"steps", std::to_string(lesson->steps.size())}}});
    }
    return entries;
}

/// "1 … 10000", or the ids that it may have.
template <class Record>
QString allowed(const parameters::Parameter<Record>& parameter)
{
    if (parameters::typeOf(parameter).number)
        return text::toText(parameters::limitInFull(parameter.minimum)) + QStringLiteral(" … ")
            + text::toText(parameters::limitInFull(parameter.maximum));
    if (!parameter.choices)
        return {};
    QStringList ids;
    for (const parameters::Choice& choice : parameter.choices())
        ids << textFromView(choice.id);
    return ids.join(QStringLiteral(" | "));
}

template <class Record>
void addParameters(std::vector<ListEntry>& entries, const char* option, const char* group)
{
    const Record defaults;
    for (const parameters::Parameter<Record>& row : parameters::rowsOf<Record>()) {
        const std::string standard = documents::jsonText(parameters::valueOf(defaults, row));
        ListEntry entry{textFromView(row.key), {}, {}};
        const QString range = allowed(row);
        entry.line = QLatin1String(option) + u' ' + entry.id + u'='
            + QString::fromStdString(documents::typedText(parameters::valueOf(defaults, row)))
            + (range.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(range)) + QStringLiteral(": ")
            + text::toText(row.help);
        entry.json = {{"label", json(text::toText(row.label))}, {"symbol", reading::jsonString(row.symbol)},
            {"unit", reading::jsonString(row.unit)}, {"help", json(text::toText(row.help))},
            {"option", reading::jsonString(option)}, {"group", reading::jsonString(group)},
            {"type", reading::jsonString(parameters::typeOf(row).name)}, {"default", standard}};
        if (parameters::typeOf(row).number) {
            entry.json.emplace_back("minimum", reading::jsonNumber(row.minimum));
            entry.json.emplace_back("maximum", reading::jsonNumber(row.maximum));
        }
        if (const std::string_view example = parameters::typeOf(row).example; !example.empty())
            entry.json.emplace_back("example", reading::jsonString(example));
        if (row.choices) {
            std::vector<std::string> ids;
            for (const parameters::Choice& choice : row.choices())
                ids.emplace_back(choice.id);
            entry.json.emplace_back("choices", documents::jsonText(ids));
        }
        entries.push_back(std::move(entry));
    }
}

std::vector<ListEntry> measureEntries()
{
    std::vector<ListEntry> entries;
    for (const measures::MeasureKind* kind : measures::measuresRegistry()) {
        ListEntry entry{textFromView(kind->id), text::toText(kind->name), {}};
        if (*kind->arguments)
            entry.line += QStringLiteral(" (%1)").arg(QString::fromUtf8(kind->arguments));
        entry.json = {{"id", reading::jsonString(kind->id)},
            {"name", reading::jsonString(text::toText(kind->name).toStdString())},
            {"arguments", reading::jsonString(kind->arguments)}, {"decades", kind->decades ? "true" : "false"}};
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<ListEntry> parameterEntries()
{
    std::vector<ListEntry> entries;
    addParameters<model::Scenario>(entries, "--set", "scenario");
    addParameters<model::Question>(entries, "--view", "question");
    addParameters<model::ViewState>(entries, "--view", "view");
    addParameters<model::Preferences>(entries, "--view", "preferences");
    return entries;
}

constexpr Listing kListings[] = {
    {"activations", [] { return formulaEntries(activations::activationsRegistry()); }},
    {"initializers", [] { return formulaEntries(network::initializersRegistry()); }},
    {"parametrizations", [] { return formulaEntries(network::parametrizationsRegistry()); }},
    {"losses", [] { return formulaEntries(losses::lossesRegistry()); }},
    {"optimizers", [] { return formulaEntries(training::optimizersRegistry()); }},
    {"datasets", [] { return formulaEntries(data::datasetsRegistry()); }},
    {"presets", presetEntries},
    {"figures", figureEntries},
    {"parameters", parameterEntries},
    {"measures", measureEntries},
    {"lessons", lessonEntries},
};

} // namespace

std::span<const Listing> listings()
{
    return kListings;
}

QString listText(const std::vector<const Listing*>& chosen)
{
    QString text;
    for (const Listing* listing : chosen) {
        if (chosen.size() > 1)
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + textFromView(listing->kind) + u'\n';
        const std::vector<ListEntry> entries = listing->entries();
        qsizetype indent = 0;
        for (const ListEntry& entry : entries)
            indent = std::max(indent, entry.id.size() + 4);
        for (const ListEntry& entry : entries)
            text += text::hangingRow(entry.id, entry.line, indent);
    }
    return text;
}

QString listJson(const std::vector<const Listing*>& chosen)
{
    std::string text = "{\"format\": \"deltascope.list\", \"schema\": 1";
    for (const Listing* listing : chosen) {
        text += ",\n " + reading::jsonString(listing->kind) + ": [";
        bool first = true;
        for (const ListEntry& entry : listing->entries()) {
            text += (first ? "\n  " : ",\n  ") + ("{\"id\": " + json(entry.id));
            for (const auto& [key, value] : entry.json)
                text += ", " + reading::jsonString(key) + ": " + value;
            text += "}";
            first = false;
        }
        text += "]";
    }
    return QString::fromStdString(text) + QStringLiteral("}\n");
}

} // namespace deltascope::cli
