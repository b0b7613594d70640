// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/divergence.h"

#include <cstddef>

namespace deltascope::training {

Message sentence(const Divergence& divergence)
{
    constexpr const char* kSentences[] = {
        translatable("core",
            "At step %1 the activations of layer %2 grew beyond what a double holds: the training ends with the "
            "network as it was before."),
        translatable("core",
            "At step %1 the gradient of layer %2 grew beyond what a double holds: the training ends with the network "
            "as it was before."),
        translatable("core",
            "At step %1 the weights and biases of layer %2 would grow beyond what a double holds: the training ends "
            "with the network as it was before."),
    };
    return {kSentences[static_cast<std::size_t>(divergence.quantity)], {divergence.step, divergence.layer}};
}

} // namespace deltascope::training
