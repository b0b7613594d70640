// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/question.h"

namespace deltascope::model {

Question questionOfPin(const Question& question, int depth)
{
    Question own = question;
    own.step = 0;
    if (own.layer > depth)
        own.layer = 0;
    return own;
}

} // namespace deltascope::model
