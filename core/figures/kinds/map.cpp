// SPDX-License-Identifier: GPL-3.0-or-later
// A measure over one or two parameters: a curve with its band over the seeds, or a colour map with contours. Ratios and
// products are drawn in decades about 1, what has no value is hatched. core/maths.md 12.6, 12.7.
#include "base/registry.h"
#include "figures/figure_kind.h"
#include "figures/map_parts/map_axes.h"
#include "figures/map_parts/map_cells.h"
#include "figures/map_parts/map_colours.h"
#include "figures/map_parts/map_marks.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/figure_sentences.h"
#include "maps/axis_values.h"
#include "maps/checked_map.h"
#include "maps/contours.h"
#include "maps/statistic.h"
#include "results/map_cells.h"
#include "results/needs.h"
#include "training/training_progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace deltascope::figures {

namespace {

using map_parts::axisName;
using map_parts::axisOf;
using map_parts::coordinateOf;
using results::CellMark;
using results::MapCell;
using results::MapCells;

constexpr int kMostLevels = 7;
constexpr std::size_t kMostPoints = 2000; // of a curve

struct MarkText {
    CellMark mark;
    const char* word; ///< translatable
    const char* note; ///< translatable: %1 of %2 cells
};
constexpr std::array kMarks{
    MarkText{CellMark::pending, translatable("core", "not computed yet"),
        translatable("core", "Not computed yet: %1 of %2 cells.")},
    MarkText{
        CellMark::dead, translatable("core", "exactly 0"), translatable("core", "Dead, exactly 0: %1 of %2 cells.")},
    MarkText{
        CellMark::zero, translatable("core", "exactly 0"), translatable("core", "In %1 of %2 cells it is exactly 0.")},
    MarkText{CellMark::beyond, translatable("core", "beyond any number"),
        translatable("core", "Beyond any number: %1 of %2 cells.")},
    MarkText{CellMark::diverged, translatable("core", "diverged"),
        translatable("core", "In %1 of %2 cells the training diverged.")},
    MarkText{CellMark::notReached, translatable("core", "not reached"),
        translatable("core", "In %1 of %2 cells it was not reached.")},
    MarkText{CellMark::inapplicable, translatable("core", "does not apply"),
        translatable("core", "In %1 of %2 cells the measure does not apply.")},
};

unsigned char placeOf(CellMark mark)
{
    const auto found = std::ranges::find(kMarks, mark, &MarkText::mark);
    return found == kMarks.end() ? 0 : static_cast<unsigned char>(found - kMarks.begin() + 1);
}

std::string superscript(const std::string& digits)
{
    constexpr std::array kDigits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string result;
    for (const char digit : digits)
        result += kDigits[static_cast<std::size_t>(digit - '0')];
    return result;
}

/// "‖δ¹‖/‖δᴸ‖"
std::string symbolOf(const measures::Measure& measure)
{
    const auto layer = [](int number) { return number == 0 ? std::string("ᴸ") : superscript(std::to_string(number)); };
    std::string symbol = measure.kind->symbol;
    const auto put = [&](std::string_view mark, const std::string& text) {
        if (const std::size_t at = symbol.find(mark); at != std::string::npos)
            symbol.replace(at, mark.size(), text);
    };
    put("%1", layer(measure.arguments.layer));
    put("%2", layer(measure.arguments.against));
    return symbol;
}

/// What is on the colour bar, or on the axis of a curve.
struct Meaning {
    measures::Measure measure;
    bool decades = false; ///< the cells hold log10
    bool aboutOne = false;
    Message name;
};

Meaning meaningOf(const model::Map& map)
{
    Meaning meaning;
    meaning.measure = maps::measureOf(map);
    meaning.decades = maps::inDecades(map, *meaning.measure.kind);
    meaning.aboutOne = map_parts::isAboutOne(map);
    const std::string symbol = symbolOf(meaning.measure);
    if (map.statistic == "share")
        meaning.name = {translatable("core", "share of the seeds"), {}};
    else
        meaning.name = symbol.empty() ? Message{meaning.measure.kind->name, {}} : Message{"%1", {symbol}};
    return meaning;
}

/// `common`: the colours of several maps, where there are such.
ColourMap colourMapOf(
    const MapCells& cells, const Meaning& meaning, const Panel& panel, const results::MapColours* common)
{
    ColourMap map;
    map.name = meaning.name;
    map.xLower = panel.x.lower;
    map.xUpper = panel.x.upper;
    map.yLower = panel.y.lower;
    map.yUpper = panel.y.upper;
    map.columns = cells.map.columns();
    map.rows = cells.map.rows();
    map.values.reserve(cells.cells.size());
    map.marks.reserve(cells.cells.size());
    const auto foretold = static_cast<unsigned char>(kMarks.size() + 1); // the same word, coloured all the same
    bool marked = false;
    for (std::size_t i = 0; i < cells.cells.size(); ++i) {
        const MapCell& cell = cells.cells[i];
        const auto beside =
            cell.mark == CellMark::pending ? map_parts::foretelling(cells, i) : std::optional<std::size_t>();
        map.values.push_back(cell.mark == CellMark::none ? cell.value : beside ? cells.cells[*beside].value : 0);
        map.marks.push_back(beside ? foretold : placeOf(cell.mark));
        marked = marked || cell.mark != CellMark::none;
    }
    if (marked) {
        for (const MarkText& each : kMarks)
            map.markNames.push_back({each.word, {}});
        map.markNames.push_back({kMarks.front().word, {}});
        map.foretold = foretold;
    } else
        map.marks.clear();
    map.scale = meaning.decades ? AxisScale::decades : AxisScale::linear;
    map.diverging = meaning.aboutOne;
    if (const std::optional<results::MapColours> colours =
            common ? std::optional(*common) : map_parts::coloursOf(cells))
        std::tie(map.lower, map.upper) = std::tie(colours->lower, colours->upper);
    return map;
}

Message levelText(double level, const Meaning& meaning)
{
    return {"%1", {meaning.decades ? Argument(Magnitude{1, level}) : Argument(Real{level, 3})}};
}

/// A contour as one line with gaps, and its value on its longest piece.
void addContour(
    Panel& panel, const model::Map& map, const map_parts::KnownGrid& known, double level, const Meaning& meaning)
{
    const std::vector<maps::ContourLine> pieces = maps::contoursOf(known.grid(), level);
    if (pieces.empty())
        return;
    const auto x = [&](double column) { return coordinateOf(map.x, column * known.stride); };
    const auto y = [&](double row) { return coordinateOf(*map.y, row * known.stride); };
    const bool strong = meaning.aboutOne && level == 0;
    Line line{.role = strong ? Role::selected : Role::reference, .path = true};
    if (strong)
        line.name = {translatable("core", "balanced, %1 = 1"), {meaning.name}};
    const maps::ContourLine* longest = &pieces.front();
    constexpr std::size_t kMost = 20'000;
    for (const maps::ContourLine& piece : pieces) {
        if (line.x.size() + piece.size() > kMost)
            continue;
        if (!line.x.empty())
            line.breaks.push_back(line.x.size());
        for (const auto& [column, row] : piece) {
            line.x.push_back(x(column));
            line.y.push_back(y(row));
        }
        longest = piece.size() > longest->size() ? &piece : longest;
    }
    if (line.x.empty())
        return;
    panel.elements.push_back(std::move(line));
    Label label{.text = levelText(level, meaning), .role = strong ? Role::selected : Role::reference};
    constexpr std::array kPlaces{0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9}; // the middle first
    for (const double share : kPlaces) {
        const auto [column, row] =
            (*longest)[static_cast<std::size_t>(share * static_cast<double>(longest->size() - 1))];
        label.others.emplace_back(x(column), y(row));
    }
    std::tie(label.x, label.y) = label.others.front();
    panel.elements.push_back(std::move(label));
}

void addContours(Panel& panel, const MapCells& cells, const ColourMap& colours, const Meaning& meaning)
{
    if (!cells.map.x.choices.empty() || !cells.map.y->choices.empty())
        return; // between choices there is nothing
    const std::optional<map_parts::KnownGrid> known = map_parts::knownGrid(cells);
    if (!known)
        return;
    std::vector<double> levels = maps::levelsBetween(colours.lower, colours.upper, kMostLevels);
    if (meaning.decades)
        std::erase_if(levels, [](double level) { return level != std::round(level); });
    if (meaning.aboutOne && std::ranges::find(levels, 0.0) == levels.end())
        levels.push_back(0);
    for (const double level : levels)
        addContour(panel, cells.map, *known, level, meaning);
}

/// What somebody has said of the plane, as far as it lies on it.
void addLines(Panel& panel, const model::Map& map, const std::vector<model::MapLine>& lines)
{
    const auto coordinate = [](const model::MapAxis& axis, double value) {
        return map_parts::coordinateOf(axis, maps::placeOf(axis, value));
    };
    for (const model::MapLine& given : lines) {
        const bool swapped = given.xParameter == map.y->parameter && given.yParameter == map.x.parameter;
        if (!swapped && (given.xParameter != map.x.parameter || given.yParameter != map.y->parameter))
            continue;
        if (!map.x.choices.empty() || !map.y->choices.empty())
            continue;
        Line line{.name = {"%1", {Message{given.name, {}}}},
            .role = Role::published,
            .dashed = &given != &lines.front(),
            .path = true};
        bool gap = false;
        for (std::size_t i = 0; i < given.x.size(); ++i) {
            const double x = swapped ? given.y[i] : given.x[i], y = swapped ? given.x[i] : given.y[i];
            if (x < map.x.from || x > map.x.to || y < map.y->from || y > map.y->to) {
                gap = !line.x.empty();
                continue;
            }
            if (std::exchange(gap, false))
                line.breaks.push_back(line.x.size());
            line.x.push_back(coordinate(map.x, x));
            line.y.push_back(coordinate(*map.y, y));
        }
        if (!line.x.empty())
            panel.elements.push_back(std::move(line));
    }
}

Panel planeOf(const MapCells& cells, const Meaning& meaning, const results::Snapshot& snapshot)
{
    constexpr double kHalf = 0.5; // a cell
    Panel panel;
    panel.x = axisOf(cells.map.x, snapshot.scenario, kHalf);
    panel.y = axisOf(*cells.map.y, snapshot.scenario, kHalf);
    ColourMap colours = colourMapOf(cells, meaning, panel, snapshot.get<results::MapColours>());
    panel.elements.push_back(colours);
    addContours(panel, cells, colours, meaning);
    addLines(panel, cells.map, (snapshot.question.map ? *snapshot.question.map : cells.map).lines);
    map_parts::addMarks(panel, cells.map, snapshot);
    return panel;
}

Panel curveOf(const MapCells& cells, const Meaning& meaning, const results::Snapshot& snapshot)
{
    Panel panel;
    panel.x = axisOf(cells.map.x, snapshot.scenario, cells.map.x.choices.empty() ? 0 : 0.5);
    const bool band = cells.map.seeds > 1 && cells.map.statistic != "share";
    Line line{.name = meaning.name, .markers = !cells.map.x.choices.empty()};
    Band between{.name = {translatable("core", "5–95 % of the seeds"), {}}};
    parts::AxisRange y;
    const std::size_t stride = (cells.cells.size() + kMostPoints - 1) / kMostPoints;
    bool gap = false;
    for (std::size_t i = 0; i < cells.cells.size(); i += stride) {
        const MapCell& cell = cells.cells[i];
        if (cell.mark == CellMark::none) {
            if (gap && !line.x.empty())
                line.breaks.push_back(line.x.size());
            line.x.push_back(coordinateOf(cells.map.x, static_cast<double>(i)));
            line.y.push_back(cell.value);
            y.include(cell.value);
            if (band) {
                between.x.push_back(line.x.back());
                between.lower.push_back(cell.p05);
                between.upper.push_back(cell.p95);
                y.include(cell.p05);
                y.include(cell.p95);
            }
        }
        gap = cell.mark != CellMark::none;
    }
    if (meaning.aboutOne)
        y.include(0);
    panel.y = meaning.decades ? parts::decadesAxis(meaning.name, y) : parts::linearAxis(meaning.name, y);
    if (meaning.aboutOne)
        panel.elements.push_back(Guide{{}, Role::reference, true, 0});
    if (band && !between.x.empty())
        panel.elements.push_back(std::move(between));
    if (!line.x.empty())
        panel.elements.push_back(std::move(line));
    map_parts::addMarks(panel, cells.map, snapshot);
    return panel;
}

void addNotes(std::vector<Message>& notes, const MapCells& cells)
{
    const auto all = static_cast<std::int64_t>(cells.cells.size());
    for (const MarkText& each : kMarks) {
        const auto count = std::ranges::count(cells.cells, each.mark, &MapCell::mark);
        if (count > 0)
            notes.push_back({each.note, {static_cast<std::int64_t>(count), all}});
    }
    if (std::ranges::any_of(cells.cells, [](const MapCell& cell) { return cell.mark != CellMark::none; }))
        notes.push_back({cells.map.y ? translatable("core", "Cells without a value are hatched.")
                                     : translatable("core", "Where there is no value the curve has a gap."),
            {}});
    if (cells.map.seeds > 1)
        for (const maps::Statistic& statistic : maps::statistics())
            if (statistic.id == cells.map.statistic)
                notes.push_back({translatable("core", "Each cell: the %1 of %2 seeds."),
                    {Message{statistic.name, {}}, cells.map.seeds}});
}

Message captionOf(const MapCells& cells, const Meaning& meaning, const model::Scenario& scenario)
{
    const MapCell *least = nullptr, *most = nullptr;
    for (const MapCell& cell : cells.cells)
        if (cell.mark == CellMark::none) {
            least = !least || cell.value < least->value ? &cell : least;
            most = !most || cell.value > most->value ? &cell : most;
        }
    if (!least)
        return {translatable("core", "No cell of this map has a value."), {}};
    const auto shown = [&](const MapCell& cell) {
        return meaning.decades ? Argument(Magnitude{1, cell.value}) : Argument(Real{cell.value, 4});
    };
    const Message x = axisName(cells.map.x, scenario);
    if (!cells.map.y)
        return {translatable("core", "Over %1 it goes from %2 to %3."), {x, shown(*least), shown(*most)}};
    return {translatable("core", "Over %1 and %2 it goes from %3 to %4."),
        {x, axisName(*cells.map.y, scenario), shown(*least), shown(*most)}};
}

Message titleOf(const measures::Measure& measure)
{
    const Message name{measure.kind->name, {}};
    const std::string_view taken = measure.kind->arguments;
    if (taken == "layer against")
        return measure.arguments.against == 0
            ? Message{translatable("core", "Map: %1 (layer %2 over the last)"), {name, measure.arguments.layer}}
            : Message{translatable("core", "Map: %1 (layer %2 over layer %3)"),
                {name, measure.arguments.layer, measure.arguments.against}};
    if (taken == "layer")
        return {translatable("core", "Map: %1 (layer %2)"), {name, measure.arguments.layer}};
    return {translatable("core", "Map: %1"), {name}};
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState&)
{
    const MapCells* cells = snapshot.get<MapCells>();
    Figure figure{.id = "map", .title = {translatable("core", "Map"), {}}};
    if (!cells || cells->cells.empty()) {
        Panel panel;
        panel.x.title = {translatable("core", "parameter"), {}};
        panel.y.title = {translatable("core", "measure"), {}};
        figure.panels.push_back(std::move(panel));
        figure.caption = question.map
            ? Message{translatable("core", "The map is being computed."), {}}
            : Message{
                translatable("core", "No map has been requested: choose a measure, and one or two parameters."), {}};
        return figure;
    }
    const Meaning meaning = meaningOf(cells->map);
    figure.title = titleOf(meaning.measure);
    figure.panels.push_back(cells->map.y ? planeOf(*cells, meaning, snapshot) : curveOf(*cells, meaning, snapshot));
    figure.caption = captionOf(*cells, meaning, snapshot.scenario);
    addNotes(figure.notes, *cells);
    if (meaning.decades && map_parts::leaps(*cells))
        figure.notes.push_back({translatable("core",
                                    "Neighbouring cells differ by decades: a ridge that is narrower than a cell looks "
                                    "like islands; more values or a smaller range show it whole."),
            {}});
    map_parts::addMarkNotes(figure.notes, cells->map, snapshot);
    if (snapshot.step > 0 && results::dependsOn(meaning.measure.kind->needs(), model::Dependency::step))
        figure.notes.push_back(
            {translatable("core", "The map is of the network as initialized, before the training."), {}});
    return figure;
}

} // namespace

extern const FigureKind map{
    .id = "map",
    .name = translatable("core", "Map"),
    .description = translatable("core",
        "A measure over one or two parameters: a curve with its band over the seeds, or a colour map whose contours "
        "have their values beside them. Ratios and products are white where they are 1, in balance; what has no value "
        "is hatched. The cross is this scenario: drag it, and it goes where you point."),
    .rank = 430,
    .needs = results::needs<results::MapCells>,
    .build = build,
    .keys = "map",
};

} // namespace deltascope::figures
