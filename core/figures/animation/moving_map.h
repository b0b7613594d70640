// SPDX-License-Identifier: GPL-3.0-or-later
// The map of each frame of an animation. Where only the parameters move that it is over, its cells stay, and the cross
// moves alone.
#pragma once

#include "base/result.h"
#include "data/dataset.h"
#include "model/document.h"
#include "results/map_cells.h"
#include "results/map_colours.h"

#include <memory>
#include <span>
#include <stop_token>

namespace deltascope::figures {

class MovingMap {
public:
    using Cells = std::shared_ptr<const results::MapCells>;

    /// `cells`: what is known of `document`'s map; nullptr: nothing.
    explicit MovingMap(data::DataFolder folder, const model::Document& document = {}, Cells cells = nullptr);

    /// The cells of the map that the document has, those of the call before where they are the same. Nothing where stop
    /// was requested. Error: it asks for what there is not.
    Result<Cells> of(const model::Document& document, const std::stop_token& stop);

private:
    data::DataFolder m_folder;
    model::Document m_document; // whose cells these are
    Cells m_cells;
};

/// The colours of all frames together; nothing where they all have the same cells, or none has a value.
std::shared_ptr<const results::MapColours> commonColours(std::span<const MovingMap::Cells> frames);

} // namespace deltascope::figures
