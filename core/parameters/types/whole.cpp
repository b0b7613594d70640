// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/types/whole_number.h"

namespace deltascope::types {

extern const parameters::ParameterType whole;
const parameters::ParameterType whole = WholeNumber<int>::kType;

} // namespace deltascope::types
