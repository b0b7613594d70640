// SPDX-License-Identifier: GPL-3.0-or-later
// A figure as plain data: panels of axes and elements from a fixed vocabulary, with roles in place of colours. One
// renderer draws it on screen and in every export. No value is NaN or infinite; what cannot be drawn is said in a note.
#pragma once

#include "base/message.h"
#include "numerics/scaled.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace deltascope::figures {

/// What an element means; the theme gives it colour, pen and marker, always with a second cue beside colour.
enum class Role {
    primary, ///< the main series of the panel (bias speed, f′, the product)
    secondary, ///< the second series (weight speed, f)
    tertiary,
    first, ///< the first layer
    last, ///< the last layer
    selected, ///< the selected layer
    reference, ///< a line to compare with: 1, |w|·max|f′|, a bound
    floor, ///< where a float format loses numbers
    shaded, ///< a shaded condition: |w f′| ≥ 1
    current, ///< where the scenario stands on a curve
    positive, ///< bars and marks of a positive factor or size
    negative, ///< … of a negative one
    zero, ///< an exact zero, marked with "0"
    published,
    pin, ///< a pinned scenario
    pin2, ///< another one
    pin3,
    context, ///< drawn faintly behind
    class0, ///< the first of ten classes, told apart by mark and colour
    class1,
    class2,
    class3,
    class4,
    class5,
    class6,
    class7,
    class8,
    class9,
};

/// Of class 0 … 9.
constexpr Role classRole(int number)
{
    return static_cast<Role>(static_cast<int>(Role::class0) + number);
}

/// True of what is drawn of pinned scenarios.
constexpr bool isPin(Role role)
{
    return role == Role::pin || role == Role::pin2 || role == Role::pin3;
}

enum class AxisScale {
    linear,
    decades, ///< the data are log10 of what is shown: ticks read 10⁻⁶⁰², 10⁰
    layers, ///< whole numbers
    choices, ///< the places 0, 1, … have names
};

/// The parameter of the scenario whose values are along an axis: a press or a drag in the panel puts it there.
struct Moved {
    std::string parameter = {}; ///< its key; empty: none
    std::vector<std::string> choices = {}; ///< of one that has no numbers: its values at the places 0, 1, …
    double lower = 0, upper = 0; ///< of a number: as far as that
    bool ranged = false; ///< what is drawn was computed for this range: another one is asked for, not looked at
    /// Keys and values of parameters that are put along with it: what makes it mean something.
    std::vector<std::pair<std::string, std::string>> with = {};
    bool operator==(const Moved&) const = default;
};

/// What a hand takes hold of at a mark, a neuron or a link: a parameter of the scenario, or one layer's own weight or
/// bias. A mark goes along the horizontal axis with the hand; what has no place on an axis is turned: up is more.
struct Grip {
    std::string parameter = {}; ///< its key; empty: nothing can be taken hold of here
    int layer = 0; ///< of this layer alone; 0: the scenario's
    int sign = 1; ///< of an axis of sizes: of the value
    double offset = 0; ///< of a mark: sign × (what stands at its place on the axis) + this is the value
    bool turned = false;
    double value = 0; ///< the present one
    bool operator==(const Grip&) const = default;
};

struct Axis {
    Message title = {};
    std::string unit = {}; ///< "" for a pure number; goes into CSV column names
    AxisScale scale = AxisScale::linear;
    double lower = 0, upper = 1; ///< the range that fits the data, padding included; lower < upper
    double origin =
        0; ///< added to tick labels' meaning: a linear axis shows origin + value where that can be told apart
    std::vector<Message> names = {}; ///< of choices
    Moved moved = {};
    bool operator==(const Axis&) const = default;
};

/// Points joined in order. A gap stands between two points where `breaks` holds the index of the second.
struct Line {
    Message name = {}; ///< legend and CSV; empty: neither legend nor CSV (a guide)
    Role role = Role::primary;
    std::vector<double> x = {}, y = {};
    std::vector<int> layers = {}; ///< the layer of each point, or empty
    std::vector<std::size_t> breaks = {};
    bool markers = false;
    bool dashed = false;
    bool path = false; ///< it may go anywhere (a contour), and need not go from left to right
    Message column = {}; ///< in tables, where the legend says less; empty: the name
    std::vector<numerics::Scaled> values = {}; ///< what y are the log10 of, where that is known exactly
    bool faint = false; ///< pale and thin, behind the curve that it belongs to
    bool operator==(const Line&) const = default;
};

/// Marks without a line. `labels` (same size, or empty) stand beside them; an empty label is none.
struct Points {
    Message name =
        {}; ///< legend and CSV; empty: neither (marks of values that a line or bar of the panel already holds)
    Role role = Role::primary;
    std::vector<double> x = {}, y = {};
    std::vector<int> layers = {};
    std::vector<Message> labels = {};
    std::vector<Grip> grips = {}; ///< of each, or empty
    bool hollow = false; ///< outlines, beside filled marks of the same role
    bool listed = true; ///< false: the legend leaves the name out
    bool operator==(const Points&) const = default;
};

/// Bars from `base` to y, `width` wide in x units, drawn `offset` beside x so that two bars of one layer stand side by
/// side.
struct Bars {
    Message name = {};
    Role role = Role::primary;
    std::vector<double> x = {}, base = {}, y = {};
    std::vector<int> layers = {};
    double width = 0.8;
    double offset = 0;
    bool operator==(const Bars&) const = default;
};

/// The area between two curves.
struct Band {
    Message name = {};
    Role role = Role::shaded;
    std::vector<double> x = {}, lower = {}, upper = {};
    Message column = {}; ///< in tables, where the legend says less; empty: the name
    bool operator==(const Band&) const = default;
};

/// A rectangle shaded over the whole panel in the direction that is left out (lower ≥ upper means the full height or
/// width).
struct Region {
    Message name = {};
    Role role = Role::shaded;
    double xLower = 0, xUpper = 0, yLower = 0, yUpper = 0;
    bool operator==(const Region&) const = default;
};

/// A straight guide over the whole panel: y = value where horizontal, else x = value.
struct Guide {
    Message name = {}; ///< written at its end; empty: none
    Role role = Role::reference;
    bool horizontal = true;
    double value = 0;
    bool operator==(const Guide&) const = default;
};

/// Text at a point of the panel, or where that is taken at the first of others that is free.
struct Label {
    Message text = {};
    Role role = Role::context;
    double x = 0, y = 0;
    std::vector<std::pair<double, double>> others =
        {}; ///< places on the line that it is the value of: it parts the line
    double size = 1; ///< of its type, in that of the figure
    bool operator==(const Label&) const = default;
};

/// Neurons and links. `size` is coloured through `colours` (log10 values between lower and upper).
struct Node {
    double x = 0, y = 0;
    int layer = 0; ///< 0 is the input
    Message label; ///< inside or under the neuron
    Magnitude size; ///< coloured by log10; sign 0: an exact zero, drawn empty with "0"
    Message readout; ///< under the pointer
    bool hasSize = true; ///< false: nothing to colour (the input): drawn empty
    bool selected = false; ///< of the selected layer
    bool setByHand = false; ///< its layer has a weight or bias of its own
    Role role = Role::primary; ///< first, last, else primary
    Message slope = {}; ///< σ′ with its number, under the neuron; empty: none
    bool now = false; ///< a walk stands here
    Grip grip = {};
    bool operator==(const Node&) const = default;
};
struct Edge {
    int from = 0, to = 0; ///< indices into nodes
    Message label; ///< w with its number; empty: none
    int sign = 1; ///< of the weight; where layers are left out, of the product
    double strength = 0.5; ///< 0 … 1, the pen
    bool elided = false; ///< layers left out here: drawn dotted
    double bend =
        0; ///< how far its middle lies above the straight line, in units of y; of a loop (from = to) its height
    bool past = false; ///< what goes on as it is, through no weight: drawn dashed
    bool now = false; ///< a walk stands here
    Grip grip = {};
    bool operator==(const Edge&) const = default;
};
struct Graph {
    Role role = Role::primary; ///< pin: drawn small, under the scenario's own
    Message sizeName = {}; ///< of the nodes: tables, and the title of the colour bar
    double lower = 0, upper = 1; ///< log10 range of the colours
    Message colourName = {}; ///< title of the colour bar where that counts in units of one size; empty: it does not
    double unit = 0; ///< log10 of that size
    std::vector<Node> nodes = {};
    std::vector<Edge> edges = {};
    bool operator==(const Graph&) const = default;
};

/// The spread of a quantity in each layer: a shape around x = `at`, as wide at each value as the quantity is frequent
/// there.
struct Ridge {
    int layer = 0;
    double at = 0; ///< x of its middle
    std::vector<double> values = {}; ///< y, ascending
    std::vector<double> widths = {}; ///< full width in x units at each value; of a single value 0: drawn as a mark
    std::vector<double> percentiles = {}; ///< 5, 25, 50, 75 and 95 % (y), or empty: neither tick nor readout of them
    bool operator==(const Ridge&) const = default;
};
struct Ridges {
    Message name = {};
    Role role = Role::primary;
    std::vector<Ridge> ridges = {};
    bool operator==(const Ridges&) const = default;
};

/// A quantity over a rectangle of x and y, coloured through `lower` … `upper`; what lies beyond takes the end's colour.
struct ColourMap {
    Message name; ///< title of the colour bar
    double xLower = 0, xUpper = 1, yLower = 0, yUpper = 1; ///< the outer edges of the cells
    int columns = 0, rows = 0;
    std::vector<double> values; ///< row by row from yLower up, each from xLower on; finite
    double lower = 0, upper = 1;
    bool diverging = false; ///< blue–white–orange about the middle, for signed values
    AxisScale scale = AxisScale::decades; ///< how the colour bar names the values
    /// Of cells without a value 1 + the place in `markNames`, of others 0; empty: all have one. Such cells are hatched,
    /// and `values` has a 0 there that means nothing.
    std::vector<unsigned char> marks = {};
    std::vector<Message> markNames = {};
    /// Cells with this mark are coloured all the same: `values` has what stands beside them, until theirs are known. 0:
    /// there are none.
    unsigned char foretold = 0;
    /// Of a map of classes: the number of each cell's. Its colour is that of the class, the paler the nearer the value
    /// is to `lower`; no colour bar then.
    std::vector<unsigned char> classes = {};
    std::vector<Message> classNames = {};
    bool readCells = false; ///< the pointer reads the cell under it, unless a mark is there
    bool operator==(const ColourMap&) const = default;
};

/// The word of a cell without a value, or nullptr.
inline const Message* markOf(const ColourMap& map, int cell)
{
    const auto place = static_cast<std::size_t>(cell);
    return map.marks.empty() || map.marks[place] == 0 ? nullptr : &map.markNames[map.marks[place] - 1u];
}

/// True where the cell has no colour of its own, nor one for the time being.
inline bool isHatched(const ColourMap& map, int cell)
{
    const unsigned char mark = map.marks.empty() ? 0 : map.marks[static_cast<std::size_t>(cell)];
    return mark != 0 && mark != map.foretold;
}

/// The middle of a cell, counted as `values` is, in x and y. Precondition: columns and rows are positive.
inline std::pair<double, double> middleOf(const ColourMap& map, int cell)
{
    const int column = cell % map.columns, row = cell / map.columns;
    return {map.xLower + (column + 0.5) * (map.xUpper - map.xLower) / map.columns,
        map.yLower + (row + 0.5) * (map.yUpper - map.yLower) / map.rows};
}

using Element = std::variant<Line, Points, Bars, Band, Region, Guide, Label, Graph, Ridges, ColourMap>;

/// Where a quantity on an axis of decades is exactly 0, so that it has no place there: in tables a 0 of its series.
struct Zeros {
    Message name = {}; ///< of the series
    std::vector<double> x = {};
    bool operator==(const Zeros&) const = default;
};

struct Panel {
    Message title; ///< empty where the figure has one panel
    Axis x, y;
    std::vector<Element> elements; ///< painted in this order
    bool legend = true;
    bool axes = true; ///< false: no axes, equal aspect is not kept (a drawing)
    std::vector<Zeros> zeros = {};
    bool operator==(const Panel&) const = default;
};

struct Figure {
    std::string id = {};
    Message title = {};
    std::vector<Panel> panels = {}; ///< from top to bottom
    Message caption = {}; ///< one sentence with the current numbers in it
    std::vector<Message> notes = {}; ///< what could not be drawn, and why
    bool operator==(const Figure&) const = default;
};

} // namespace deltascope::figures
