// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario as a small program in Python that prints the cost and every layer's learning speeds: pieces that stand one
// below the other in a script, and each in a cell of a notebook.
#pragma once

#include "reports/network_export.h"

#include <string>
#include <vector>

namespace deltascope::reports {

enum class PythonLibrary { numpy, pytorch };

/// Why no such program is written: what it would not do would be other numbers.
Message whyNoPython(const model::Scenario& scenario);

/// Of a scenario of which that is empty. It reads `numbers`, a file of npzOf(), from the folder of the script, or
/// from the present one in a notebook.
std::vector<std::string> pythonPieces(
    const NetworkExport& network, PythonLibrary library, const std::string& numbers, bool notebook = false);

/// The pieces as one script.
std::string pythonScript(const NetworkExport& network, PythonLibrary library, const std::string& numbers);

} // namespace deltascope::reports
