// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deltascope {

/// What the hot loops are compiled for, each holding the ones before it: the program runs on any processor of its kind
/// and takes the best when it starts.
enum class InstructionSet { portable, x86_64_v3, x86_64_v4 };

/// The last that this processor and its system run.
InstructionSet bestInstructionSet();

} // namespace deltascope
