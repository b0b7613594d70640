// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deltascope {

/// What the hot loops are compiled for, each holding the ones before it: the program runs on any processor of its kind
/// and takes the best when it starts.
enum class InstructionSet { portable, x86_64_v3, x86_64_v4 };

/// The last that this processor and its system run.
InstructionSet bestInstructionSet();

/// The same functions compiled for each instruction set that this kind of processor has.
template <class Functions>
struct BySet {
    const Functions *portable, *x86_64_v3 = nullptr, *x86_64_v4 = nullptr;

    /// Precondition: this processor runs it.
    const Functions& operator[](InstructionSet set) const
    {
        return set == InstructionSet::x86_64_v4 ? *x86_64_v4
            : set == InstructionSet::x86_64_v3  ? *x86_64_v3
                                                : *portable;
    }
};

} // namespace deltascope
