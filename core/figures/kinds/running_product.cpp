// SPDX-License-Identifier: GPL-3.0-or-later
// The product of the factors so far, log10: from the output back, ∂a_L/∂aₗ = factor_(l+1) … factor_L, and from the
// input on, ∂aₗ/∂a₀ = factor_1 … factor_l. core/maths.md 1.5.
#include "figures/chain_parts/backward_steps.h"
#include "figures/chain_parts/chain_figure.h"
#include "figures/figure_kind.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/layer_panel.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

constexpr std::size_t kMostSigns = 40;

struct Direction {
    const char* name;
    const char* negative;
    Role role;
    bool back;
};

constexpr Direction kDirections[] = {
    {translatable("core", "back, |∂a%1/∂aₗ|"), translatable("core", "back < 0"), Role::primary, true},
    {translatable("core", "forward, |∂aₗ/∂a₀|"), translatable("core", "forward < 0"), Role::secondary, false},
};

// A name of this direction in a chain of so many layers.
Message named(const Direction& direction, const char* english, int depth)
{
    return direction.back ? Message{english, {diagnosis::subscript(depth)}} : Message{english, {}};
}

// Of layers 0 … L, the input being layer 0.
std::vector<numerics::Scaled> products(const evaluation::Evaluation& evaluation, bool back)
{
    std::vector<numerics::Scaled> values{back ? evaluation.product : numerics::Scaled::from(1)};
    values.reserve(evaluation.layers.size() + 1);
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        values.push_back(back ? layer.toOutput : layer.fromInput);
    return values;
}

Points negatives(const Direction& direction, const std::vector<numerics::Scaled>& values, std::vector<Message>& notes)
{
    std::vector<int> layers;
    for (std::size_t l = 0; l < values.size(); ++l)
        if (values[l].sign() < 0 && !values[l].beyondRange())
            layers.push_back(static_cast<int>(l));
    const std::vector<int> chosen = parts::evenlyChosen(layers, kMostSigns);
    if (chosen.size() < layers.size())
        notes.push_back({translatable("core", "%1: %2 of %3 layers are marked."),
            {Message{direction.negative, {}}, static_cast<int>(chosen.size()), static_cast<int>(layers.size())}});
    Points points{{direction.negative, {}}, Role::negative, {}, {}, {}, {}};
    for (const int l : chosen) {
        points.x.push_back(l);
        points.y.push_back(values[static_cast<std::size_t>(l)].log10());
        points.layers.push_back(l);
    }
    return points;
}

void addPin(parts::LayerPanel& panel, const parts::DrawnPin& pin)
{
    const evaluation::Evaluation& evaluation = *pin.result.get<evaluation::Evaluation>();
    for (const Direction& direction : kDirections) {
        const Message name{
            translatable("core", "%1: %2"), {pin.name, named(direction, direction.name, evaluation.depth())}};
        parts::LayerCurve curve = parts::layerCurve(name, pin.role, 0, products(evaluation, direction.back));
        curve.line.dashed = !direction.back;
        panel.add(std::move(curve), name);
    }
}

void addCurve(parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, const Direction& direction,
    int selected, std::vector<Message>& notes)
{
    const std::vector<numerics::Scaled> values = products(evaluation, direction.back);
    const Message name = named(direction, direction.name, evaluation.depth());
    const int keep[] = {selected};
    parts::LayerCurve curve = parts::layerCurve(name, direction.role, 0, values, keep);
    curve.line.dashed = !direction.back;
    panel.add(std::move(curve), name);
    if (Points points = negatives(direction, values, notes); !points.x.empty())
        panel.add(std::move(points));
    if (selected > 0)
        panel.mark(Role::selected, selected, values[static_cast<std::size_t>(selected)]);
}

Message caption(const evaluation::Evaluation& evaluation)
{
    const int depth = evaluation.depth();
    const std::string derivative = "∂a" + diagnosis::subscript(depth) + "/∂a₀";
    if (evaluation.product.isZero())
        return {translatable("core", "%1 = 0 exactly: a factor of 0 cuts the chain."), {derivative}};
    const double mean = evaluation.product.log10() / depth;
    if (depth == 1)
        return {translatable("core", "%1 = %2, the only factor."), {derivative, diagnosis::number(evaluation.product)}};
    return {translatable("core", "%1 = %2: %3 factors, %4 each in the geometric mean."),
        {derivative, diagnosis::number(evaluation.product), depth,
            diagnosis::number(evaluation.product.beyondRange() ? numerics::abs(evaluation.product)
                                                               : numerics::Scaled::fromLog(1, mean * std::log(10.0)))}};
}

void draw(Figure& figure, parts::LayerPanel& panel, const results::Snapshot& snapshot, const model::Question& question)
{
    const int selected = parts::selectedLayer(snapshot, question);
    panel.include(0);
    panel.add(Guide{{}, Role::reference, true, 0});
    for (const Direction& direction : kDirections)
        addCurve(panel, *snapshot.get<evaluation::Evaluation>(), direction, selected, figure.notes);
    panel.select(selected);
    figure.caption = caption(*snapshot.get<evaluation::Evaluation>());
    if (Message whose = parts::ofFirstExample(*snapshot.get<evaluation::Evaluation>()); !whose.empty())
        figure.notes.push_back(std::move(whose));
}

constexpr chain_parts::ChainFigure kParts{
    translatable("core", "The pin %1 is not a chain and has no product to draw."),
    addPin,
    draw,
    chain_parts::addBackwardProduct,
};

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState&)
{
    return chain_parts::chainFigure(
        {"running_product", {translatable("core", "The running product of the factors"), {}}, {}, {}, {}},
        parts::LayerPanel({translatable("core", "product"), {}}, 0, snapshot.scenario.depth), kParts, snapshot,
        question);
}

} // namespace

extern const FigureKind running_product{
    "running_product",
    translatable("core", "Running product"),
    translatable("core",
        "The gradient's path through the chain: the product of the factors wₗ f′(zₗ) from the output back to each "
        "layer, ∂a_L/∂aₗ, and from the input onwards, ∂aₗ/∂a₀, on a logarithmic scale. Both end at the same number, "
        "∂a_L/∂a₀. In a wide network: ‖δˡ‖ over that of the last layer."),
    130,
    results::needs<evaluation::Evaluation>,
    build,
    "",
    "product",
};

} // namespace deltascope::figures
