// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/presets.h"

#include "render/language.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace deltascope {

namespace {

std::vector<Preset> readPresets()
{
    std::vector<Preset> all;
    const QDir folder(QStringLiteral(":/presets"));
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile data(file.filePath());
        const bool opened = data.open(QIODevice::ReadOnly);
        assert(opened);
        static_cast<void>(opened);
        const QByteArray bytes = data.readAll();
        Result<Preset> preset = readPreset(
            file.completeBaseName().toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        assert(preset); // our own data: a test reads every file
        all.push_back(*std::move(preset));
    }
    std::sort(all.begin(), all.end(), [](const Preset& left, const Preset& right) { return left.rank < right.rank; });
    return all;
}

} // namespace

const std::vector<Preset>& presets()
{
    static const std::vector<Preset> all = readPresets();
    return all;
}

const Preset* findPreset(std::string_view id)
{
    for (const Preset& preset : presets())
        if (preset.id == id)
            return &preset;
    return nullptr;
}

std::vector<Pin> namedInLanguage(std::vector<Pin> pins)
{
    for (Pin& pin : pins)
        pin.name = toText(Message{pin.name, {}}).toStdString();
    return pins;
}

} // namespace deltascope
