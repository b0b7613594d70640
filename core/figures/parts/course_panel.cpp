// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/course_panel.h"

#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "numerics/moving_mean.h"
#include "parameters/parameters.h"
#include "training/distance.h"
#include "training/training_progress.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::parts {

namespace {

// Told apart by colour, pen and marker; what is published has its own.
constexpr figures::Role kBetween[] = {figures::Role::primary, figures::Role::secondary, figures::Role::tertiary};

Message epochTitle(bool countsSteps = false)
{
    return {countsSteps ? translatable("core", "step") : translatable("core", "epoch"), {}};
}

figures::Line lineOf(
    const training::TrainingProgress& course, Message name, figures::Role role, const RecordValue& value)
{
    figures::Line line;
    line.name = std::move(name);
    line.role = role;
    bool gap = false;
    for (std::size_t i = 0; i < course.trace.size(); ++i) {
        const training::TraceRecord& record = course.trace.record(i);
        const std::optional<double> y = value(record, course.trace.layers(i));
        if (!y || !std::isfinite(*y)) {
            gap = !line.x.empty();
            continue;
        }
        if (gap)
            line.breaks.push_back(line.x.size());
        gap = false;
        line.x.push_back(epochsOf(course, record.step));
        line.y.push_back(*y);
    }
    line.markers = line.x.size() == 1;
    return line;
}

// "η = 0.05"
Message changeName(const model::Change& change)
{
    const parameters::Parameter<model::Scenario>* row = parameters::findScenarioParameter(change.key);
    return {"%1 = %2", {row && *row->symbol ? std::string(row->symbol) : change.key, diagnosis::number(change.value)}};
}

} // namespace

std::vector<CourseLayer> courseLayers(int depth, int selected, int upTo, int most)
{
    most = std::min(depth, most);
    std::vector<int> layers;
    layers.reserve(static_cast<std::size_t>(most));
    for (int i = 0; i < most; ++i)
        layers.push_back(most == 1 ? 1 : 1 + static_cast<int>(std::lround(double(i) * (depth - 1) / (most - 1))));
    if (selected > 0 && std::ranges::find(layers, selected) == layers.end()) {
        const auto nearest = std::ranges::min_element(
            layers.begin() + 1, layers.end() - 1, {}, [selected](int layer) { return std::abs(layer - selected); });
        *nearest = selected;
        std::ranges::sort(layers);
    }
    std::vector<CourseLayer> result;
    result.reserve(layers.size());
    std::size_t between = 0;
    for (const int layer : layers) {
        const figures::Role role = layer == 1 ? figures::Role::first
            : layer == depth                  ? figures::Role::last
                                              : kBetween[between++];
        if (upTo <= 0 || layer <= upTo)
            result.push_back({layer, role});
    }
    if (upTo > 0 && result.size() > 1 && result.back().layer != selected)
        result.back().layer = upTo; // the last one that may be shown is, in place of its neighbour
    return result;
}

Message layerName(int layer)
{
    return {translatable("core", "layer %1"), {layer}};
}

std::optional<double> decadesOf(const numerics::Scaled& size)
{
    if (size.isZero())
        return -std::numeric_limits<double>::infinity();
    return size.beyondRange() ? std::nullopt : std::optional(size.log10());
}

double epochsOf(const training::TrainingProgress& course, std::int64_t step)
{
    return training::epochsAt(course, step);
}

CoursePanel::CoursePanel(const training::TrainingProgress& course, Message valueTitle, figures::AxisScale scale)
    : m_course(course)
    , m_valueTitle(std::move(valueTitle))
    , m_scale(scale)
{
    m_times.include(0);
    m_times.include(epochsOf(course, course.step));
}

void CoursePanel::add(Message name, figures::Role role, const RecordValue& value, int layer, bool dashed)
{
    addZeros(m_course, name, value);
    figures::Line line = lineOf(m_course, std::move(name), role, value);
    if (layer > 0)
        line.layers.assign(line.x.size(), layer);
    line.dashed = dashed;
    addCourse(std::move(line));
}

/// What was recorded stays behind its moving mean, and beside it in tables.
void CoursePanel::addCourse(figures::Line line)
{
    const bool shorter = line.x.size() < 3 || line.x.back() - line.x.front() <= 0;
    if (m_smooth == 0 || shorter) {
        add(std::move(line));
        return;
    }
    figures::Line recorded = line;
    if (!line.name.empty())
        recorded.column = {translatable("core", "%1, as recorded"), {line.name}};
    recorded.name = {};
    recorded.faint = true;
    line.y = numerics::movingMean(line.x, recorded.y, line.breaks, m_smooth);
    add(std::move(recorded));
    add(std::move(line));
    m_smoothed = true;
}

void CoursePanel::addOf(
    const training::TrainingProgress& course, Message name, figures::Role role, const RecordValue& value)
{
    addZeros(course, name, value);
    addCourse(lineOf(course, std::move(name), role, value));
}

void CoursePanel::addZeros(const training::TrainingProgress& course, const Message& name, const RecordValue& value)
{
    figures::Zeros zeros{name, {}};
    for (std::size_t i = 0; i < course.trace.size(); ++i) {
        const training::TraceRecord& record = course.trace.record(i);
        if (value(record, course.trace.layers(i)) == -std::numeric_limits<double>::infinity())
            zeros.x.push_back(epochsOf(course, record.step));
    }
    if (!zeros.x.empty())
        m_panel.zeros.push_back(std::move(zeros));
}

void CoursePanel::addPins(const results::Snapshot& snapshot, const Message& name, const RecordValue& value, bool dashed)
{
    for (const DrawnPin& drawnPin : drawnPins(snapshot))
        if (drawnPin.result.get<training::TrainingProgress>()) {
            const training::TrainingProgress& course = *drawnPin.result.get<training::TrainingProgress>();
            const Message full{"%1: %2", {drawnPin.name, name}};
            addZeros(course, full, value);
            figures::Line line = lineOf(course, full, drawnPin.role, value);
            line.dashed = dashed;
            addCourse(std::move(line));
        }
}

void CoursePanel::notePinsWithout(const results::Snapshot& snapshot, int layer)
{
    for (const DrawnPin& drawnPin : drawnPins(snapshot))
        if (drawnPin.result.get<training::TrainingProgress>()
            && layer > drawnPin.result.get<training::TrainingProgress>()->trace.depth())
            m_notes.push_back({translatable("core", "Pin “%1” has no layer %2."), {drawnPin.name, layer}});
}

void CoursePanel::addBand(Message name, figures::Role role, const RecordValue& lower, const RecordValue& upper)
{
    figures::Band band;
    band.name = std::move(name);
    band.role = role;
    for (std::size_t i = 0; i < m_course.trace.size(); ++i) {
        const training::TraceRecord& record = m_course.trace.record(i);
        const auto low = lower(record, m_course.trace.layers(i)), high = upper(record, m_course.trace.layers(i));
        if (!low || !high || !std::isfinite(*low) || !std::isfinite(*high))
            continue;
        band.x.push_back(epochsOf(m_course, record.step));
        band.lower.push_back(*low);
        band.upper.push_back(*high);
    }
    add(std::move(band));
}

void CoursePanel::add(figures::Line line)
{
    if (line.x.empty())
        return;
    for (const double x : line.x)
        m_times.include(x);
    for (const double y : line.y)
        m_values.include(y);
    m_panel.elements.emplace_back(std::move(line));
}

void CoursePanel::add(figures::Band band)
{
    if (band.x.size() < 2)
        return;
    for (std::size_t i = 0; i < band.x.size(); ++i) {
        m_times.include(band.x[i]);
        m_values.include(band.lower[i]);
        m_values.include(band.upper[i]);
    }
    m_panel.elements.emplace_back(std::move(band));
}

void CoursePanel::guide(Message name, double value)
{
    m_values.include(value);
    m_panel.elements.emplace_back(figures::Guide{std::move(name), figures::Role::reference, true, value});
}

void CoursePanel::bound(double lower, double upper)
{
    m_bounds = AxisRange{lower, upper};
}

figures::Panel CoursePanel::finish()
{
    for (const model::Change& change : m_course.scenario.changes)
        if (change.step <= m_course.step)
            m_panel.elements.emplace_back(
                figures::Guide{changeName(change), figures::Role::context, false, epochsOf(m_course, change.step)});
    if (m_smoothed)
        m_notes.push_back(m_course.stepsPerEpoch == 0
                ? Message{translatable("core", "Means over %1 steps around each point; pale, as recorded."), {m_smooth}}
                : Message{
                    translatable("core", "Means over %1 epochs around each point; pale, as recorded."), {m_smooth}});
    const double end = m_times.upper > 0 ? m_times.upper : 1;
    m_panel.x = {epochTitle(m_course.stepsPerEpoch == 0), "", figures::AxisScale::linear, 0, end, 0};
    m_panel.y = m_scale == figures::AxisScale::decades ? decadesAxis(m_valueTitle, m_values)
                                                       : linearAxis(m_valueTitle, m_values);
    if (m_bounds) {
        m_panel.y.lower = std::max(m_panel.y.lower, m_bounds->lower);
        m_panel.y.upper = std::min(m_panel.y.upper, m_bounds->upper);
        if (!(m_panel.y.lower < m_panel.y.upper)) {
            m_panel.y.lower = m_bounds->lower;
            m_panel.y.upper = m_bounds->upper;
        }
    }
    return std::move(m_panel);
}

Message epochAndStep(const training::TrainingProgress& course)
{
    if (course.trace.size() == 0)
        return {};
    const training::TraceRecord& newest = course.trace.record(course.trace.size() - 1);
    if (course.stepsPerEpoch == 0)
        return {translatable("core", "step %1"), {newest.step}};
    if (course.stepsPerEpoch <= 1)
        return {translatable("core", "epoch %1"), {newest.epoch}};
    return {translatable("core", "epoch %1 (step %2)"), {newest.epoch, newest.step}};
}

void noteCourse(const results::Snapshot& snapshot, std::vector<Message>& notes)
{
    const training::TrainingProgress& course = *snapshot.get<training::TrainingProgress>();
    if (course.divergence)
        notes.push_back(training::sentence(*course.divergence));
    if (std::ranges::any_of(course.scenario.changes,
            [&](const model::Change& change) { return change.step <= course.step && course.step > 0; }))
        notes.push_back({translatable("core", "Upright lines: where the training was changed in mid-run."), {}});
    if (snapshot.pins.size() > training::kMaxCompared - 1)
        notes.push_back({translatable("core", "Only the first %1 of %2 pinned scenarios are trained."),
            {static_cast<int>(training::kMaxCompared) - 1, static_cast<int>(snapshot.pins.size())}});
}

Message noTrainingYet()
{
    return {translatable("core", "Nothing has been trained yet: press “Train”, above the figures."), {}};
}

figures::Panel emptyCoursePanel(Message valueTitle, figures::AxisScale scale)
{
    figures::Panel panel;
    panel.x = {epochTitle(), "", figures::AxisScale::linear, 0, 1, 0};
    panel.y = scale == figures::AxisScale::decades ? figures::Axis{std::move(valueTitle), "", scale, -3, 0, 0}
                                                   : figures::Axis{std::move(valueTitle), "", scale, 0, 1, 0};
    return panel;
}

figures::Figure courseFigure(figures::Figure figure, Message valueTitle, figures::AxisScale scale,
    const results::Snapshot& snapshot,
    const std::function<Message(CoursePanel& panel, const training::TrainingProgress& course)>& draw)
{
    if (!snapshot.get<training::TrainingProgress>()) {
        figure.caption = noTrainingYet();
        figure.panels.push_back(emptyCoursePanel(std::move(valueTitle), scale));
        return figure;
    }
    CoursePanel panel(*snapshot.get<training::TrainingProgress>(), std::move(valueTitle), scale);
    figure.caption = draw(panel, *snapshot.get<training::TrainingProgress>());
    figure.panels.push_back(panel.finish());
    noteCourse(snapshot, figure.notes);
    figure.notes.insert(figure.notes.end(), panel.notes().begin(), panel.notes().end());
    return figure;
}

} // namespace deltascope::parts
