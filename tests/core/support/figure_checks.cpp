// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/figure_checks.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace deltascope {

namespace {

class Checker {
public:
    explicit Checker(const figures::Figure& figure) { check(figure); }
    std::vector<std::string> faults;

private:
    void expect(bool condition, const std::string& what)
    {
        if (!condition && faults.size() < 10)
            faults.push_back(what);
    }

    void finite(const std::vector<double>& values, const std::string& where)
    {
        for (const double value : values)
            expect(std::isfinite(value), where + ": a value is not finite");
    }

    void message(const Message& text, const std::string& where)
    {
        std::set<std::size_t> used;
        for (std::size_t i = 0; i + 1 < text.english.size(); ++i)
            if (text.english[i] == '%' && std::isdigit(static_cast<unsigned char>(text.english[i + 1])))
                used.insert(static_cast<std::size_t>(text.english[i + 1] - '0'));
        expect(used.size() == text.arguments.size(), where + ": arguments and places differ in «" + text.english + "»");
        if (!used.empty())
            expect(*used.begin() == 1 && *used.rbegin() == used.size(),
                where + ": a place is left out in «" + text.english + "»");
        for (const Argument& argument : text.arguments)
            this->argument(argument, where + " in «" + text.english + "»");
    }

    void argument(const Argument& argument, const std::string& where)
    {
        if (const auto* real = std::get_if<Real>(&argument.value))
            expect(std::isfinite(real->value), where + ": an argument is not finite");
        if (const auto* size = std::get_if<Magnitude>(&argument.value))
            expect(std::isfinite(size->log10), where + ": a size is not finite");
        if (const auto* nested = std::get_if<Argument::Nested>(&argument.value))
            for (const Message& each : *nested)
                message(each, where);
    }

    void axis(const figures::Axis& axis, const std::string& where)
    {
        expect(!axis.title.empty(), where + ": no title");
        message(axis.title, where);
        expect(std::isfinite(axis.lower) && std::isfinite(axis.upper) && axis.lower < axis.upper,
            where + ": degenerate range");
    }

    void inside(const figures::Panel& panel, const std::vector<double>& x, const std::vector<double>& y,
        const std::string& where)
    {
        finite(x, where);
        finite(y, where);
        expect(x.size() == y.size(), where + ": x and y differ in length");
        for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
            expect(x[i] >= panel.x.lower && x[i] <= panel.x.upper && y[i] >= panel.y.lower && y[i] <= panel.y.upper,
                where + ": a value lies outside the range that fits: " + std::to_string(x[i]) + ", "
                    + std::to_string(y[i]));
    }

    void sizes(std::size_t expected, std::size_t actual, const std::string& where)
    {
        expect(actual == 0 || actual == expected, where + ": arrays differ in length");
    }

    void element(const figures::Panel& panel, const figures::Line& line)
    {
        const std::string where = "line " + plainText(line.name);
        inside(panel, line.x, line.y, where);
        sizes(line.x.size(), line.layers.size(), where);
        expect(line.x.size() <= (line.path ? 20'000 : 2000), where + ": more than 2000 points");
        expect(line.path || std::is_sorted(line.x.begin(), line.x.end()), where + ": x does not ascend");
        for (const std::size_t at : line.breaks)
            expect(at > 0 && at < line.x.size(), where + ": a gap outside the line");
    }

    void element(const figures::Panel& panel, const figures::Points& points)
    {
        const std::string where = "points " + plainText(points.name);
        inside(panel, points.x, points.y, where);
        sizes(points.x.size(), points.layers.size(), where);
        sizes(points.x.size(), points.labels.size(), where);
        sizes(points.x.size(), points.grips.size(), where);
        expect(!points.x.empty(), where + ": empty");
        for (const Message& label : points.labels)
            message(label, where);
    }

    void element(const figures::Panel& panel, const figures::Bars& bars)
    {
        const std::string where = "bars " + plainText(bars.name);
        inside(panel, bars.x, bars.y, where);
        inside(panel, bars.x, bars.base, where);
        sizes(bars.x.size(), bars.layers.size(), where);
        expect(bars.width > 0 && bars.x.size() <= 500, where + ": too many or too thin");
    }

    void element(const figures::Panel&, const figures::Band& band)
    {
        const std::string where = "band " + plainText(band.name);
        finite(band.lower, where);
        finite(band.upper, where);
        expect(band.x.size() == band.lower.size() && band.x.size() == band.upper.size(),
            where + ": arrays differ in length");
    }

    void element(const figures::Panel&, const figures::Region& region)
    {
        finite({region.xLower, region.xUpper, region.yLower, region.yUpper}, "region " + plainText(region.name));
        expect(region.xLower < region.xUpper || region.yLower < region.yUpper, "a region without bounds");
    }

    void element(const figures::Panel& panel, const figures::Guide& guide)
    {
        const figures::Axis& axis = guide.horizontal ? panel.y : panel.x;
        expect(guide.value >= axis.lower && guide.value <= axis.upper,
            "guide " + plainText(guide.name) + ": outside the range");
    }

    void element(const figures::Panel& panel, const figures::Label& label)
    {
        inside(panel, {label.x}, {label.y}, "label");
    }

    void element(const figures::Panel& panel, const figures::Graph& graph)
    {
        expect(std::isfinite(graph.lower) && std::isfinite(graph.upper) && graph.lower < graph.upper,
            "colours: degenerate range");
        expect(!graph.sizeName.empty(), "colours: no name");
        message(graph.colourName, "colours");
        expect(std::isfinite(graph.unit), "colours: no unit");
        for (const figures::Node& node : graph.nodes) {
            inside(panel, {node.x}, {node.y}, "node");
            message(node.label, "node");
            message(node.slope, "node");
            message(node.readout, "node");
            expect(!node.readout.empty() && std::isfinite(node.size.log10), "node without a readout or size");
        }
        const int count = static_cast<int>(graph.nodes.size());
        for (const figures::Edge& edge : graph.edges) {
            message(edge.label, "edge");
            expect(edge.from >= 0 && edge.from < count && edge.to >= 0 && edge.to < count, "edge to nowhere");
            expect(edge.strength >= 0 && edge.strength <= 1, "edge strength");
        }
    }

    void element(const figures::Panel& panel, const figures::Ridges& ridges)
    {
        const std::string where = "ridges " + plainText(ridges.name);
        expect(!ridges.ridges.empty() && ridges.ridges.size() <= 100, where + ": none or too many");
        for (const figures::Ridge& ridge : ridges.ridges) {
            expect(!ridge.values.empty() && ridge.values.size() == ridge.widths.size(), where + ": arrays differ");
            expect(std::is_sorted(ridge.values.begin(), ridge.values.end()), where + ": values do not ascend");
            sizes(5, ridge.percentiles.size(), where + " percentiles");
            expect(std::is_sorted(ridge.percentiles.begin(), ridge.percentiles.end()), where + ": percentiles");
            finite(ridge.percentiles, where);
            for (std::size_t i = 0; i < std::min(ridge.values.size(), ridge.widths.size()); ++i) {
                const double half = ridge.widths[i] / 2, y = ridge.values[i];
                expect(half >= 0, where + ": a width is negative");
                inside(panel, {ridge.at - half, ridge.at + half}, {y, y}, where);
            }
        }
    }

    void element(const figures::Panel& panel, const figures::ColourMap& map)
    {
        const std::string where = "colour map " + plainText(map.name);
        expect(!map.name.empty(), where + ": no name");
        inside(panel, {map.xLower, map.xUpper}, {map.yLower, map.yUpper}, where);
        finite(map.values, where);
        expect(map.columns > 0 && map.rows > 0
                && map.values.size() == static_cast<std::size_t>(map.columns) * static_cast<std::size_t>(map.rows),
            where + ": cells and values differ in number");
        expect(std::isfinite(map.lower) && std::isfinite(map.upper) && map.lower < map.upper && map.xLower < map.xUpper
                && map.yLower < map.yUpper,
            where + ": degenerate range");
        sizes(map.values.size(), map.classes.size(), where);
        for (const unsigned char label : map.classes)
            expect(label < map.classNames.size() && label < 10, where + ": a class without a name");
    }

    static Message nameOf(const figures::Label&) { return {}; }
    static Message nameOf(const figures::Graph&) { return {}; }
    static Message nameOf(const auto& element) { return element.name; }

    void panel(const figures::Panel& panel)
    {
        axis(panel.x, "x axis");
        axis(panel.y, "y axis");
        message(panel.title, "panel title");
        std::set<std::string> names;
        for (const figures::Element& each : panel.elements) {
            const Message name = std::visit([](const auto& element) { return nameOf(element); }, each);
            message(name, "name");
            expect(name.empty() || names.insert(plainText(name)).second, "two elements are named " + plainText(name));
            std::visit([&](const auto& one) { element(panel, one); }, each);
        }
    }

    void check(const figures::Figure& figure)
    {
        expect(!figure.panels.empty(), "no panel");
        expect(!figure.title.empty() && !figure.caption.empty(), "no title or caption");
        message(figure.title, "title");
        message(figure.caption, "caption");
        for (const Message& note : figure.notes)
            message(note, "note");
        for (const figures::Panel& each : figure.panels)
            panel(each);
    }
};

} // namespace

std::vector<std::string> faultsOf(const figures::Figure& figure)
{
    return Checker(figure).faults;
}

} // namespace deltascope
