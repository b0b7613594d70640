// SPDX-License-Identifier: GPL-3.0-or-later
// The chapter's product written out with the present numbers, as rich text.
#pragma once

#include "results/snapshot.h"

#include <QColor>
#include <QString>

#include <vector>

namespace deltascope::widgets {

/// How the formula is drawn beside the text's own colour.
struct FormulaColours {
    QColor text, subdued;
    QColor highlight, highlightedText; ///< of the selected layer's term
};

/// The layers that are written out, ascending: all where they are few, else the first three, the selected one and the
/// last two; a 0 stands where layers are left out.
std::vector<int> writtenLayers(int depth, int selected);

/// ∂C/∂b₁ = σ′(z₁) · w₂σ′(z₂) · … · ∂C/∂a_L and below it each term with its number, the selected layer's expanded; for
/// wider networks the same in matrices. Every term is a link whose address is its layer. Empty where nothing is
/// evaluated yet.
QString formulaHtml(const results::Snapshot& snapshot, int selected, const FormulaColours& colours);

/// The same as a strip: the product, its numbers and their result one after the other; of wider networks the speeds.
QString formulaStrip(const results::Snapshot& snapshot, int selected, const FormulaColours& colours);

/// The selected layer's term with its numbers, "w₂σ′(z₂) = 100 × 0.25 = 25", without mark-up; empty where none is
/// selected.
QString selectedTerm(const results::Snapshot& snapshot, int selected);

} // namespace deltascope::widgets
