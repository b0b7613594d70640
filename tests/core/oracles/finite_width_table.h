// SPDX-License-Identifier: GPL-3.0-or-later
// Written by finite_width.py.
#pragma once

#include <vector>

namespace oracle {

struct HeLayer {
    int neurons;
    double mean, variance;
};
inline const std::vector<HeLayer> kHeLayers{
    {1, -0.577215664901533, 4.93480220054468},
    {2, -0.808264725088181, 4.2652488350176},
    {3, -0.795987513089689, 3.5743732521163},
    {16, -0.17639732440705, 0.419593394106779},
    {30, -0.0883956677554699, 0.19114817973798},
    {64, -0.0401085988357457, 0.0829973505564476},
    {100, -0.0254208856227568, 0.0519399921487253},
    {1024, -0.00244531164355071, 0.00490053492155657},
};

} // namespace oracle
