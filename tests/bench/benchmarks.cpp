// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap_bounds.h"

#include <benchmark/benchmark.h>

int main(int argc, char** argv)
{
    deltascope::boundHeap(); // as the window does
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
}
