// SPDX-License-Identifier: GPL-3.0-or-later
// What most sources of the window and of the command line include, compiled once: reading these headers is most of what
// compiling them takes. Every source still includes what it uses: the `tidy` preset builds without this.
#pragma once

#include "figures/figure_kind.h"
#include "parameters/parameters.h"
#include "results/snapshot.h"
#include "text/language.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>
