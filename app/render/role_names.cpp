// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/role_names.h"

namespace deltascope {

std::span<const std::pair<Role, QLatin1String>> roleNames()
{
    static constexpr std::pair<Role, QLatin1String> names[] = {
        {Role::primary, QLatin1String("primary")},
        {Role::secondary, QLatin1String("secondary")},
        {Role::tertiary, QLatin1String("tertiary")},
        {Role::first, QLatin1String("first")},
        {Role::last, QLatin1String("last")},
        {Role::selected, QLatin1String("selected")},
        {Role::reference, QLatin1String("reference")},
        {Role::floor, QLatin1String("floor")},
        {Role::window, QLatin1String("window")},
        {Role::current, QLatin1String("current")},
        {Role::positive, QLatin1String("positive")},
        {Role::negative, QLatin1String("negative")},
        {Role::zero, QLatin1String("zero")},
        {Role::published, QLatin1String("published")},
        {Role::pin, QLatin1String("pin")},
        {Role::pin2, QLatin1String("pin2")},
        {Role::pin3, QLatin1String("pin3")},
        {Role::context, QLatin1String("context")},
    };
    static_assert(std::size(names) == static_cast<std::size_t>(Role::context) + 1, "every role has a name");
    return names;
}

QLatin1String roleName(Role role)
{
    return roleNames()[static_cast<std::size_t>(role)].second;
}

} // namespace deltascope
