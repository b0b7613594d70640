// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of every figure, whatever it shows.
#pragma once

#include "figures/figure.h"

#include <string>
#include <vector>

namespace deltascope {

/// A sentence for each rule that the figure breaks: numbers that are not finite, degenerate ranges, arrays of unequal
/// length, data outside the range that fits, messages whose %n and arguments differ, names that are not unique.
std::vector<std::string> faultsOf(const figures::Figure& figure);

/// The named element of this type, or nullptr.
template <class Type>
const Type* findElement(const figures::Panel& panel, const std::string& name)
{
    for (const figures::Element& element : panel.elements)
        if (const Type* found = std::get_if<Type>(&element); found && plainText(found->name) == name)
            return found;
    return nullptr;
}

} // namespace deltascope
