// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/decision_parts/decision_drawing.h"

#include <algorithm>
#include <cmath>

namespace deltascope::decision_parts {

namespace {

OwnUnits unitsOf(const data::OwnColumn& column, const evaluation::InputRange& range)
{
    OwnUnits units{column.name.empty() ? Message{translatable("core", "column %1"), {column.number}}
                                       : Message{"%1", {column.name}},
        column.offset, column.factor};
    const double lower = units.own(range.lower), upper = units.own(range.upper);
    if (!std::isfinite(lower) || !std::isfinite(upper) || !(lower < upper))
        units.offset = 0, units.factor = 1; // a column without a scale, or at the end of doubles
    return units;
}

OwnUnits unitsOfInput(const Drawing& drawing, int input)
{
    const auto place = static_cast<std::size_t>(input);
    if (place < drawing.data.columns.size())
        return unitsOf(drawing.data.columns[place], input == 0 ? drawing.decision.x : drawing.decision.y);
    if (drawing.scenario.inputs == 1)
        return {{translatable("core", "input a₀"), {}}};
    return {{translatable("core", "input %1"), {input + 1}}};
}

OwnUnits unitsOfTarget(const Drawing& drawing)
{
    if (drawing.decision.classes || drawing.decision.outputs > 1 || !drawing.data.answered)
        return {{translatable("core", "output"), {}}};
    return unitsOf(*drawing.data.answered, {-1, 1});
}

std::vector<Message> namesOf(const Drawing& drawing)
{
    std::vector<Message> names;
    const int outputs = drawing.decision.outputs;
    if (drawing.decision.classes && outputs == 1) {
        for (const int each : {0, 1})
            names.push_back(drawing.data.sides.size() == 2
                    ? Message{"%1", {drawing.data.sides[static_cast<std::size_t>(each)]}}
                    : Message{"y = %1", {each}});
        return names;
    }
    for (int i = 0; i < outputs; ++i)
        if (!drawing.decision.classes)
            names.push_back({translatable("core", "output %1"), {i + 1}});
        else if (drawing.data.classes.size() == static_cast<std::size_t>(outputs))
            names.push_back({"%1", {drawing.data.classes[static_cast<std::size_t>(i)]}});
        else
            names.push_back({translatable("core", "class %1"), {i}});
    return names;
}

} // namespace

Drawing::Drawing(const evaluation::Decision& of, const data::Dataset& examples, const model::Scenario& setting)
    : decision(of)
    , data(examples)
    , scenario(setting)
{
    for (int input = 0; input < scenario.inputs; ++input)
        inputs.push_back(unitsOfInput(*this, input));
    target = unitsOfTarget(*this);
    classes = namesOf(*this);
}

} // namespace deltascope::decision_parts
