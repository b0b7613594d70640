// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preferences.h"

namespace deltascope::model {

Preferences preferred(const Preferences& asked, const Preferences& own)
{
    const Preferences nothing;
    return {.theme = asked.theme == nothing.theme ? own.theme : asked.theme,
        .language = asked.language == nothing.language ? own.language : asked.language};
}

} // namespace deltascope::model
