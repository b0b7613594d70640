// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QString>
#include <QStringList>

#include <span>

namespace deltascope::exports {

/// A page that papers and slides ask for: its width is theirs, its height a proposal.
struct PageSize {
    const char* id; ///< after --size
    const char* name; ///< translatable
    QSizeF millimetres;
    double fontPoints; ///< of type beside theirs
};

std::span<const PageSize> pageSizes();
const PageSize* findPageSize(const QString& id); ///< nullptr where there is none
QStringList pageSizeIds();

} // namespace deltascope::exports
