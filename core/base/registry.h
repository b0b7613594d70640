// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace deltascope {

/// The record with this id in a generated table of kinds, or nullptr.
template <class Kind>
const Kind* findKind(std::span<const Kind* const> registry, std::string_view id)
{
    for (const Kind* kind : registry)
        if (kind->id == id)
            return kind;
    return nullptr;
}

} // namespace deltascope
