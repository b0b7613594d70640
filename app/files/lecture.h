// SPDX-License-Identifier: GPL-3.0-or-later
// "My lecture": presets, lessons and figures that were marked for it, in their order; kept in the settings.
#pragma once

#include "base/result.h"
#include "render/print/lecture.h"

#include <QString>

#include <string>
#include <vector>

namespace deltascope::files {

struct LectureItem {
    enum class Kind { preset, lesson, figure };
    Kind kind = Kind::preset;
    std::string id; ///< of the preset, lesson or figure
    std::string document = {}; ///< of a figure: what it is drawn from, as a .deltascope file has it
    bool operator==(const LectureItem&) const = default;
};

/// The figure of a document, as an item.
LectureItem lectureFigure(const std::string& figure, const model::Document& document);

QString lectureName(const LectureItem& item); ///< in the present language

/// What is marked. What the program does not know any more is left out.
std::vector<LectureItem> lectureMarks();
void keepLectureMarks(const std::vector<LectureItem>& items);
bool addLectureMark(const LectureItem& item); ///< at the end; false: it is there, or cannot be kept

/// All sections, in order. Error: a figure's document cannot be read.
Result<std::vector<prints::Section>> sectionsOf(const std::vector<LectureItem>& items);

/// Computes maps that were not compiled in (minutes).
prints::MapOf mapsFor(const data::DataFolder& folder, const std::stop_token& stop = {});

/// The files of a lecture; an empty path: it is not wanted.
struct LecturePaths {
    QString slides, worksheet, answers;
};

/// A lecture on its way to its files: one section after the other.
class LectureWriting {
public:
    LectureWriting(const QString& title, const std::vector<prints::Section>& sections, LecturePaths paths);
    ~LectureWriting();

    void add(const prints::Section& section, const prints::DrawnSection& drawn); ///< on the thread of windows
    /// What is to be written, and where to.
    std::vector<std::pair<QString, QByteArray>> end();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace deltascope::files
