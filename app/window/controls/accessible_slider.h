// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace deltascope::controls {

/// For QAccessible::installFactory: tells assistive programs the value of a ParameterSlider, not its position on the
/// screen.
QAccessibleInterface* accessibleSlider(const QString& className, QObject* object);

} // namespace deltascope::controls
