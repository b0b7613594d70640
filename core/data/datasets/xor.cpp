// SPDX-License-Identifier: GPL-3.0-or-later
// The exclusive or: the class is whether the two coordinates differ in sign. Minsky & Papert (1969).
// core/maths.md 13.5.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"

namespace deltascope::datasets {

extern const data::DatasetKind xor_; // xor is a word of the language
const data::DatasetKind xor_{
    .id = "xor",
    .name = translatable("core", "Exclusive or"),
    .formula = "y = [x₁x₂ < 0]",
    .description = translatable("core",
        "Four quarters of a square in two classes: the smallest problem that a network without hidden layers cannot "
        "solve (Minsky & Papert 1969)."),
    .rank = 6,
    .random = true,
    .fitSizes = fitTwoClasses,
    .make = [](const model::Scenario& scenario, const data::DataFolder&,
                const std::stop_token& stop) -> Result<data::Dataset> {
        return randomClasses(scenario, stop, [](RandomStream& stream, auto input) {
            for (Eigen::Index i = 0; i < 2; ++i) {
                const double size = stream.uniform(0.05, 1); // a gap along the axes
                input[i] = stream.below(2) == 0 ? size : -size;
            }
            return input[0] * input[1] < 0 ? 1 : 0;
        });
    },
};

} // namespace deltascope::datasets
