// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/lecture.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "documents/document_json.h"
#include "documents/map_json.h"
#include "figures/figure_kind.h"
#include "files/lessons.h"
#include "files/presets.h"
#include "files/settings.h"
#include "files/shipped_maps.h"
#include "maps/checked_map.h"
#include "maps/kept_cells.h"
#include "maps/map_computation.h"
#include "render/print/sheet.h"
#include "render/print/slides.h"
#include "text/language.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <iterator>

namespace deltascope::files {

namespace {

const QString kMarks = QStringLiteral("lecture/marks");
constexpr std::array kKindNames{"preset", "lesson", "figure"}; // in the order of LectureItem::Kind

bool isKnown(const LectureItem& item)
{
    switch (item.kind) {
    case LectureItem::Kind::preset:
        return findPreset(item.id) != nullptr;
    case LectureItem::Kind::lesson:
        return findLesson(item.id) != nullptr;
    case LectureItem::Kind::figure:
        break;
    }
    return findKind(figures::figuresRegistry(), item.id) && documents::readDocument(item.document);
}

} // namespace

LectureItem lectureFigure(const std::string& figure, const model::Document& document)
{
    model::Document kept = document;
    kept.view.figures = {figure};
    kept.hide.clear();
    kept.lesson.reset();
    kept.preferences.reset();
    return {LectureItem::Kind::figure, figure, documents::writeDocument(kept)};
}

QString lectureName(const LectureItem& item)
{
    if (item.kind == LectureItem::Kind::preset)
        if (const documents::Preset* preset = findPreset(item.id))
            return text::toText(preset->name);
    if (item.kind == LectureItem::Kind::lesson)
        if (const auto lesson = findLesson(item.id))
            return text::toText(lesson->title);
    if (const figures::FigureKind* kind = findKind(figures::figuresRegistry(), item.id))
        return text::toText(kind->name);
    return QString::fromStdString(item.id);
}

std::vector<LectureItem> lectureMarks()
{
    std::vector<LectureItem> items;
    const auto settings = openSettings();
    if (!settings)
        return items;
    for (const QJsonValue& each : QJsonDocument::fromJson(settings->value(kMarks).toByteArray()).array()) {
        const QJsonObject json = each.toObject();
        for (std::size_t i = 0; i < kKindNames.size(); ++i) {
            LectureItem item{static_cast<LectureItem::Kind>(i),
                json[QLatin1String(kKindNames[i])].toString().toStdString(),
                json[QLatin1String("document")].toString().toStdString()};
            if (!item.id.empty() && isKnown(item))
                items.push_back(std::move(item));
        }
    }
    return items;
}

void keepLectureMarks(const std::vector<LectureItem>& items)
{
    const auto settings = openSettings();
    if (!settings)
        return;
    QJsonArray all;
    for (const LectureItem& item : items) {
        QJsonObject json{
            {QLatin1String(kKindNames[static_cast<std::size_t>(item.kind)]), QString::fromStdString(item.id)}};
        if (!item.document.empty())
            json[QLatin1String("document")] = QString::fromStdString(item.document);
        all.append(json);
    }
    settings->setValue(kMarks, QJsonDocument(all).toJson(QJsonDocument::Compact));
}

bool addLectureMark(const LectureItem& item)
{
    std::vector<LectureItem> items = lectureMarks();
    if (std::ranges::find(items, item) != items.end() || !openSettings())
        return false;
    items.push_back(item);
    keepLectureMarks(items);
    return true;
}

Result<std::vector<prints::Section>> sectionsOf(const std::vector<LectureItem>& items)
{
    std::vector<prints::Section> all;
    for (const LectureItem& item : items) {
        std::vector<prints::Section> some;
        if (item.kind == LectureItem::Kind::preset) {
            if (const documents::Preset* preset = findPreset(item.id))
                some = prints::sectionsOf(*preset);
        } else if (item.kind == LectureItem::Kind::lesson) {
            if (const auto lesson = findLesson(item.id))
                some = prints::sectionsOf(lesson);
        } else {
            const Result<model::Document> document = documents::readDocument(item.document);
            if (!document)
                return document.error();
            some = prints::sectionsOf(*document, lectureName(item));
        }
        std::ranges::move(some, std::back_inserter(all));
    }
    return all;
}

prints::MapOf mapsFor(const data::DataFolder& folder, const std::stop_token& stop)
{
    return [folder, stop](const model::Document& document) -> std::shared_ptr<const results::MapCells> {
        const model::Document start = documents::ofItsStart(document);
        const data::DatasetKind* kind = findKind(data::datasetsRegistry(), start.scenario.data);
        for (const ShippedMap& shipped : shippedMaps())
            if (!(kind && kind->wantsFolder) && maps::sameCells(shipped.document, start))
                return shipped.cells;
        if (!document.question.map || maps::problemOf(start, *document.question.map))
            return nullptr;
        const maps::CellSource source(start, *document.question.map, folder);
        return std::make_shared<const results::MapCells>(maps::computeMap(source, {.stop = stop}));
    };
}

struct LectureWriting::Parts {
    LecturePaths paths;
    std::unique_ptr<prints::Slides> slides;
    std::unique_ptr<prints::Sheets> worksheet, answers;
};

LectureWriting::LectureWriting(const QString& title, const std::vector<prints::Section>& sections, LecturePaths paths)
    : m_parts(std::make_unique<Parts>())
{
    m_parts->paths = std::move(paths);
    if (!m_parts->paths.slides.isEmpty())
        m_parts->slides = std::make_unique<prints::Slides>(title, sections);
    if (!m_parts->paths.worksheet.isEmpty())
        m_parts->worksheet = std::make_unique<prints::Sheets>(title, false);
    if (!m_parts->paths.answers.isEmpty())
        m_parts->answers = std::make_unique<prints::Sheets>(title, true);
}

LectureWriting::~LectureWriting() = default;

void LectureWriting::add(const prints::Section& section, const prints::DrawnSection& drawn)
{
    if (m_parts->slides)
        m_parts->slides->add(section, drawn);
    if (m_parts->worksheet)
        m_parts->worksheet->add(section, drawn);
    if (m_parts->answers)
        m_parts->answers->add(section, drawn);
}

std::vector<std::pair<QString, QByteArray>> LectureWriting::end()
{
    std::vector<std::pair<QString, QByteArray>> files;
    if (m_parts->slides)
        files.emplace_back(m_parts->paths.slides, m_parts->slides->end());
    if (m_parts->worksheet)
        files.emplace_back(m_parts->paths.worksheet, m_parts->worksheet->end());
    if (m_parts->answers)
        files.emplace_back(m_parts->paths.answers, m_parts->answers->end());
    return files;
}

} // namespace deltascope::files
