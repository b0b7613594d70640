// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset.h"

#include "datasets/dataset_kind.h"
#include "registry.h"

#include <cassert>

namespace deltascope {

Result<Dataset> makeDataset(const Scenario& scenario, const std::stop_token& stop)
{
    const DatasetKind* kind = findKind(datasetsRegistry(), scenario.data);
    assert(kind != nullptr);
    return kind->make(scenario, stop);
}

} // namespace deltascope
