// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/backward_steps.h"

#include "figures/parts/wording.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace deltascope {

namespace {

/// 0 where δ of the divisor is exactly 0: nothing passes back there.
Scaled ratio(const Evaluation& evaluation, int layer, int over)
{
    const bool dead = evaluation.layer(over).speed.rms.isZero();
    return dead ? Scaled{} : speedRatio(evaluation, layer, over, &LearningSpeeds::rms);
}

void addCurve(LayerPanel& panel, const Message& name, const std::vector<Scaled>& values, int selected)
{
    panel.include(0);
    panel.add(Guide{{}, Role::reference, true, 0});
    const int keep[] = {selected};
    panel.add(layerCurve(name, Role::primary, 1, values, keep), name);
    if (selected > 0 && selected <= static_cast<int>(values.size()))
        panel.mark(Role::selected, selected, values[static_cast<std::size_t>(selected - 1)]);
    panel.select(selected);
}

} // namespace

Message addBackwardSteps(LayerPanel& panel, const Evaluation& evaluation, int selected)
{
    const int depth = evaluation.depth();
    std::vector<Scaled> steps;
    for (int layer = 1; layer < depth; ++layer)
        steps.push_back(ratio(evaluation, layer, layer + 1));
    addCurve(panel, {"‖δˡ‖/‖δˡ⁺¹‖", {}}, steps, selected);
    if (steps.empty())
        return {translatable("core", "One layer: there is no step from one to the next."), {}};
    const Scaled product = ratio(evaluation, 1, depth);
    if (product.isZero())
        return {translatable("core",
                    "With many neurons a factor is a matrix; drawn is what it does to ‖δ‖. Nothing "
                    "reaches layer 1."),
            {}};
    const double mean = product.log10() / static_cast<double>(steps.size());
    const auto [least, most] = std::minmax_element(steps.begin(), steps.end());
    return {
        translatable("core",
            "With many neurons a factor is a matrix; drawn is what it does to ‖δ‖ (rms): %1 a layer in the geometric "
            "mean, %2 at least and %3 at most."),
        {number(product.beyondRange() ? product : Scaled::fromLog(1, mean * std::log(10.0))), number(*least),
            number(*most)}};
}

Message addBackwardProduct(LayerPanel& panel, const Evaluation& evaluation, int selected)
{
    const int depth = evaluation.depth();
    std::vector<Scaled> products;
    for (int layer = 1; layer <= depth; ++layer)
        products.push_back(ratio(evaluation, layer, depth));
    addCurve(panel, {"‖δˡ‖/‖δᴸ‖", {}}, products, selected);
    return {translatable("core",
                "With many neurons the product is one of matrices; drawn is what it does to ‖δ‖ (rms): layer 1 has %1 "
                "of what layer %2 has."),
        {number(products.front()), depth}};
}

} // namespace deltascope
