// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/role_names.h"

namespace deltascope::render {

std::span<const std::pair<figures::Role, QLatin1String>> roleNames()
{
    static constexpr std::pair<figures::Role, QLatin1String> names[] = {
        {figures::Role::primary, QLatin1String("primary")},
        {figures::Role::secondary, QLatin1String("secondary")},
        {figures::Role::tertiary, QLatin1String("tertiary")},
        {figures::Role::first, QLatin1String("first")},
        {figures::Role::last, QLatin1String("last")},
        {figures::Role::selected, QLatin1String("selected")},
        {figures::Role::reference, QLatin1String("reference")},
        {figures::Role::floor, QLatin1String("floor")},
        {figures::Role::shaded, QLatin1String("window")},
        {figures::Role::current, QLatin1String("current")},
        {figures::Role::positive, QLatin1String("positive")},
        {figures::Role::negative, QLatin1String("negative")},
        {figures::Role::zero, QLatin1String("zero")},
        {figures::Role::published, QLatin1String("published")},
        {figures::Role::pin, QLatin1String("pin")},
        {figures::Role::pin2, QLatin1String("pin2")},
        {figures::Role::pin3, QLatin1String("pin3")},
        {figures::Role::context, QLatin1String("context")},
        {figures::Role::class0, QLatin1String("class_0")},
        {figures::Role::class1, QLatin1String("class_1")},
        {figures::Role::class2, QLatin1String("class_2")},
        {figures::Role::class3, QLatin1String("class_3")},
        {figures::Role::class4, QLatin1String("class_4")},
        {figures::Role::class5, QLatin1String("class_5")},
        {figures::Role::class6, QLatin1String("class_6")},
        {figures::Role::class7, QLatin1String("class_7")},
        {figures::Role::class8, QLatin1String("class_8")},
        {figures::Role::class9, QLatin1String("class_9")},
    };
    static_assert(std::size(names) == static_cast<std::size_t>(figures::Role::class9) + 1, "every role has a name");
    return names;
}

QLatin1String roleName(figures::Role role)
{
    return roleNames()[static_cast<std::size_t>(role)].second;
}

} // namespace deltascope::render
