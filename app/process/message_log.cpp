// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/message_log.h"

#include <QLatin1String>
#include <QtGlobal>

#include <algorithm>
#include <cstdio>
#include <mutex>

namespace deltascope::process {

namespace {

constexpr qsizetype kMost = 500;
std::mutex mutex; // protects messages: any thread may log
QStringList messages;

bool isNoise(const QString& text)
{
    static constexpr QLatin1String kNoise[] = {
        QLatin1String("XDG_RUNTIME_DIR"), QLatin1String("propagateSizeHints"), QLatin1String("QSocketNotifier")};
    return std::any_of(std::begin(kNoise), std::end(kNoise), [&](QLatin1String part) { return text.contains(part); });
}

void keepMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    {
        const std::lock_guard lock(mutex);
        messages << text;
        if (messages.size() > kMost)
            messages.removeFirst();
    }
    if (type != QtDebugMsg && type != QtInfoMsg && !isNoise(text))
        std::fprintf(stderr, "%s\n", qUtf8Printable(qFormatLogMessage(type, context, text)));
}

} // namespace

void installMessageLog()
{
    qInstallMessageHandler(keepMessage);
}

QStringList loggedMessages()
{
    const std::lock_guard lock(mutex);
    return messages;
}

} // namespace deltascope::process
