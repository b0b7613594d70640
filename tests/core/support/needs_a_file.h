// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/registry.h"
#include "data/dataset_kind.h"

#include <string>

namespace deltascope {

/// These data are read from a file of the user's, and nothing stands in for it.
inline bool needsAFile(const std::string& id)
{
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), id);
    return kind != nullptr && kind->wantsFolder && kind->standIn.empty();
}

} // namespace deltascope
