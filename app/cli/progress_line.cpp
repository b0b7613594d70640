// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress_line.h"

#include "cli/output.h"
#include "process/descriptors.h"
#include "text/language.h"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <unistd.h>

namespace deltascope::cli {

namespace {

constexpr std::chrono::milliseconds kPause{200}, kFirst{800};
constexpr double kCalibrated = 1.5; // seconds after which the pace is believed
constexpr double kLong = 60; // seconds that are worth a line of their own

void writeAll(const QByteArray& bytes)
{
    const char* place = bytes.constData();
    for (auto left = static_cast<std::size_t>(bytes.size()); left > 0;) {
        const std::ptrdiff_t count = process::writeSome(process::kStandardError, place, left);
        if (count <= 0)
            return;
        place += count;
        left -= static_cast<std::size_t>(count);
    }
}

/// "12 s", "3 min", "2 h": one unit is enough for what is only expected.
Message durationOf(double seconds)
{
    const auto whole = [](double value) { return static_cast<std::int64_t>(std::llround(value)); };
    if (seconds < 100)
        return {translatable("core", "%1 s"), {whole(seconds)}};
    if (seconds < 100 * 60)
        return {translatable("core", "%1 min"), {whole(seconds / 60)}};
    return {translatable("core", "%1 h"), {whole(seconds / 3600)}};
}

} // namespace

ProgressLine::ProgressLine(Message work)
    : m_work(text::toText(work))
{
    if (::isatty(process::kStandardError) != 1)
        return;
    try {
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    } catch (const std::system_error&) { // the work is worth more than a line about it
    }
}

ProgressLine::~ProgressLine()
{
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_thread.join();
    if (m_length > 0)
        writeAll('\r' + QByteArray(m_length, ' ') + '\r');
    setLineOpen(false);
}

void ProgressLine::begin(Message work)
{
    const std::lock_guard lock(m_mutex);
    m_work = text::toText(work);
    m_start = Clock::now();
    m_share = 0;
    m_announced = false;
}

void ProgressLine::tell(double share)
{
    m_share = share;
}

Watch ProgressLine::watch()
{
    return [this](double share) { tell(share); };
}

void ProgressLine::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, kFirst, [] { return false; });
    while (!stop.stop_requested()) {
        try {
            write();
        } catch (const std::bad_alloc&) { // the same
        }
        m_wake.wait_for(lock, stop, kPause, [] { return false; });
    }
}

// With m_mutex held.
void ProgressLine::write()
{
    const double seconds = std::chrono::duration<double>(Clock::now() - m_start).count(), share = m_share;
    QByteArray out;
    if (const double whole = share > 0 ? seconds / share : 0; whole > kLong && seconds > kCalibrated && !m_announced) {
        m_announced = true;
        const Message words{
            translatable("core", "%1: this will take about %2."), {m_work.toStdString(), durationOf(whole)}};
        out += '\r' + QByteArray(m_length, ' ') + '\r' + text::toText(words).toUtf8() + '\n';
    }
    const QString line = text(seconds, share);
    m_length = std::max(m_length, static_cast<int>(line.size()));
    out += '\r' + line.leftJustified(m_length).toUtf8();
    setLineOpen(true);
    writeAll(out);
}

QString ProgressLine::text(double seconds, double share)
{
    const std::string work = m_work.toStdString();
    if (share <= 0)
        return text::toText(Message{translatable("core", "%1: %2 so far"), {work, durationOf(seconds)}});
    const auto percent = static_cast<int>(std::floor(100 * std::min(share, 1.0)));
    return text::toText(Message{translatable("core", "%1: %2 %, about %3 left"),
        {work, percent, durationOf(seconds * (1 - std::min(share, 1.0)) / share)}});
}

} // namespace deltascope::cli
