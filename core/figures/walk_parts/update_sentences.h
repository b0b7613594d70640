// SPDX-License-Identifier: GPL-3.0-or-later
// What the update of one layer is, by the optimizer's own rule from rest, or why the step is not shown.
#pragma once

#include "figures/walk_parts/walk_sentences.h"

namespace deltascope::walk_parts {

Message updateSentence(const At& at);
Message largeUpdate(const At& at);
void addUpdateNotes(const At& at, std::vector<Message>& notes);

} // namespace deltascope::walk_parts
