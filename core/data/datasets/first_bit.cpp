// SPDX-License-Identifier: GPL-3.0-or-later
// A sequence that begins with ±1, and what follows is noise of mean square m: the target is that first symbol, asked
// for when the sequence is over. The latch problem of Bengio, Simard & Frasconi (1994). core/maths.md 17.4.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"

namespace deltascope::datasets {

extern const data::DatasetKind first_bit;
const data::DatasetKind first_bit{
    .id = "first_bit",
    .name = translatable("core", "First symbol"),
    .formula = "y = x₁ > 0",
    .description = translatable("core",
        "A sequence that begins with 1 or −1 and goes on with noise of mean square m; the target is that first symbol, "
        "as many steps later as the network is deep (Bengio et al. 1994)."),
    .rank = 14,
    .usesMeanSquare = true,
    .random = true,
    .fitSizes =
        [](model::Scenario& scenario) {
            scenario.inputs = model::stepsOf(scenario);
            if (scenario.outputs != 1 && scenario.outputs != 2)
                scenario.outputs = 1;
        },
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token& stop) -> Result<data::Dataset> {
        const double deviation = std::sqrt(scenario.meanSquare);
        return randomClasses(scenario, stop, [&](RandomStream& stream, auto input) {
            const int symbol = static_cast<int>(stream.below(2));
            input[0] = symbol == 1 ? 1 : -1;
            for (Eigen::Index step = 1; step < input.size(); ++step)
                input[step] = deviation * stream.normal();
            return symbol;
        });
    },
};

} // namespace deltascope::datasets
