// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/drawing_library.h"

#include <qcustomplot.h>

namespace deltascope::plot {

QString drawingLibrary()
{
    return QStringLiteral("QCustomPlot " QCUSTOMPLOT_VERSION_STR);
}

} // namespace deltascope::plot
