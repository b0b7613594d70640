// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/message.h"
#include "network/parametrizations/parametrization.h"

namespace deltascope::parametrizations {

extern const network::Parametrization standard;
const network::Parametrization standard{
    .id = "standard",
    .name = translatable("core", "Standard"),
    .formula = "w",
    .description = translatable("core", "The weights themselves are learnt."),
    .rank = 10,
};

} // namespace deltascope::parametrizations
