// SPDX-License-Identifier: GPL-3.0-or-later
// The figure as data: {"format": "deltascope.figure", "schema": 1, "document": {…}, "language", "figure": {…}}; of
// several, "figures": […]. Texts come in English and in the current language; numbers read back to the same bits.
#include "documents/document_json.h"
#include "render/export/export.h"
#include "render/role_names.h"
#include "text/language.h"

#include <nlohmann/json.hpp>

namespace deltascope::exports {

namespace {

using Json = nlohmann::ordered_json;

Json jsonWords(const Message& message)
{
    return {{"english", plainText(message)}, {"text", text::toText(message).toStdString()}};
}

std::string nameOf(figures::Role role)
{
    return std::string(render::roleName(role).data());
}

Json jsonHead(const char* type, const Message& name, figures::Role role)
{
    return {{"type", type}, {"name", jsonWords(name)}, {"role", nameOf(role)}};
}

Json magnitude(const Magnitude& size)
{
    Json json{{"sign", size.sign}, {"log10", size.sign == 0 || size.beyondRange() ? Json() : Json(size.log10)}};
    if (size.beyondRange())
        json["beyond"] = size.log10 < 0 ? "small" : "large";
    return json;
}

void addLayers(Json& json, const std::vector<int>& layers)
{
    if (!layers.empty())
        json["layers"] = layers;
}

const char* scaleName(figures::AxisScale scale)
{
    return scale == figures::AxisScale::decades ? "log10" : "linear";
}

/// One overload for each kind of element.
struct ElementJson {
    Json operator()(const figures::Line& line) const
    {
        Json json = jsonHead("line", line.name, line.role);
        json["x"] = line.x;
        json["y"] = line.y;
        addLayers(json, line.layers);
        json["breaks"] = line.breaks;
        return json;
    }
    Json operator()(const figures::Points& points) const
    {
        Json json = jsonHead("points", points.name, points.role);
        json["x"] = points.x;
        json["y"] = points.y;
        addLayers(json, points.layers);
        for (const Message& label : points.labels)
            json["labels"].push_back(jsonWords(label));
        if (points.hollow)
            json["hollow"] = true;
        return json;
    }
    Json operator()(const figures::Bars& bars) const
    {
        Json json = jsonHead("bars", bars.name, bars.role);
        json["x"] = bars.x;
        json["base"] = bars.base;
        json["y"] = bars.y;
        addLayers(json, bars.layers);
        json["width"] = bars.width;
        json["offset"] = bars.offset;
        return json;
    }
    Json operator()(const figures::Band& band) const
    {
        Json json = jsonHead("band", band.name, band.role);
        json["x"] = band.x;
        json["lower"] = band.lower;
        json["upper"] = band.upper;
        return json;
    }
    Json operator()(const figures::Region& region) const
    {
        Json json = jsonHead("region", region.name, region.role);
        json["x"] = side(region.xLower, region.xUpper);
        json["y"] = side(region.yLower, region.yUpper);
        return json;
    }
    Json operator()(const figures::Guide& guide) const
    {
        Json json = jsonHead("guide", guide.name, guide.role);
        json[guide.horizontal ? "y" : "x"] = guide.value;
        return json;
    }
    Json operator()(const figures::Label& label) const
    {
        Json json = jsonHead("label", label.text, label.role);
        json["x"] = label.x;
        json["y"] = label.y;
        return json;
    }
    Json operator()(const figures::Graph& graph) const
    {
        Json json{
            {"type", "graph"}, {"name", jsonWords(graph.sizeName)}, {"lower", graph.lower}, {"upper", graph.upper}};
        json["nodes"] = Json::array();
        for (const figures::Node& node : graph.nodes)
            json["nodes"].push_back(nodeJson(node));
        json["edges"] = Json::array();
        for (const figures::Edge& edge : graph.edges)
            json["edges"].push_back({{"from", edge.from}, {"to", edge.to}, {"label", jsonWords(edge.label)},
                {"sign", edge.sign}, {"elided", edge.elided}, {"past", edge.past}, {"now", edge.now}});
        return json;
    }

    Json operator()(const figures::Ridges& ridges) const
    {
        Json json = jsonHead("ridges", ridges.name, ridges.role);
        json["ridges"] = Json::array();
        for (const figures::Ridge& ridge : ridges.ridges)
            json["ridges"].push_back({{"layer", ridge.layer}, {"x", ridge.at}, {"y", ridge.values},
                {"width", ridge.widths}, {"percentiles_5_25_50_75_95", ridge.percentiles}});
        return json;
    }
    Json operator()(const figures::ColourMap& map) const
    {
        Json values = map.values;
        for (int cell = 0; cell < map.columns * map.rows; ++cell)
            if (const Message* mark = figures::markOf(map, cell))
                values[static_cast<std::size_t>(cell)] = jsonWords(*mark);
        Json json{{"type", "colour_map"}, {"name", jsonWords(map.name)}, {"x", {map.xLower, map.xUpper}},
            {"y", {map.yLower, map.yUpper}}, {"columns", map.columns}, {"rows", map.rows}, {"values", values},
            {"lower", map.lower}, {"upper", map.upper}, {"diverging", map.diverging}, {"scale", scaleName(map.scale)}};
        if (!map.classes.empty()) {
            json["classes"] = map.classes;
            for (const Message& name : map.classNames)
                json["class_names"].push_back(jsonWords(name));
        }
        return json;
    }

private:
    /// null: over the whole panel
    static Json side(double lower, double upper) { return lower < upper ? Json{lower, upper} : Json(); }

    static Json nodeJson(const figures::Node& node)
    {
        return {{"layer", node.layer}, {"x", node.x}, {"y", node.y}, {"label", jsonWords(node.label)},
            {"slope", jsonWords(node.slope)}, {"size", node.hasSize ? magnitude(node.size) : Json()},
            {"readout", jsonWords(node.readout)}, {"role", nameOf(node.role)}, {"now", node.now}};
    }
};

Json axisJson(const figures::Axis& axis)
{
    const char* scale = scaleName(axis.scale);
    Json names = Json::array();
    for (const Message& name : axis.names)
        names.push_back(jsonWords(name));
    Json json{{"title", jsonWords(axis.title)}, {"unit", axis.unit.empty() ? "1" : axis.unit}, {"scale", scale},
        {"lower", axis.lower}, {"upper", axis.upper}, {"origin", axis.origin}};
    if (!names.empty()) // of the places 0, 1, …
        json["names"] = std::move(names);
    return json;
}

Json panelJson(const figures::Panel& panel)
{
    Json elements = Json::array();
    for (const figures::Element& element : panel.elements)
        elements.push_back(std::visit(ElementJson{}, element));
    return {{"title", jsonWords(panel.title)}, {"x", axisJson(panel.x)}, {"y", axisJson(panel.y)},
        {"elements", std::move(elements)}};
}

Json figureJson(const figures::Figure& figure)
{
    Json json{{"id", figure.id}, {"title", jsonWords(figure.title)}, {"caption", jsonWords(figure.caption)}};
    json["notes"] = Json::array();
    for (const Message& note : figure.notes)
        json["notes"].push_back(jsonWords(note));
    json["panels"] = Json::array();
    for (const figures::Panel& panel : figure.panels)
        json["panels"].push_back(panelJson(panel));
    return json;
}

Result<QByteArray> make(const ExportSource& source, const std::stop_token& /*stop*/)
{
    Json drawn = Json::array();
    for (const figures::Figure& figure : source.figures)
        drawn.push_back(figureJson(figure));
    const bool one = drawn.size() == 1;
    // The document goes in as its own writer made it: −0 stays −0.
    const std::string text = "{\"format\": \"deltascope.figure\", \"schema\": " + std::to_string(documents::kDataSchema)
        + ",\n\"document\": " + documents::writeDocument(source.document) + ",\n\"language\": \""
        + text::currentLanguage().toStdString() + "\",\n\"" + (one ? "figure" : "figures")
        + "\": " + (one ? drawn.front() : drawn).dump(1, '\t', false, Json::error_handler_t::replace) + "}\n";
    return QByteArray::fromStdString(text);
}

} // namespace

extern const ExportFormat json;
const ExportFormat json{
    .id = "json",
    .name = translatable("core", "JSON data"),
    .rank = 5,
    .drawn = false,
    .make = make,
};

} // namespace deltascope::exports
