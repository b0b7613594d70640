// SPDX-License-Identifier: GPL-3.0-or-later
// Drawn digits, so that the program is whole without any file: 28 × 28 pixels of 0…1, ten classes, mean square 0.10 as
// that of MNIST. core/maths.md 13.7.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"
#include "data/drawn_digit.h"

namespace deltascope::datasets {

extern const data::DatasetKind digits;
const data::DatasetKind digits{
    .id = "digits",
    .name = translatable("core", "Drawn digits"),
    .formula = "28 × 28 pixels, 0…1",
    .description = translatable("core",
        "Digits of 28 × 28 pixels that this program draws itself, shifted, stretched and turned by the seed: they "
        "stand "
        "in for MNIST where no folder is set."),
    .rank = 10,
    .random = true,
    .fitSizes =
        [](model::Scenario& scenario) {
            scenario.inputs = data::kDigitPixels;
            scenario.outputs = data::kDigits;
        },
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token& stop) -> Result<data::Dataset> {
        return randomClasses(
            scenario, stop, [](RandomStream& stream, auto input) { return data::drawDigit(stream, input.data()); });
    },
};

} // namespace deltascope::datasets
