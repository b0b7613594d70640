// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/named.h"

#include "cli/nearest.h"
#include "registry.h"

namespace deltascope {

Result<const FigureKind*> figureNamed(const QString& id)
{
    if (const FigureKind* kind = findKind(figuresRegistry(), id.toStdString()))
        return kind;
    QStringList known;
    for (const FigureKind* kind : figuresRegistry())
        known << QString::fromUtf8(kind->id.data(), static_cast<qsizetype>(kind->id.size()));
    return unknownWord(translatable("core", "There is no figure “%1”; did you mean “%2”?"),
        translatable("core", "There is no figure “%1”; there are %2."), id, known);
}

Result<Theme> themeNamed(const QString& id)
{
    if (themeIds().contains(id))
        return theme(id);
    return unknownWord(translatable("core", "There is no theme “%1”; did you mean “%2”?"),
        translatable("core", "There is no theme “%1”; there are %2."), id, themeIds());
}

} // namespace deltascope
