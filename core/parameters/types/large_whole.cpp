// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/types/whole_number.h"

namespace deltascope::types {

extern const parameters::ParameterType large_whole;
const parameters::ParameterType large_whole = WholeNumber<std::int64_t>::kType;

} // namespace deltascope::types
