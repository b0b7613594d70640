// SPDX-License-Identifier: GPL-3.0-or-later
// A disc in a ring, as in TensorFlow Playground: no line separates them. The angle comes from a point drawn in the unit
// disc, so that no sine, which differs between platforms, is needed. core/maths.md 13.5.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"

namespace deltascope::datasets {

extern const data::DatasetKind circles;
const data::DatasetKind circles{
    .id = "circles",
    .name = translatable("core", "Circles"),
    .formula = "|x| < ½, or ¾ < |x| < 1",
    .description =
        translatable("core", "A disc inside a ring: two classes in the plane that no straight line separates."),
    .rank = 5,
    .random = true,
    .fitSizes = fitTwoClasses,
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token& stop) -> Result<data::Dataset> {
        return randomClasses(scenario, stop, [](RandomStream& stream, auto input) {
            double x, y, square;
            do {
                x = stream.uniform(-1, 1);
                y = stream.uniform(-1, 1);
                square = x * x + y * y;
            } while (square > 1 || square < 1e-6);
            const bool inside = stream.below(2) == 0;
            const double radius = inside ? 0.5 * stream.uniform() : stream.uniform(0.75, 1);
            const double scale = radius / std::sqrt(square);
            input[0] = scale * x;
            input[1] = scale * y;
            return inside ? 1 : 0;
        });
    },
};

} // namespace deltascope::datasets
