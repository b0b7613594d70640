// SPDX-License-Identifier: GPL-3.0-or-later
// δ of every layer as a shape over its neurons and the examples, exact zeros counted apart: log10|δ|, or δ with its
// sign on one linear axis as in figure 7 of Glorot & Bengio (2010), which the logarithm follows through many layers.
// core/maths.md 2.8.
#include "evaluation/layer_distributions.h"
#include "figures/figure_kind.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/layer_panel.h"
#include "figures/parts/layer_shapes.h"
#include "network/structure.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

constexpr double kThin = 1.0 / 200; // of the signed axis: a layer within it is a line
constexpr double kPinReach = 4; // how many times as far as the shapes a pin may stretch the signed axis
constexpr std::size_t kMostPoints = 200; // of a line on the signed axis
constexpr double kDigitsOfLogarithms = 1e12; // decades from which on a logarithm has no digits left behind the point

/// The root of the mean square of one component of δ: ‖δˡ‖ over the root of the layer's neurons.
numerics::Scaled componentSize(const evaluation::Evaluation& evaluation, const model::Scenario& scenario, int layer)
{
    const int neurons = network::sizeOf(scenario, layer);
    return evaluation.layer(layer).speed.rms * numerics::Scaled::from(1 / std::sqrt(1.0 * neurons));
}

parts::LayerCurve componentCurve(
    const Message& name, Role role, const evaluation::Evaluation& evaluation, const model::Scenario& scenario)
{
    std::vector<numerics::Scaled> sizes;
    for (int layer = 1; layer <= evaluation.depth(); ++layer)
        sizes.push_back(componentSize(evaluation, scenario, layer));
    parts::LayerCurve curve = parts::layerCurve(name, role, 1, sizes);
    curve.line.markers = curve.line.markers && curve.line.x.size() == 1; // the shapes have marks enough
    curve.line.dashed = !isPin(role);
    return curve;
}

void addPins(parts::LayerPanel& panel, const results::Snapshot& snapshot)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        const results::PinnedResult& pin = drawnPin.result;
        if (!pin.get<evaluation::Evaluation>())
            continue;
        const Message name{translatable("core", "%1: root mean square of δˡ"), {drawnPin.name}};
        panel.includeLayer(pin.get<evaluation::Evaluation>()->depth());
        panel.add(componentCurve(name, drawnPin.role, *pin.get<evaluation::Evaluation>(), pin.scenario), name);
    }
}

bool oneValue(const evaluation::LayerDistributions& described)
{
    return std::all_of(described.layers.begin(), described.layers.end(),
        [](const evaluation::LayerDistribution& layer) { return layer.delta.count == 1; });
}

void addShapes(parts::LayerPanel& panel, const evaluation::LayerDistributions& described)
{
    parts::AxisRange y;
    const Message name{translatable("core", "|δˡ| of a neuron"), {}};
    Ridges shapes = parts::layerShapes(name, Role::primary, described, &evaluation::LayerDistribution::delta, y);
    if (!shapes.ridges.empty())
        panel.add(std::move(shapes));
    panel.include(y.lower);
    panel.include(y.upper);
    std::vector<int> dead;
    for (const evaluation::LayerDistribution& layer : described.layers)
        if (layer.delta.zeros == layer.delta.count)
            dead.push_back(layer.layer);
    panel.addZeros(std::move(dead), {translatable("core", "δˡ"), {}});
}

void noteUnresolved(const evaluation::LayerDistributions& described, std::vector<Message>& notes)
{
    std::int64_t count = 0;
    std::vector<int> layers;
    for (const evaluation::LayerDistribution& layer : described.layers)
        if (layer.unresolved > 0) {
            count += layer.unresolved;
            layers.push_back(layer.layer);
        }
    if (count > 0)
        notes.push_back(
            {translatable("core",
                 "More than 10³⁰⁸ below the largest δ of their example and drawn there: %1 of the values, in %2."),
                {count, diagnosis::layersNamed(layers)}});
}

Argument power(double log10)
{
    return diagnosis::number(numerics::Scaled::fromLog(1, log10 * std::log(10.0)));
}

/// |δ| of a layer's only neuron and example.
numerics::Scaled onlySize(const evaluation::LayerDistribution& layer)
{
    return numerics::abs(numerics::Scaled::from(layer.signedDelta.mean) * layer.deltaUnit);
}

Message caption(const evaluation::LayerDistributions& described)
{
    const evaluation::Distribution& first = described.layers.front().delta;
    const evaluation::Distribution& last = described.layers.back().delta;
    const int depth = described.depth;
    if (first.tooSmall > 0 || last.tooSmall > 0)
        return {translatable("core", "In %1 δ is smaller than any number that can be drawn, but not 0."),
            {diagnosis::layersNamed(first.tooSmall > 0 ? std::vector{1} : std::vector{depth})}};
    if (first.empty() || last.empty())
        return {translatable("core", "δ is exactly 0 in %1."),
            {diagnosis::layersNamed(first.empty() ? std::vector{1} : std::vector{depth})}};
    const double low = first.percentile(50), high = last.percentile(50);
    if (depth == 1 && first.count == 1)
        return {translatable("core", "|δ₁| = %1."), {power(low)}};
    const bool zeros = first.zeros > 0 || last.zeros > 0;
    const Message medianOfFirst{first.zeros > 0
            ? translatable("core", "The median of |δ₁|, zeros left out, is %1 (90 % of it between %2 and %3).")
            : translatable("core", "The median of |δ₁| is %1 (90 % of it between %2 and %3)."),
        {power(low), power(first.percentile(5)), power(first.percentile(95))}};
    if (depth == 1)
        return medianOfFirst;
    if (first.count == 1 && last.count == 1)
        return {translatable("core", "|δ₁| = %1 and |%2| = %3: a ratio of %4."),
            {power(low), diagnosis::indexed("δ", depth), power(high),
                diagnosis::number(onlySize(described.layers.front()) / onlySize(described.layers.back()))}};
    if (std::max(std::abs(low), std::abs(high)) > kDigitsOfLogarithms) // their difference would say nothing
        return medianOfFirst;
    return {zeros ? translatable("core",
                "The median of |δ₁|, zeros left out, is %1 (90 % of it between %2 and %3), that of |%4| is %5: a ratio "
                "of %6.")
                  : translatable("core",
                      "The median of |δ₁| is %1 (90 % of it between %2 and %3), that of |%4| is %5: a ratio of %6."),
        {power(low), power(first.percentile(5)), power(first.percentile(95)), diagnosis::indexed("δ", depth),
            power(high), power(low - high)}};
}

/// One linear axis for all layers, in a power of ten where its numbers are not of ordinary size.
class SignedPanel {
public:
    explicit SignedPanel(const results::Snapshot& snapshot)
        : m_snapshot(snapshot)
        , m_described(*snapshot.get<evaluation::LayerDistributions>())
    {
        for (const evaluation::LayerDistribution& layer : m_described.layers)
            m_shapes = std::max(m_shapes, reachOf(layer));
        m_reach = m_shapes;
        for (const results::PinnedResult& pin : snapshot.pins)
            if (pin.get<evaluation::Evaluation>())
                for (int layer = 1; layer <= pin.get<evaluation::Evaluation>()->depth(); ++layer)
                    if (const numerics::Scaled size =
                            componentSize(*pin.get<evaluation::Evaluation>(), pin.scenario, layer);
                        fits(size))
                        m_reach = std::max(m_reach, size);
        if (m_reach.isZero())
            return;
        const double decade = std::floor(m_reach.log10());
        if (decade < -3 || decade > 3)
            m_decade = static_cast<std::int64_t>(decade);
        m_unit = numerics::Scaled::fromLog(1, static_cast<double>(m_decade) * std::log(10.0));
    }

    Panel build(int selected, std::vector<Message>& notes)
    {
        Panel panel;
        panel.x = parts::shapesAxis(m_described);
        for (const parts::DrawnPin& drawnPin : parts::drawnPins(m_snapshot)) {
            const results::PinnedResult& pin = drawnPin.result;
            if (!pin.get<evaluation::Evaluation>())
                continue;
            panel.x.upper = std::max(panel.x.upper, pin.get<evaluation::Evaluation>()->depth() + 0.5);
            addSizes(panel, {translatable("core", "%1: ± root mean square of δˡ"), {drawnPin.name}}, drawnPin.role,
                *pin.get<evaluation::Evaluation>(), pin.scenario, notes);
        }
        addSignedShapes(panel, notes);
        if (m_snapshot.get<evaluation::Evaluation>() && !oneValue(m_described))
            addSizes(panel, {translatable("core", "± root mean square"), {}}, Role::secondary,
                *m_snapshot.get<evaluation::Evaluation>(), m_snapshot.scenario, notes);
        panel.elements.push_back(Guide{{}, Role::reference, true, 0});
        if (selected > 0)
            panel.elements.push_back(
                Guide{{translatable("core", "layer %1"), {selected}}, Role::selected, false, 1.0 * selected});
        const double reach = m_reach.isZero() ? 1 : inUnits(m_reach);
        panel.y = parts::linearAxis(title(), {-reach, reach});
        if (m_decade != 0)
            panel.y.unit = "10^" + std::to_string(m_decade);
        return panel;
    }

    numerics::Scaled reach() const { return m_shapes; }

private:
    static numerics::Scaled reachOf(const evaluation::LayerDistribution& layer)
    {
        const evaluation::Histogram& histogram = layer.signedDelta.histogram;
        return numerics::Scaled::from(std::max(std::abs(histogram.lower), std::abs(histogram.upper))) * layer.deltaUnit;
    }

    bool fits(numerics::Scaled size) const
    {
        return m_shapes.isZero() ? !size.beyondRange() : !(m_shapes * numerics::Scaled::from(kPinReach) < size);
    }

    double inUnits(numerics::Scaled value) const { return (value / m_unit).nearestDouble(); }

    Message title() const
    {
        if (m_decade == 0)
            return {translatable("core", "δˡ of a neuron"), {}};
        return {translatable("core", "δˡ of a neuron / %1"), {Magnitude{1, static_cast<double>(m_decade)}}};
    }

    /// A size to both sides of 0; what lies beyond the axis is left out and named.
    void addSizes(Panel& panel, Message name, Role role, const evaluation::Evaluation& evaluation,
        const model::Scenario& scenario, std::vector<Message>& notes) const
    {
        std::vector<int> layers, beyond;
        for (int layer = 1; layer <= evaluation.depth(); ++layer)
            layers.push_back(layer);
        Line above{name, role, {}, {}, {}, {}};
        for (const int layer : parts::evenlyChosen(layers, kMostPoints)) {
            const numerics::Scaled size = componentSize(evaluation, scenario, layer);
            if (m_reach < size) {
                beyond.push_back(layer);
                continue;
            }
            if (!beyond.empty() && beyond.back() > (above.x.empty() ? layer : above.layers.back()))
                above.breaks.push_back(above.x.size());
            above.x.push_back(layer);
            above.y.push_back(inUnits(size));
            above.layers.push_back(layer);
        }
        if (!beyond.empty())
            notes.push_back({translatable("core", "“%1” lies beyond this axis in %2: left out there."),
                {std::move(name), diagnosis::layersNamed(beyond)}});
        if (above.x.empty())
            return;
        above.markers = above.x.size() == 1;
        above.dashed = !isPin(role);
        Line below = above;
        below.name = {}; // one entry in the legend
        for (double& each : below.y)
            each = -each;
        panel.elements.push_back(std::move(above));
        panel.elements.push_back(std::move(below));
    }

    void addSignedShapes(Panel& panel, std::vector<Message>& notes) const
    {
        parts::AxisRange ownUnits; // of each layer: the common axis is known already
        const Message name{translatable("core", "δˡ of a neuron"), {}};
        Ridges shapes =
            parts::layerShapes(name, Role::primary, m_described, &evaluation::LayerDistribution::signedDelta, ownUnits);
        for (Ridge& ridge : shapes.ridges) {
            const double factor = inUnits(m_described.find(ridge.layer)->deltaUnit);
            for (std::vector<double>* values : {&ridge.values, &ridge.percentiles})
                for (double& value : *values)
                    value *= factor;
        }
        if (!shapes.ridges.empty())
            panel.elements.push_back(std::move(shapes));
        std::vector<int> dead, thin;
        for (const evaluation::LayerDistribution& layer : m_described.layers)
            if (layer.delta.zeros == layer.delta.count)
                dead.push_back(layer.layer);
            else if (layer.signedDelta.count > 1 && reachOf(layer) < m_shapes * numerics::Scaled::from(kThin))
                thin.push_back(layer.layer);
        if (!thin.empty())
            notes.push_back({translatable("core",
                                 "In %1 δ fills less than %2 % of this axis, which is that of the widest layer: a line "
                                 "at this scale. The logarithmic axis shows it."),
                {diagnosis::layersNamed(thin), Real{100 * kThin, 2}}});
        if (dead.empty())
            return;
        notes.push_back({translatable("core", "%1 is exactly 0 in %2: marked 0."),
            {Message{translatable("core", "δˡ"), {}}, diagnosis::layersNamed(dead)}});
        Points marks{{}, Role::zero, {}, {}, {}, {}};
        for (const int layer : dead) {
            marks.x.push_back(layer);
            marks.y.push_back(0);
            marks.layers.push_back(layer);
            marks.labels.push_back({"0", {}});
        }
        panel.elements.push_back(std::move(marks));
    }

    const results::Snapshot& m_snapshot;
    const evaluation::LayerDistributions& m_described;
    numerics::Scaled m_shapes, m_reach; // of the shapes; of the axis, pins included
    std::int64_t m_decade = 0;
    numerics::Scaled m_unit = numerics::Scaled::from(1);
};

numerics::Scaled deviationOf(const evaluation::LayerDistribution& layer)
{
    return numerics::Scaled::from(layer.signedDelta.standardDeviation) * layer.deltaUnit;
}

Message signedCaption(const evaluation::LayerDistributions& described, numerics::Scaled reach)
{
    const evaluation::LayerDistribution& first = described.layers.front();
    const evaluation::LayerDistribution& last = described.layers.back();
    const int depth = described.depth;
    if (first.signedDelta.empty() || last.signedDelta.empty() || first.delta.tooSmall > 0 || last.delta.tooSmall > 0)
        return caption(described);
    const auto only = [](const evaluation::LayerDistribution& layer) {
        return diagnosis::number(numerics::Scaled::from(layer.signedDelta.mean) * layer.deltaUnit);
    };
    if (oneValue(described) && depth == 1)
        return {translatable("core", "δ₁ = %1."), {only(first)}};
    if (oneValue(described))
        return {
            translatable("core", "δ₁ = %1 and %2 = %3."), {only(first), diagnosis::indexed("δ", depth), only(last)}};
    const numerics::Scaled low = deviationOf(first), high = deviationOf(last);
    if (depth == 1)
        return {translatable("core", "The standard deviation of δ₁ is %1."), {diagnosis::number(low)}};
    if (high.isZero())
        return {translatable("core", "The standard deviation of δ₁ is %1, that of %2 is %3."),
            {diagnosis::number(low), diagnosis::indexed("δ", depth), diagnosis::number(high)}};
    return {translatable("core",
                "The standard deviation of δ₁ is %1, that of %2 is %3: a ratio of %4. The shapes share one axis, up "
                "to ±%5."),
        {diagnosis::number(low), diagnosis::indexed("δ", depth), diagnosis::number(high), diagnosis::number(low / high),
            diagnosis::number(reach)}};
}

Panel decadesPanel(
    const results::Snapshot& snapshot, parts::LayerPanel panel, int selected, std::vector<Message>& notes)
{
    const evaluation::LayerDistributions& described = *snapshot.get<evaluation::LayerDistributions>();
    addPins(panel, snapshot);
    addShapes(panel, described);
    if (snapshot.get<evaluation::Evaluation>() && !oneValue(described)) {
        const Message name{translatable("core", "root mean square"), {}};
        parts::LayerCurve curve =
            componentCurve(name, Role::secondary, *snapshot.get<evaluation::Evaluation>(), snapshot.scenario);
        curve.zeros.clear(); // the shapes' own marks say it
        panel.add(std::move(curve), name);
    }
    panel.select(selected);
    Panel done = panel.finish(notes);
    const Axis room = parts::shapesAxis(described);
    done.x.lower = std::min(done.x.lower, room.lower);
    done.x.upper = std::max(done.x.upper, room.upper);
    return done;
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    Figure figure{"gradient_distribution", {translatable("core", "Gradients by layer"), {}}, {}, {}, {}};
    parts::LayerPanel panel({translatable("core", "|δˡ| of a neuron"), {}}, 1, snapshot.scenario.depth);
    if (!snapshot.get<evaluation::LayerDistributions>()) {
        figure.caption = parts::beingComputed();
        figure.panels.push_back(panel.finish(figure.notes));
        return figure;
    }
    const evaluation::LayerDistributions& described = *snapshot.get<evaluation::LayerDistributions>();
    const int selected = parts::selectedLayer(snapshot, question);
    const bool withSign = view.gradient == "signed";
    if (withSign) {
        SignedPanel common(snapshot);
        figure.panels.push_back(common.build(selected, figure.notes));
        figure.caption = signedCaption(described, common.reach());
    } else {
        figure.panels.push_back(decadesPanel(snapshot, std::move(panel), selected, figure.notes));
        figure.caption = caption(described);
    }
    parts::noteShapes(described,
        withSign ? &evaluation::LayerDistribution::signedDelta : &evaluation::LayerDistribution::delta, "δˡ",
        figure.notes);
    noteUnresolved(described, figure.notes);
    if (Message caveat = network::caveatOf(snapshot.scenario); !caveat.empty())
        figure.notes.push_back(std::move(caveat));
    return figure;
}

} // namespace

extern const FigureKind gradient_distribution{
    "gradient_distribution",
    translatable("core", "Gradient distribution"),
    translatable("core",
        "How δˡ = ∂C/∂zˡ is spread over the neurons and the examples of each layer: its size on a logarithmic scale, "
        "or δ with its sign on one linear axis, as Glorot and Bengio draw it. A shape is wide where values are "
        "frequent (each is scaled to the same width), the tick is the median. Shapes that sink, or narrow, towards "
        "layer 1 are a vanishing gradient; neurons whose δ is exactly 0 are counted in words."),
    160,
    results::needs<evaluation::Evaluation, evaluation::LayerDistributions>,
    build,
    "gradient",
};

} // namespace deltascope::figures
