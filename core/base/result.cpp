// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

namespace deltascope {

Error outOfMemory()
{
    return {Fault::internal, {translatable("core", "There is not enough memory for this scenario."), {}}};
}

} // namespace deltascope
