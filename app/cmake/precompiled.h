// SPDX-License-Identifier: GPL-3.0-or-later
// What most sources of the window include, compiled once. Every source still includes what it uses: the `tidy` preset
// builds without this.
#pragma once

#include "../../core/cmake/precompiled.h"

#include <QtWidgets>
