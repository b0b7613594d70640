// SPDX-License-Identifier: GPL-3.0-or-later
// Drawn digits, so that the program is whole without any file: 28 × 28 pixels of 0…1, ten classes, mean square 0.10 as
// that of MNIST. core/maths.md 13.7.
#include "datasets/dataset_kind.h"
#include "datasets/random_examples.h"
#include "drawn_digit.h"
#include "message.h"

namespace deltascope::datasets {

extern const DatasetKind digits;
const DatasetKind digits{
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
        [](Scenario& scenario) {
            scenario.inputs = kDigitPixels;
            scenario.outputs = kDigits;
        },
    .make = [](const Scenario& scenario, const DataFolder&, const std::stop_token& stop) -> Result<Dataset> {
        return drawClasses(
            scenario, stop, [](RandomStream& stream, auto input) { return drawDigit(stream, input.data()); });
    },
};

} // namespace deltascope::datasets
