// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/chain_parts/backward_steps.h"

#include "figures/parts/figure_sentences.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace deltascope::chain_parts {

namespace {

/// 0 where δ of the divisor is exactly 0: nothing passes back there.
numerics::Scaled ratio(const evaluation::Evaluation& evaluation, int layer, int over)
{
    const bool dead = evaluation.layer(over).speed.rms.isZero();
    return dead ? numerics::Scaled{} : evaluation::speedRatio(evaluation, layer, over, &network::LearningSpeeds::rms);
}

/// `without`: layers that have no value; they are gaps.
void addCurve(parts::LayerPanel& panel, const Message& name, const std::vector<numerics::Scaled>& values, int selected,
    const std::vector<int>& without = {})
{
    panel.include(0);
    panel.add(figures::Guide{.role = figures::Role::reference, .horizontal = true, .value = 0});
    const int keep[] = {selected};
    parts::LayerCurve curve = parts::layerCurve(name, figures::Role::primary, 1, values, keep);
    std::erase_if(curve.zeros, [&](int layer) { return std::ranges::binary_search(without, layer); });
    panel.add(std::move(curve), name);
    const bool drawn = selected > 0 && selected <= static_cast<int>(values.size());
    if (drawn && !std::ranges::binary_search(without, selected))
        panel.mark(figures::Role::selected, selected, values[static_cast<std::size_t>(selected - 1)]);
    panel.select(selected);
}

Message lastDoesNotLearn()
{
    return {translatable("core", "The last layer does not learn: there is nothing to compare layer 1 with."), {}};
}

} // namespace

Message addBackwardSteps(parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, int selected)
{
    const int depth = evaluation.depth();
    std::vector<numerics::Scaled> steps, defined;
    std::vector<int> without; // the next layer's δ is 0
    for (int layer = 1; layer < depth; ++layer) {
        steps.push_back(ratio(evaluation, layer, layer + 1));
        if (evaluation.layer(layer + 1).speed.rms.isZero())
            without.push_back(layer);
        else
            defined.push_back(steps.back());
    }
    addCurve(panel, {"‖δˡ‖/‖δˡ⁺¹‖", {}}, steps, selected, without);
    if (steps.empty())
        return {translatable("core", "One layer: there is no step from one to the next."), {}};
    if (evaluation.layer(depth).speed.rms.isZero())
        return lastDoesNotLearn();
    const numerics::Scaled product = ratio(evaluation, 1, depth);
    if (product.isZero())
        return {
            translatable("core",
                "With many neurons a factor is a matrix; what is drawn is its effect on ‖δ‖. Nothing reaches layer 1."),
            {}};
    const double mean = product.log10() / static_cast<double>(steps.size());
    const auto [least, most] = std::minmax_element(defined.begin(), defined.end());
    return {translatable("core",
                "With many neurons a factor is a matrix; what is drawn is its effect on ‖δ‖ (rms): %1 per layer in the "
                "geometric mean, %2 at least and %3 at most."),
        {diagnosis::number(product.beyondRange() ? product : numerics::Scaled::fromLog(1, mean * std::log(10.0))),
            diagnosis::number(*least), diagnosis::number(*most)}};
}

Message addBackwardProduct(parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, int selected)
{
    const int depth = evaluation.depth();
    std::vector<numerics::Scaled> products;
    for (int layer = 1; layer <= depth; ++layer)
        products.push_back(ratio(evaluation, layer, depth));
    addCurve(panel, {"‖δˡ‖/‖δᴸ‖", {}}, products, selected);
    if (depth == 1)
        return {translatable("core", "One layer: there is no step from one to the next."), {}};
    if (evaluation.layer(depth).speed.rms.isZero())
        return lastDoesNotLearn();
    return {translatable("core",
                "With many neurons the product is one of matrices; what is drawn is its effect on ‖δ‖ (rms): that of "
                "layer 1 is %1 times that of layer %2."),
        {diagnosis::number(products.front()), depth}};
}

} // namespace deltascope::chain_parts
