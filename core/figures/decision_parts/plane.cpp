// SPDX-License-Identifier: GPL-3.0-or-later
// The plane of two inputs: cells, the boundary between the classes (or round levels of an output), the examples.
#include "figures/decision_parts/decision_drawing.h"
#include "figures/decision_parts/drawn_examples.h"
#include "maps/contours.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace deltascope::decision_parts {

namespace {

using evaluation::Decision;
using figures::ColourMap;
using figures::Line;
using figures::Role;

constexpr double kHalf = 0.5; // where one output changes its class
constexpr double kLargest = 1e300; // so that no range of colours overflows

bool isKnown(std::span<const double> answer)
{
    return std::ranges::all_of(answer, [](double value) { return std::isfinite(value); });
}

figures::Axis axisOf(const OwnUnits& units, const evaluation::InputRange& range)
{
    figures::Axis axis{.title = units.title};
    axis.lower = units.own(range.lower);
    axis.upper = units.own(range.upper);
    return axis;
}

/// What is drawn of a cell: the first output, or how far the largest is ahead.
double valueOf(const Drawing& drawing, std::span<const double> answer)
{
    return drawing.byLargest() ? evaluation::marginOf(answer) : drawing.target.own(answer.front());
}

/// Where the colours go, of one output.
void setColours(ColourMap& map, const Drawing& drawing, double least, double most)
{
    if (drawing.decision.classes) { // about ½
        const double reach = std::clamp(std::max(kHalf - least, most - kHalf), 0.5, 1.0);
        map.diverging = true;
        map.lower = kHalf - reach;
        map.upper = kHalf + reach;
        return;
    }
    for (Eigen::Index x = 0; x < drawing.data.targets.cols(); ++x) { // far answers leave colours to the others
        least = std::min(least, drawing.target.own(drawing.data.targets(0, x)));
        most = std::max(most, drawing.target.own(drawing.data.targets(0, x)));
    }
    const double size = std::max(std::abs(least), std::abs(most));
    if (least < 0 && most > 0) {
        map.diverging = true;
        map.lower = -size;
        map.upper = size;
        return;
    }
    const double little = std::max(1e-9 * size, 1e-300);
    map.lower = most - least > little ? least : least - std::max(0.5, little);
    map.upper = most - least > little ? most : most + std::max(0.5, little);
}

/// The cells; nothing where none has a value.
std::optional<ColourMap> cellsOf(const Drawing& drawing, const figures::Panel& panel)
{
    const Decision& decision = drawing.decision;
    ColourMap map{.name = drawing.byLargest() ? Message{translatable("core", "margin"), {}} : drawing.target.title,
        .xLower = panel.x.lower,
        .xUpper = panel.x.upper,
        .yLower = panel.y.lower,
        .yUpper = panel.y.upper,
        .columns = decision.columns,
        .rows = decision.rows,
        .values = std::vector<double>(decision.cells()),
        .scale = figures::AxisScale::linear,
        .readCells = true};
    double least = INFINITY, most = -INFINITY;
    std::vector<unsigned char> marks(decision.cells());
    for (std::size_t cell = 0; cell < decision.cells(); ++cell) {
        const std::span<const double> answer = decision.at(cell);
        const double value = isKnown(answer) ? valueOf(drawing, answer) : INFINITY;
        marks[cell] = std::isfinite(value) ? 0 : 1;
        map.values[cell] = std::isfinite(value) ? value : 0;
        if (std::isfinite(value)) {
            least = std::min(least, value);
            most = std::max(most, value);
        }
    }
    if (std::ranges::any_of(marks, [](unsigned char mark) { return mark != 0; })) {
        map.marks = std::move(marks);
        map.markNames = {{translatable("core", "beyond any number"), {}}};
    }
    if (least > most)
        least = most = 0;
    least = std::clamp(least, -kLargest, kLargest);
    most = std::clamp(most, -kLargest, kLargest);
    if (!drawing.byLargest()) {
        setColours(map, drawing, least, most);
        return map;
    }
    map.classNames = drawing.classes;
    map.classes.resize(decision.cells());
    for (std::size_t cell = 0; cell < decision.cells(); ++cell)
        map.classes[cell] = static_cast<unsigned char>(evaluation::classOf(decision.at(cell)));
    map.lower = 0;
    map.upper = std::max(1.0, most); // shares of 1 where the outputs are such
    return map;
}

/// One line with gaps through everywhere that these values, one a cell, are at the level.
class Contours {
public:
    Contours(const Drawing& drawing, const figures::Panel& panel)
        : m_decision(drawing.decision)
        , m_panel(panel)
        , m_missing(drawing.decision.cells())
    {
    }

    template <class Value>
    void add(Line& line, const Value& value, double level)
    {
        constexpr std::size_t kMost = 20'000;
        std::vector<double> values(m_decision.cells());
        for (std::size_t cell = 0; cell < values.size(); ++cell) {
            const bool known = isKnown(m_decision.at(cell));
            values[cell] = known ? std::clamp(value(m_decision.at(cell)), -kLargest, kLargest) : 0;
            m_missing[cell] = known ? 0 : 1;
        }
        for (const maps::ContourLine& piece :
            maps::contoursOf({m_decision.columns, m_decision.rows, values, m_missing}, level)) {
            if (line.x.size() + piece.size() > kMost)
                continue;
            if (!line.x.empty())
                line.breaks.push_back(line.x.size());
            for (const auto& [column, row] : piece) {
                line.x.push_back(place(m_panel.x, column, m_decision.columns));
                line.y.push_back(place(m_panel.y, row, m_decision.rows));
            }
        }
    }

private:
    static double place(const figures::Axis& axis, double cell, int cells)
    {
        return axis.lower + (cell + 0.5) / cells * (axis.upper - axis.lower);
    }

    const Decision& m_decision;
    const figures::Panel& m_panel;
    std::vector<std::uint8_t> m_missing;
};

/// By how much the output of one class is ahead of all others, which is 0 on its boundary.
double leadOf(std::span<const double> answer, std::size_t label)
{
    double others = -INFINITY;
    for (std::size_t i = 0; i < answer.size(); ++i)
        if (i != label)
            others = std::max(others, answer[i]);
    return answer[label] / 2 - others / 2; // halves: no difference overflows
}

void addBoundary(figures::Panel& panel, const Drawing& drawing, std::vector<Message>& notes)
{
    Line line{.name = {translatable("core", "decision boundary"), {}}, .role = Role::selected, .path = true};
    Contours contours(drawing, panel);
    if (drawing.byLargest())
        for (std::size_t label = 0; label + 1 < drawing.classes.size(); ++label) // the last one's are the others'
            contours.add(
                line, [&](std::span<const double> answer) { return leadOf(answer, label); }, 0);
    else
        contours.add(
            line, [](std::span<const double> answer) { return answer.front(); }, kHalf);
    if (!line.x.empty()) {
        panel.elements.push_back(std::move(line));
        return;
    }
    const Decision& decision = drawing.decision;
    for (std::size_t cell = 0; cell < decision.cells(); ++cell)
        if (isKnown(decision.at(cell))) {
            const auto label = static_cast<std::size_t>(evaluation::classOf(decision.at(cell)));
            notes.push_back({translatable("core", "No boundary crosses this plane: all of it is given to “%1”."),
                {drawing.classes[label]}});
            return;
        }
}

/// Round levels of an output that is a number, each with its value on its longest piece.
void addLevels(figures::Panel& panel, const Drawing& drawing, const ColourMap& map)
{
    constexpr int kMostLevels = 7;
    const auto [least, most] = std::ranges::minmax(map.values);
    if (!(most > least) || !std::isfinite(most - least))
        return;
    for (const double level : maps::levelsBetween(least, most, kMostLevels)) {
        Line line{.role = Role::reference, .path = true};
        Contours(drawing, panel)
            .add(
                line, [&](std::span<const double> answer) { return drawing.target.own(answer.front()); }, level);
        if (line.x.empty())
            continue;
        figures::Label label{.text = {"%1", {Real{level, 3}}}, .role = Role::reference};
        constexpr double kPlaces[] = {0.5, 0.35, 0.65, 0.2, 0.8};
        for (const double share : kPlaces) {
            const auto i = static_cast<std::size_t>(share * static_cast<double>(line.x.size() - 1));
            label.others.emplace_back(line.x[i], line.y[i]);
        }
        std::tie(label.x, label.y) = label.others.front();
        panel.elements.push_back(std::move(line));
        panel.elements.push_back(std::move(label));
    }
}

} // namespace

figures::Panel planeOf(const Drawing& drawing, std::vector<Message>& notes)
{
    figures::Panel panel;
    panel.x = axisOf(drawing.inputs[0], drawing.decision.x);
    panel.y = axisOf(drawing.inputs[1], drawing.decision.y);
    if (std::optional<ColourMap> map = cellsOf(drawing, panel)) {
        const auto unknown = static_cast<std::int64_t>(std::ranges::count(map->marks, 1));
        if (unknown > 0)
            notes.push_back({translatable("core", "%1 of %2 cells are beyond any number."),
                {unknown, static_cast<std::int64_t>(drawing.decision.cells())}});
        const ColourMap cells = *map;
        panel.elements.push_back(*std::move(map));
        if (drawing.decision.classes)
            addBoundary(panel, drawing, notes);
        else if (unknown == 0)
            addLevels(panel, drawing, cells);
    }
    addExamples(panel, drawing);
    return panel;
}

} // namespace deltascope::decision_parts
