// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/print/lecture.h"

#include "base/registry.h"
#include "documents/link.h"
#include "documents/parameter_json.h"
#include "figures/build_figure.h"
#include "figures/figure_kind.h"
#include "lessons/cover.h"
#include "parameters/parameters.h"
#include "results/snapshot.h"
#include "text/language.h"
#include "text/markup.h"

#include <QStringList>

#include <algorithm>

namespace deltascope::prints {

namespace {

const figures::FigureKind* figureOf(const std::string& id)
{
    return findKind(figures::figuresRegistry(), id);
}

/// The figure that is pointed at, else the first of the document's, of those that answer no question to come.
std::optional<Picture> pictureOf(const lessons::Lesson& lesson, std::size_t place, const model::Document& document,
    const std::string& pointAt, bool answered)
{
    const lessons::LessonStep& step = lesson.steps[place];
    const int present = static_cast<int>(place);
    const lessons::LessonStep* covering = lessons::coveringStep(lesson, present, document.scenario,
        document.question.step, [&](int each) { return each != present || !answered; });
    std::vector<std::string> ids{pointAt};
    ids.insert(ids.end(), document.view.figures.begin(), document.view.figures.end());
    for (const std::string& id : ids)
        if (const figures::FigureKind* kind = figureOf(id); kind && !lessons::covers(covering, step, pointAt, id))
            return Picture{kind, document};
    return std::nullopt;
}

template <class Record>
QString rowName(const parameters::Parameter<Record>& row)
{
    const QString label = text::toText(Message{row.label, {}});
    return *row.symbol ? label + u' ' + text::plainSymbol(row.symbol) : label;
}

/// As the window shows it.
template <class Record>
QString rowValue(const parameters::Parameter<Record>& row, const parameters::ParameterValue& value)
{
    if (const int* whole = value.as<int>())
        return text::toText(Message{"%1", {*whole}});
    if (const std::int64_t* whole = value.as<std::int64_t>())
        return text::toText(Message{"%1", {static_cast<int>(*whole)}});
    if (const double* real = value.as<double>())
        return text::toText(Message{"%1", {Real{*real, 6}}});
    const std::string* id = value.as<std::string>();
    if (!id)
        return QString::fromStdString(documents::jsonText(value));
    for (const parameters::Choice& choice : row.choices ? row.choices() : std::vector<parameters::Choice>())
        if (choice.id == *id)
            return text::toText(Message{choice.name, {}});
    return QString::fromStdString(*id);
}

template <class Record>
QString assigned(const Record& record, const parameters::Parameter<Record>& row)
{
    return QStringLiteral("%1 = %2").arg(rowName(row), rowValue(row, parameters::valueOf(record, row)));
}

} // namespace

QByteArray Picture::link() const
{
    model::Document linked;
    linked.scenario = document.scenario;
    linked.question = document.question;
    linked.view = document.view;
    linked.view.ranges.clear();
    if (!kind->needs().wants(results::kindOf<results::MapCells>()))
        linked.question.map.reset(); // it is not drawn, and long
    linked.view.figures = {std::string(kind->id)};
    return QByteArray::fromStdString(documents::writeLink(linked));
}

std::vector<Section> sectionsOf(const std::shared_ptr<const lessons::Lesson>& lesson)
{
    std::vector<Section> sections;
    for (std::size_t i = 0; i < lesson->steps.size(); ++i) {
        const lessons::LessonStep& step = lesson->steps[i];
        Section section;
        section.part = text::toText(lesson->title);
        if (i == 0)
            section.summary = text::toText(lesson->summary);
        if (i + 1 == lesson->steps.size())
            section.source = text::toText(lesson->source);
        section.number = static_cast<int>(i) + 1;
        section.text = text::toText(step.text);
        section.settings = neededSettings(step.document);
        if (const std::optional<Picture> shown = pictureOf(*lesson, i, step.document, step.pointAt, false))
            section.pictures.push_back(*shown);
        section.lesson = lesson;
        section.step = &step;
        if (step.reveal)
            section.revealed = pictureOf(*lesson, i, step.reveal->document, step.reveal->pointAt, true);
        sections.push_back(std::move(section));
    }
    return sections;
}

std::vector<Section> sectionsOf(const documents::Preset& preset)
{
    std::vector<Section> sections = sectionsOf(preset.document, text::toText(preset.name));
    sections.front().text = text::toText(preset.lookFor);
    sections.front().source = text::toText(preset.source);
    return sections;
}

std::vector<Section> sectionsOf(const model::Document& document, const QString& name)
{
    Section section;
    section.part = name;
    section.settings = neededSettings(document);
    for (const std::string& id : document.view.figures)
        if (const figures::FigureKind* kind = figureOf(id))
            section.pictures.push_back({kind, document});
    return {section};
}

Result<DrawnSection> drawSection(const Section& section, const Drawing& how)
{
    DrawnSection drawn;
    const auto compute = [&](const model::Document& document, results::Needs needs) -> Result<results::Snapshot> {
        results::Snapshot snapshot =
            results::computeSnapshot(document, needs, {.stop = how.stop, .folder = how.folder});
        if (how.mapOf && document.question.map && needs.wants(results::kindOf<results::MapCells>()))
            snapshot.put(how.mapOf(document));
        if (std::optional<Error> problem = results::problemOf(snapshot))
            return *std::move(problem);
        return snapshot;
    };
    const auto build = [](const Picture& picture, const results::Snapshot& snapshot) {
        return figures::buildFigure(*picture.kind, snapshot, picture.document.question, picture.document.view);
    };
    results::Needs needs;
    for (const Picture& picture : section.pictures)
        needs |= picture.kind->needs();
    if (!section.pictures.empty()) { // all are of one document
        const Result<results::Snapshot> snapshot = compute(section.pictures.front().document, needs);
        if (!snapshot)
            return snapshot.error();
        for (const Picture& picture : section.pictures)
            drawn.pictures.push_back(build(picture, *snapshot));
    }
    const bool measures = section.step && section.step->question && section.step->question->measure;
    if (!section.revealed && !measures)
        return drawn;
    needs = section.revealed ? section.revealed->kind->needs() : results::Needs();
    if (measures)
        needs |= section.step->question->measure->kind->needs();
    const Result<results::Snapshot> snapshot = compute(section.step->lastGiven(), needs);
    if (!snapshot)
        return snapshot.error();
    if (section.revealed)
        drawn.revealed = build(*section.revealed, *snapshot);
    if (measures)
        drawn.measured = section.step->question->measure->value(*snapshot);
    return drawn;
}

QString rightAnswer(const Section& section, const DrawnSection& drawn)
{
    if (!section.step || !section.step->question)
        return {};
    const lessons::StepQuestion& question = *section.step->question;
    if (!question.measure)
        return text::toText(question.choices[static_cast<std::size_t>(question.right)]);
    return drawn.measured ? text::toText(Message{"%1", {question.measure->shown(*drawn.measured)}}) : QString();
}

QString neededSettings(const model::Document& document)
{
    QStringList parts;
    const model::Scenario fresh;
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters()) {
        const bool idle = row.idle && !row.idle(document.scenario).empty();
        const bool moved = parameters::valueOf(document.scenario, row) != parameters::valueOf(fresh, row);
        const bool inHand = !document.hide.empty() && std::ranges::find(document.hide, row.key) == document.hide.end();
        if (!idle && (moved || inHand))
            parts << assigned(document.scenario, row);
    }
    const model::Question unasked;
    for (const parameters::Parameter<model::Question>& row : parameters::rowsOf<model::Question>())
        if (const parameters::ParameterValue value = parameters::valueOf(document.question, row);
            value != parameters::valueOf(unasked, row) && value.as<std::string>() == nullptr
            && (value.as<int>() || value.as<std::int64_t>() || value.as<double>()))
            parts << assigned(document.question, row);
    return parts.join(QStringLiteral("; "));
}

QString settingsText(const model::Scenario& scenario)
{
    QStringList parts;
    const model::Scenario defaults;
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters())
        if (parameters::valueOf(scenario, row) != parameters::valueOf(defaults, row))
            parts << assigned(scenario, row);
    return parts.join(QStringLiteral("; "));
}

} // namespace deltascope::prints
