// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/heartbeat.h"
#include "base/heap_bounds.h"
#include "render/fonts.h"
#include "window/widgets/control_style.h"

#include <QStandardPaths>

#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    deltascope::boundHeap(); // as the program does
    testing::InitGoogleTest(&argc, argv);
    if (!qEnvironmentVariableIsSet(
            "QT_QPA_PLATFORM")) // no display needed, also where ctest only asks for the list of tests
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    deltascope::Heartbeat application(argc, argv);
    QApplication::setStyle(new deltascope::widgets::ControlStyle);
    setlocale(LC_NUMERIC, "C");
    if (deltascope::render::registerFonts())
        return 1;
    return RUN_ALL_TESTS();
}
