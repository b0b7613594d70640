// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/message.h"
#include "network/parametrizations/parametrization.h"

namespace deltascope::parametrizations {

extern const network::Parametrization standard;
const network::Parametrization standard{
    .id = "standard",
    .name = translatable("core", "Standard"),
    .formula = "w",
    .description = translatable("core", "What is learnt are the weights themselves."),
    .rank = 10,
};

} // namespace deltascope::parametrizations
