// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace deltascope::cli {

/// The one of `known` that `typed` was probably meant to be (two of its letters, or a third of them, may differ), or an
/// empty text.
QString nearest(const QString& typed, const QStringList& known);

/// "There is no figure “factor”; did you mean “factors”?" where one is near, else `listing`. Both sentences take %1,
/// the word typed, and %2, the near word or the list of all.
Error unknownWord(const char* suggesting, const char* listing, const QString& typed, const QStringList& known);

} // namespace deltascope::cli
