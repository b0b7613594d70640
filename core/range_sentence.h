// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation.h"
#include "message.h"

namespace deltascope {

/// What a size shown as "<10^(−10¹⁷)" is; empty where no layer's speed is beyond range.
Message sizesBeyondRange(const Evaluation& evaluation);

} // namespace deltascope
