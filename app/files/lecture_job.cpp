// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/lecture_job.h"

#include "files/saving.h"
#include "files/side_thread.h"
#include "process/memory_shortage.h"

#include <QPointer>
#include <QTimer>

#include <new>

namespace deltascope::files {

/// The results of one section on their way.
struct LectureJob::Errand {
    std::shared_ptr<const std::vector<prints::Section>> sections;
    std::size_t place;
    data::DataFolder folder;
    Result<prints::DrawnSection> drawn = prints::DrawnSection{};

    void run(const std::stop_token& stop)
    {
        try {
            drawn = prints::drawSection(
                (*sections)[place], {.folder = folder, .stop = stop, .mapOf = mapsFor(folder, stop)});
        } catch (const std::bad_alloc&) { // it must not leave the thread
            drawn = process::notEnoughMemory();
        }
    }
};

LectureJob::LectureJob(const QString& title, std::vector<prints::Section> sections, LecturePaths paths,
    data::DataFolder folder, SideThread& thread)
    : m_thread(thread)
    , m_sections(std::make_shared<const std::vector<prints::Section>>(std::move(sections)))
    , m_folder(std::move(folder))
    , m_writing(title, *m_sections, std::move(paths))
{
}

LectureJob::~LectureJob() = default;

void LectureJob::start()
{
    m_running = true;
    QTimer::singleShot(0, this, &LectureJob::step);
}

void LectureJob::cancel()
{
    if (!m_running)
        return;
    m_thread.stop();
    end();
}

void LectureJob::step()
{
    if (!m_running)
        return;
    if (m_done == total()) {
        write();
        return;
    }
    const auto errand = std::make_shared<Errand>(Errand{m_sections, static_cast<std::size_t>(m_done), m_folder});
    m_thread.post([errand](const std::stop_token& stop) { errand->run(stop); },
        [errand, job = QPointer(this)] {
            if (job)
                job->take(*errand);
        });
}

void LectureJob::take(const Errand& errand)
{
    if (!m_running)
        return;
    if (!errand.drawn) {
        fail(errand.drawn.error());
        return;
    }
    m_writing.add((*m_sections)[errand.place], *errand.drawn);
    ++m_done;
    emit progressed();
    QTimer::singleShot(0, this, &LectureJob::step);
}

void LectureJob::write()
{
    for (const auto& [path, bytes] : m_writing.end()) {
        if (const std::optional<Error> error = writeFile(path, bytes)) {
            fail(*error);
            return;
        }
        m_paths << path;
    }
    end();
}

void LectureJob::fail(const Error& error)
{
    emit failed(error);
    end();
}

void LectureJob::end()
{
    m_running = false;
    emit ended();
}

} // namespace deltascope::files

#include "moc_lecture_job.cpp"
