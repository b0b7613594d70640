// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/layer_panel.h"

#include "figures/parts/figure_sentences.h"

#include <algorithm>
#include <iterator>

namespace deltascope::parts {

namespace {

constexpr std::size_t kMostMarks = 24;

} // namespace

LayerPanel::LayerPanel(Message yTitle, int firstLayer, int lastLayer)
    : m_yTitle(std::move(yTitle))
    , m_firstLayer(firstLayer)
    , m_lastLayer(lastLayer)
{
}

void LayerPanel::add(LayerCurve curve, const Message& quantity)
{
    m_range.include(curve.range);
    m_leftOut = std::max(m_leftOut, curve.leftOut);
    addZeros(std::move(curve.zeros), quantity);
    addBeyond(std::move(curve.tooSmall), false, quantity);
    addBeyond(std::move(curve.tooLarge), true, quantity);
    if (!curve.line.x.empty())
        m_panel.elements.push_back(std::move(curve.line));
}

void LayerPanel::addZeros(std::vector<int> layers, const Message& quantity)
{
    if (layers.empty())
        return;
    m_notes.push_back(
        {translatable("core", "%1 is exactly 0 in %2: marked 0."), {quantity, diagnosis::layersNamed(layers)}});
    m_panel.zeros.push_back({quantity, {layers.begin(), layers.end()}});
    addMissing(std::move(layers), {"0", {}}, false);
}

void LayerPanel::addBeyond(std::vector<int> layers, bool large, const Message& quantity)
{
    if (layers.empty())
        return;
    const char* sentence = large
        ? translatable(
            "core", "%1 is larger than any number that can be drawn in %2 (its exponent has 19 digits): marked ↑.")
        : translatable(
            "core", "%1 is smaller than any number that can be drawn in %2 (its exponent has 19 digits): marked ↓.");
    m_notes.push_back({sentence, {quantity, diagnosis::layersNamed(layers)}});
    addMissing(std::move(layers), {large ? "↑" : "↓", {}}, large);
}

// Two quantities that are missing in one layer share its mark.
void LayerPanel::addMissing(std::vector<int> layers, const Message& label, bool above)
{
    for (Missing& missing : m_missing) {
        if (missing.label != label)
            continue;
        std::vector<int> both;
        std::set_union(
            missing.layers.begin(), missing.layers.end(), layers.begin(), layers.end(), std::back_inserter(both));
        missing.layers = std::move(both);
        return;
    }
    m_missing.push_back({std::move(layers), label, above});
}

void LayerPanel::includeLayer(int layer)
{
    m_firstLayer = std::min(m_firstLayer, layer);
    m_lastLayer = std::max(m_lastLayer, layer);
}

bool LayerPanel::guideNear(Message name, figures::Role role, double log10)
{
    const double reach = std::max(3.0, 0.02 * m_range.span());
    if (m_range.empty() || log10 < m_range.lower - reach || log10 > m_range.upper + reach)
        return false;
    m_range.include(log10);
    m_panel.elements.push_back(
        figures::Guide{.name = std::move(name), .role = role, .horizontal = true, .value = log10});
    return true;
}

void LayerPanel::select(int layer)
{
    if (layer > 0)
        m_panel.elements.push_back(figures::Guide{.name = {translatable("core", "layer %1"), {layer}},
            .role = figures::Role::selected,
            .horizontal = false,
            .value = 1.0 * layer});
}

void LayerPanel::mark(figures::Role role, int layer, numerics::Scaled value)
{
    if (!value.isZero() && !value.beyondRange())
        m_panel.elements.push_back(
            figures::Points{.role = role, .x = {1.0 * layer}, .y = {value.log10()}, .layers = {layer}});
}

figures::Panel LayerPanel::finish(std::vector<Message>& notes)
{
    AxisRange range = m_range.empty() ? AxisRange{-1, 1} : m_range;
    const double step = std::max(0.5, 0.08 * range.span());
    const double below = range.lower - step;
    const double above = range.upper + step;
    for (Missing& missing : m_missing) {
        figures::Points marks{.role = missing.label.english == "0" ? figures::Role::zero : figures::Role::context};
        for (const int layer : evenlyChosen(missing.layers, kMostMarks)) {
            marks.x.push_back(layer);
            marks.y.push_back(missing.above ? above : below);
            marks.layers.push_back(layer);
            marks.labels.push_back(missing.label);
        }
        range.include(missing.above ? above : below);
        m_panel.elements.push_back(std::move(marks));
    }
    notes.insert(notes.end(), m_notes.begin(), m_notes.end());
    if (m_leftOut > 0)
        notes.push_back(
            {translatable("core",
                 "Of each group of neighbouring layers only the smallest and the largest value are drawn (layers "
                 "between them: %1)."),
                {static_cast<std::int64_t>(m_leftOut)}});
    m_panel.x = layersAxis(m_firstLayer, m_lastLayer);
    m_panel.y = decadesAxis(m_yTitle, range);
    return std::move(m_panel);
}

} // namespace deltascope::parts
