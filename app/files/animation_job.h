// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/animation/animation.h"
#include "files/side_thread.h"
#include "render/export/frame_export.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace deltascope::files {

/// Whether films can be made here: ffmpeg is installed.
bool canMakeFilms();

/// Computes, draws and packs an animation on a thread of its own, and writes a numbered series of PNG files
/// (name_0001.png …), or an MP4 or GIF by ffmpeg, by the suffix of the path.
class AnimationJob : public QObject {
    Q_OBJECT
public:
    AnimationJob(figures::AnimationPlan plan, data::DataFolder folder, exports::ExportOptions options,
        double framesPerSecond, QString path, QObject* parent = nullptr);
    ~AnimationJob() override;

    /// An Error at once where it cannot be done: another suffix, no ffmpeg, sizes out of range.
    std::optional<Error> start();
    void cancel(); ///< files of frames that are written stay, a film is not begun; `ended` comes soon
    void waitForEnd(); ///< cancels, and waits for a frame that is being drawn
    double share() const; ///< done, 0 … 1
    bool cancelled() const { return m_stop.stop_requested(); }
    const std::optional<Error>& error() const { return m_error; }
    const QString& firstPath() const { return m_firstPath; }
    /// Where the frames of a film are while it is made; empty for a series.
    QString scratchFolder() const { return m_frames ? m_frames->path() : QString(); }
    bool isWriting() const { return m_writing; } ///< a frame; on any thread

signals:
    void progressed();
    void ended();

private:
    void compute();
    void next();
    void drawNext();
    void write(const exports::FrameExport& frame, const QString& path);
    void makeFilm();
    void keepFilm(const QString& made);
    void end();
    QString framePath(std::size_t frame) const;

    figures::AnimationPlan m_plan;
    data::DataFolder m_folder;
    exports::ExportOptions m_options;
    double m_framesPerSecond;
    QString m_path, m_firstPath;
    bool m_film = false;
    std::unique_ptr<QTemporaryDir> m_frames; // of a film
    std::atomic<int> m_computed = 0;
    std::atomic<bool> m_writing = false;
    std::stop_source m_stop;
    std::optional<Result<std::vector<figures::Figure>>> m_result; // of m_thread
    std::vector<figures::Figure> m_figures;
    std::size_t m_drawn = 0; // frames
    std::optional<Error> m_frameError; // of m_thread
    QProcess m_ffmpeg;
    QTimer m_timer;
    std::optional<Error> m_error;
    bool m_over = false;
    SideThread m_thread; // last: it ends before the rest goes
};

} // namespace deltascope::files
