// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/kind_named.h"

#include "base/registry.h"
#include "cli/arguments/nearest.h"

namespace deltascope::cli {

Result<const figures::FigureKind*> figureNamed(const QString& id)
{
    if (const figures::FigureKind* kind = findKind(figures::figuresRegistry(), id.toStdString()))
        return kind;
    QStringList known;
    for (const figures::FigureKind* kind : figures::figuresRegistry())
        known << QString::fromUtf8(kind->id.data(), static_cast<qsizetype>(kind->id.size()));
    return unknownWord(translatable("core", "There is no figure “%1”; did you mean “%2”?"),
        translatable("core", "There is no figure “%1”; there are %2."), id, known);
}

Result<render::Theme> themeNamed(const QString& id)
{
    if (render::themeIds().contains(id))
        return render::theme(id);
    return unknownWord(translatable("core", "There is no theme “%1”; did you mean “%2”?"),
        translatable("core", "There is no theme “%1”; there are %2."), id, render::themeIds());
}

} // namespace deltascope::cli
