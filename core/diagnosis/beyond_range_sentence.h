// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "evaluation/evaluation.h"

namespace deltascope::diagnosis {

/// What a size shown as "<10^(−10¹⁷)" is; empty where no layer's speed is beyond range.
Message sizesBeyondRange(const evaluation::Evaluation& evaluation);

} // namespace deltascope::diagnosis
