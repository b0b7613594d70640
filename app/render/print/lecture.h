// SPDX-License-Identifier: GPL-3.0-or-later
// What a lecture is made of: the sections of its presets, lessons and figures, in words and pictures. Slides, worksheet
// and answer key (slides.h, sheet.h) are three ways to print the same sections.
#pragma once

#include "base/result.h"
#include "base/watch.h"
#include "data/dataset.h"
#include "documents/preset_json.h"
#include "figures/figure.h"
#include "lessons/lesson.h"
#include "results/map_cells.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::figures {
struct FigureKind;
}

namespace deltascope::prints {

/// A figure that is to be drawn.
struct Picture {
    const figures::FigureKind* kind = nullptr;
    model::Document document;

    /// Opens Deltascope on it: the document's scenario and question, and this figure.
    QByteArray link() const;
};

/// A step of a lesson, a preset, or a figure. Texts are in the language that was present when it was made.
struct Section {
    QString part; ///< title of the lesson, preset or figure
    QString summary; ///< what it is about; only of the first section of a part
    QString source; ///< only of the last one
    int number = 0; ///< of a lesson's step, from 1; 0: the part has no steps
    QString text;
    QString settings; ///< what must be set to see the same; empty: nothing
    std::vector<Picture> pictures; ///< of a step one at most, which answers no question
    std::shared_ptr<const lessons::Lesson> lesson; ///< that `step` is of; nullptr: no step
    const lessons::LessonStep* step = nullptr;
    std::optional<Picture> revealed; ///< what is seen once the question is answered
};

std::vector<Section> sectionsOf(const std::shared_ptr<const lessons::Lesson>& lesson);
std::vector<Section> sectionsOf(const documents::Preset& preset);
/// Of a document: the figures that it shows.
std::vector<Section> sectionsOf(const model::Document& document, const QString& name);

/// A section's figures, and what its question asks to measure.
struct DrawnSection {
    std::vector<figures::Figure> pictures;
    std::optional<figures::Figure> revealed;
    std::optional<double> measured; ///< in the unit of the question's measure
};

/// The map that a document asks for: figures do not compute it. On the thread that draws.
using MapOf = std::function<std::shared_ptr<const results::MapCells>(const model::Document& document)>;

struct Drawing {
    data::DataFolder folder = {};
    std::stop_token stop = {};
    MapOf mapOf = {}; ///< empty: figures of maps stay empty
};

/// Computes what they need, on any thread. An Error with `stop` requested that nobody wants to hear.
Result<DrawnSection> drawSection(const Section& section, const Drawing& how = {});

/// What is right, in words; empty where the section asks nothing.
QString rightAnswer(const Section& section, const DrawnSection& drawn);

/// "Depth L = 8; Weight w = 6.9": what of a document must be set to see what it shows, in the present language: values
/// that are not those of a new document, and those that its lesson leaves in the reader's hand.
QString neededSettings(const model::Document& document);
/// "Depth L = 8; Weight w = 6.9": what of the scenario is not at its default, in the present language.
QString settingsText(const model::Scenario& scenario);

} // namespace deltascope::prints
