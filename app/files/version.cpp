// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/version.h"

#include "render/plot/drawing_library.h"
#include "render/print/qr_code.h"
#include "reports/libraries.h"

#include <QStringList>
#include <QtGlobal>

namespace deltascope::files {

QString builtOf()
{
    QStringList parts;
    if (const QString commit = QStringLiteral(DELTASCOPE_COMMIT); !commit.isEmpty())
        parts << QStringLiteral("commit ") + commit;
    parts << QStringLiteral("Qt ") + QLatin1String(qVersion()) << plot::drawingLibrary();
    for (const std::string& library : reports::libraries())
        parts << QString::fromStdString(library);
    parts << prints::codeLibrary();
    return parts.join(QStringLiteral(", "));
}

QString versionText(const QString& program)
{
    return program + QStringLiteral(" " DELTASCOPE_VERSION "\n") + builtOf() + u'\n';
}

} // namespace deltascope::files
