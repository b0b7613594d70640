// SPDX-License-Identifier: GPL-3.0-or-later
// The programs as processes: what a shell would see.
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace deltascope::cli {

struct Outcome {
    int code = -1; ///< exit code; −1 where the process crashed or never ended
    QByteArray output, error;
};

/// The environment of these tests without what a bare machine may lack: no display, no HOME, no locale.
inline QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name :
        {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "HOME", "XDG_RUNTIME_DIR", "LANG", "LC_ALL", "LANGUAGE"})
        environment.remove(QString::fromLatin1(name));
    return environment;
}

inline Outcome runProgram(const QString& program, const QStringList& arguments, const QByteArray& input = {},
    const QProcessEnvironment& environment = bareEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Outcome cli(const QStringList& arguments, const QByteArray& input = {},
    const QProcessEnvironment& environment = bareEnvironment())
{
    return runProgram(QStringLiteral(DELTASCOPE_CLI), arguments, input, environment);
}

/// The same through a shell, for what only a shell can do; $CLI is the program.
inline Outcome shell(const QString& script)
{
    QProcessEnvironment environment = bareEnvironment();
    environment.insert(QStringLiteral("CLI"), QStringLiteral(DELTASCOPE_CLI));
    return runProgram(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), script}, {}, environment);
}

inline QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace deltascope::cli
