// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/presets.h"

#include "text/language.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace deltascope::files {

namespace {

std::vector<documents::Preset> readPresets()
{
    std::vector<documents::Preset> all;
    const QDir folder(QStringLiteral(":/presets"));
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile data(file.filePath());
        const bool opened = data.open(QIODevice::ReadOnly);
        assert(opened);
        static_cast<void>(opened);
        const QByteArray bytes = data.readAll();
        Result<documents::Preset> preset = documents::readPreset(
            file.completeBaseName().toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        assert(preset); // our own data: a test reads every file
        all.push_back(*std::move(preset));
    }
    std::sort(all.begin(), all.end(),
        [](const documents::Preset& left, const documents::Preset& right) { return left.rank < right.rank; });
    return all;
}

} // namespace

const std::vector<documents::Preset>& presets()
{
    static const std::vector<documents::Preset> all = readPresets();
    return all;
}

const documents::Preset* findPreset(std::string_view id)
{
    for (const documents::Preset& preset : presets())
        if (preset.id == id)
            return &preset;
    return nullptr;
}

std::vector<model::Pin> namedInLanguage(std::vector<model::Pin> pins)
{
    for (model::Pin& pin : pins)
        pin.name = text::toText(Message{pin.name, {}}).toStdString();
    return pins;
}

} // namespace deltascope::files
