// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/animation_job.h"

#include "files/saving.h"
#include "process/memory_shortage.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <iterator>
#include <new>
#include <system_error>

namespace deltascope::files {

namespace {

constexpr int kPoll = 30; // ms
const QString kFfmpeg = QStringLiteral("ffmpeg");

Error wrongPath(const QString& path)
{
    return {Fault::usage,
        {translatable("core", "“%1”: an animation is written as .png (a numbered series), .mp4 or .gif."),
            {path.toStdString()}}};
}

Error notMade(const QString& path, Message reason)
{
    return {Fault::unwritable,
        {translatable("core", "“%1” could not be created; %2"), {path.toStdString(), std::move(reason)}}};
}

/// What an ffmpeg that has failed leaves to be told: its own words, or how it ended.
Message lastWords(QProcess& ffmpeg)
{
    if (const QByteArray said = ffmpeg.readAllStandardError().trimmed(); !said.isEmpty())
        return {translatable("core", "ffmpeg says: %1"), {QString::fromUtf8(said).right(300).toStdString()}};
    if (ffmpeg.exitStatus() != QProcess::NormalExit)
        return {translatable("core", "ffmpeg crashed without a message."), {}};
    return {translatable("core", "ffmpeg ended with exit code %1 and without a message."), {ffmpeg.exitCode()}};
}

} // namespace

bool canMakeFilms()
{
    return !QStandardPaths::findExecutable(kFfmpeg).isEmpty();
}

AnimationJob::AnimationJob(figures::AnimationPlan plan, data::DataFolder folder, exports::ExportOptions options,
    double framesPerSecond, QString path, QObject* parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_folder(std::move(folder))
    , m_options(std::move(options))
    , m_framesPerSecond(framesPerSecond)
    , m_path(std::move(path))
{
    connect(&m_timer, &QTimer::timeout, this, &AnimationJob::progressed);
}

AnimationJob::~AnimationJob()
{
    m_stop.request_stop();
    m_ffmpeg.disconnect();
    if (m_ffmpeg.state() != QProcess::NotRunning) {
        m_ffmpeg.kill();
        m_ffmpeg.waitForFinished(1000);
    }
}

std::optional<Error> AnimationJob::start()
{
    const QString suffix = QFileInfo(m_path).suffix().toLower();
    m_film = suffix == QLatin1String("mp4") || suffix == QLatin1String("gif");
    if (!m_film && suffix != QLatin1String("png"))
        return wrongPath(m_path);
    if (m_film && !canMakeFilms())
        return Error{Fault::usage,
            {translatable("core", "%1 files need ffmpeg, which is not installed; .png writes the frames one by one."),
                {suffix.toStdString()}}};
    if (std::optional<Error> error = exports::checkOptions(m_options))
        return error;
    if (m_plan.frames < 2 || m_plan.frames > figures::kMostFrames)
        return Error{Fault::usage,
            {translatable("core", "An animation has from 2 to %1 frames, not %2."),
                {figures::kMostFrames, m_plan.frames}}};
    if (m_film) {
        m_frames = std::make_unique<QTemporaryDir>();
        if (!m_frames->isValid())
            return notMade(m_path, {translatable("core", "%1."), {m_frames->errorString().toStdString()}});
    }
    m_thread.post([this](const std::stop_token&) { compute(); }, [this] { next(); });
    m_timer.start(kPoll);
    return std::nullopt;
}

// On m_thread: what left it would end the program.
void AnimationJob::compute()
{
    try {
        m_result = figures::animate(m_plan, m_folder, m_computed, m_stop.get_token());
    } catch (const std::bad_alloc&) {
        m_result = process::notEnoughMemory();
    } catch (const std::system_error&) {
        m_result = process::notEnoughMemory();
    }
}

void AnimationJob::cancel()
{
    m_stop.request_stop();
    if (m_ffmpeg.state() != QProcess::NotRunning)
        m_ffmpeg.terminate();
}

void AnimationJob::waitForEnd()
{
    cancel();
    m_thread.end();
}

double AnimationJob::share() const
{
    // Computing and drawing take about the same.
    return (m_computed + static_cast<double>(m_drawn)) / (2.0 * m_plan.frames);
}

// What m_thread had to do is done.
void AnimationJob::next()
{
    if (m_result) {
        if (*m_result)
            m_figures = *std::move(*m_result);
        else
            m_error = m_result->error();
        m_result.reset();
    }
    const bool goesOn = !m_error && !cancelled();
    if (goesOn && m_drawn * m_plan.kinds().size() < m_figures.size())
        drawNext();
    else if (goesOn && m_film)
        makeFilm();
    else
        end();
}

QString AnimationJob::framePath(std::size_t frame) const
{
    const QString number = QStringLiteral("_%1.png").arg(frame + 1, 4, 10, QLatin1Char('0'));
    if (m_film)
        return m_frames->filePath(QStringLiteral("frame") + number);
    const QFileInfo path(m_path);
    return path.path() + u'/' + path.completeBaseName() + number;
}

void AnimationJob::drawNext()
{
    const QString path = framePath(m_drawn);
    const auto count = static_cast<std::ptrdiff_t>(m_plan.kinds().size());
    const auto first = m_figures.begin() + static_cast<std::ptrdiff_t>(m_drawn) * count;
    try {
        std::vector<figures::Figure> figures(std::make_move_iterator(first), std::make_move_iterator(first + count));
        const auto frame = std::make_shared<exports::FrameExport>(std::move(figures), m_plan.start, m_options);
        m_thread.post([this, frame, path](const std::stop_token&) { write(*frame, path); },
            [this, frame] {
                m_error = m_frameError;
                if (m_drawn++ == 0)
                    m_firstPath = m_film ? m_path : framePath(0);
                next();
            });
    } catch (const std::bad_alloc&) { // it must not leave the event loop
        m_error = process::notEnoughMemory();
        end();
    }
}

// On m_thread.
void AnimationJob::write(const exports::FrameExport& frame, const QString& path)
{
    try {
        const Result<QByteArray> bytes = frame.bytes();
        if (cancelled())
            return;
        m_writing = true;
        m_frameError = bytes ? writeFile(path, *bytes) : std::optional(bytes.error());
    } catch (const std::bad_alloc&) {
        m_frameError = process::notEnoughMemory();
    }
    m_writing = false;
}

/// Both sides even, as H.264 wants; a palette of its own for GIF.
void AnimationJob::makeFilm()
{
    m_timer.stop();
    const bool gif = m_path.endsWith(QStringLiteral(".gif"), Qt::CaseInsensitive);
    QStringList arguments{QStringLiteral("-y"), QStringLiteral("-loglevel"), QStringLiteral("error"),
        QStringLiteral("-framerate"), QString::number(m_framesPerSecond), QStringLiteral("-i"),
        m_frames->filePath(QStringLiteral("frame_%04d.png"))};
    if (gif)
        arguments << QStringLiteral("-vf") << QStringLiteral("split[a][b];[a]palettegen[p];[b][p]paletteuse");
    else
        arguments << QStringLiteral("-vf") << QStringLiteral("crop=trunc(iw/2)*2:trunc(ih/2)*2")
                  << QStringLiteral("-pix_fmt") << QStringLiteral("yuv420p");
    const QString made = m_frames->filePath(gif ? QStringLiteral("film.gif") : QStringLiteral("film.mp4"));
    connect(&m_ffmpeg, &QProcess::finished, this, [this, made](int code, QProcess::ExitStatus status) {
        if (code == 0 && status == QProcess::NormalExit)
            keepFilm(made);
        else if (!cancelled())
            m_error = notMade(m_path, lastWords(m_ffmpeg));
        end();
    });
    connect(&m_ffmpeg, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) // only then `finished` never comes
            return;
        m_error = notMade(
            m_path, {translatable("core", "ffmpeg cannot be started: %1."), {m_ffmpeg.errorString().toStdString()}});
        end();
    });
    m_ffmpeg.start(kFfmpeg, arguments << made);
}

void AnimationJob::keepFilm(const QString& made)
{
    QFile film(made);
    const QByteArray bytes = film.open(QIODevice::ReadOnly) ? film.readAll() : QByteArray();
    if (bytes.isEmpty()) {
        m_error = notMade(m_path, {translatable("core", "ffmpeg reported success but wrote no film."), {}});
    } else {
        m_frames.reset(); // they are not needed while a FIFO waits for its reader
        m_error = writeFile(m_path, bytes); // whole or not at all
    }
}

void AnimationJob::end()
{
    if (m_over)
        return;
    m_over = true;
    m_timer.stop();
    emit ended();
}

} // namespace deltascope::files

#include "moc_animation_job.cpp"
