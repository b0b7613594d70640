// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/watched.h"

#include <cmath>
#include <numeric>

namespace deltascope::formula {

Wide quantityAt(const Expression& f, const Watched& watched, double z)
{
    const std::vector<Derivatives<Wide>> nodes = f.wideNodes(Wide(z), 0);
    const Derivatives<Wide>& first = nodes[watched.place];
    if (watched.node->kind == Node::Kind::larger || watched.node->kind == Node::Kind::smaller)
        return differenceOf(first, nodes[watched.other]);
    const bool shifted =
        watched.node->function && watched.node->function->argument == Function::Argument::aboveMinusOne;
    return shifted ? Wide(1) + first.value : first.value;
}

int signAt(const Expression& f, const Watched& watched, double z)
{
    const std::vector<Bounded> plain = f.plainNodes(z);
    Bounded here = plain[watched.place];
    if (watched.node->kind == Node::Kind::larger || watched.node->kind == Node::Kind::smaller) {
        const Bounded& other = plain[watched.other];
        here = {here.value - other.value, 0, here.valueError + other.valueError + 0x1p-52 * std::abs(here.value), 0};
    } else if (watched.node->function && watched.node->function->argument == Function::Argument::aboveMinusOne) {
        here = {1 + here.value, 0, here.valueError + 0x1p-52, 0};
    }
    if (std::isfinite(here.value) && std::abs(here.value) > 2 * here.valueError)
        return here.value > 0 ? 1 : -1;
    return quantityAt(f, watched, z).sign();
}

double changeBetween(const Expression& f, const Watched& watched, double from, double to)
{
    const int sign = signAt(f, watched, from);
    for (int i = 0; i < 200; ++i) {
        const double middle = std::midpoint(from, to);
        if (middle == from || middle == to)
            break;
        const int here = signAt(f, watched, middle);
        if (here == 0)
            return middle;
        (here == sign ? from : to) = middle;
    }
    return signAt(f, watched, to) == 0 ? to : from;
}

} // namespace deltascope::formula
