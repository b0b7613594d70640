// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/saved_map.h"

#include "reading/file.h"
#include "results/map_cells.h"
#include "results/needs.h"

namespace deltascope::cli {

bool drawsMap(const figures::FigureKind* kind)
{
    return kind->needs().wants(results::kindOf<results::MapCells>());
}

Error drawsNoMap(const figures::FigureKind& kind)
{
    return {
        Fault::usage, {translatable("core", "The figure “%1” draws no map; leave --map out."), {std::string(kind.id)}}};
}

Result<reports::SavedMap> savedMap(const Invocation& invocation)
{
    for (const char* other : {"--preset", "--scenario", "--set", "--pin", "--run"})
        if (invocation.has(other))
            return Error{Fault::usage,
                {translatable("core", "--map brings its own scenario; leave %1 out."), {std::string(other)}}};
    const QString path = invocation.value("--map");
    const Result<std::string> text = reading::readFile(path.toStdString(), reports::kMaxMapBytes);
    if (!text)
        return text.error();
    Result<reports::SavedMap> saved = reports::readMapJson(*text);
    if (!saved)
        return Error{saved.error().fault, {translatable("core", "%1: %2"), {path.toStdString(), saved.error().what}}};
    return saved;
}

} // namespace deltascope::cli
