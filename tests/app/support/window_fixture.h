// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/settings.h"
#include "window/dialogs/export_dialog.h"
#include "window/main_window.h"
#include "window/views/figure_grid.h"
#include "window/views/figure_view.h"
#include "window/views/pin_bar.h"
#include "window/widgets/banner.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace deltascope {

/// A shown window with a home of its own.
class WindowTest : public testing::Test {
protected:
    WindowTest()
    {
        for (const char* name : kVariables)
            m_before.push_back(qgetenv(name));
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", (m_home.path() + QStringLiteral("/config")).toUtf8());
        qputenv("XDG_DATA_HOME", (m_home.path() + QStringLiteral("/data")).toUtf8());
        // QSettings keeps the first folder that it has seen in a process: what the test before saved would come back.
        if (const auto settings = files::openSettings())
            settings->clear();
        window = std::make_unique<window::MainWindow>();
        window->start({});
        window->resize(1200, 800);
        window->show();
        QCoreApplication::processEvents();
        window->figures().refreshNow();
    }

    ~WindowTest() override
    {
        window.reset();
        for (std::size_t i = 0; i < m_before.size(); ++i)
            qputenv(kVariables[i], m_before[i]);
    }

    workspace::Workspace& workspace() { return window->workspace(); }
    /// Lets events run until `done`; false after two minutes, which only a fault or a very slow machine takes.
    static bool waitFor(const std::function<bool()>& done)
    {
        const QDeadlineTimer limit(120'000);
        while (!done()) {
            if (limit.hasExpired())
                return false;
            QCoreApplication::processEvents();
            QThread::msleep(2);
        }
        return true;
    }
    void put(const char* key, parameters::ParameterValue value)
    {
        ASSERT_FALSE(workspace().setValue(*parameters::findScenarioParameter(key), value));
    }
    /// Exports what the dialog has chosen, and waits until that is written.
    void exportTo(const QString& path)
    {
        window->exportDialog().beginWritingTo(path);
        EXPECT_TRUE(waitFor([&] { return !window->exportDialog().writing(); }));
    }
    QString pathOf(const char* name) const { return m_home.path() + QLatin1Char('/') + QLatin1String(name); }

    static constexpr const char* kVariables[] = {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"};
    QTemporaryDir m_home;
    std::vector<QByteArray> m_before;
    std::unique_ptr<window::MainWindow> window;
};

} // namespace deltascope
