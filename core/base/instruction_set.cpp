// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/instruction_set.h"

namespace deltascope {

InstructionSet bestInstructionSet()
{
#ifdef __x86_64__
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma") || !__builtin_cpu_supports("bmi2"))
        return InstructionSet::portable;
    const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl");
    return wide ? InstructionSet::x86_64_v4 : InstructionSet::x86_64_v3;
#else
    return InstructionSet::portable;
#endif
}

} // namespace deltascope
