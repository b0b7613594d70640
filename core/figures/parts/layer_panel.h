// SPDX-License-Identifier: GPL-3.0-or-later
// A panel of log10 sizes over the layers, with the marks and sentences for what a logarithm cannot show.
#pragma once

#include "figures/parts/layer_curve.h"

#include <vector>

namespace deltascope::parts {

class LayerPanel {
public:
    /// `yTitle` with symbol and unit; x runs over the layers from `firstLayer` (0 where the input has a value too).
    LayerPanel(Message yTitle, int firstLayer, int lastLayer);

    /// Adds a curve; `quantity` names it in the sentences about what could not be drawn.
    void add(LayerCurve curve, const Message& quantity);
    void add(figures::Element element) { m_panel.elements.push_back(std::move(element)); }
    /// Layers to mark "0" because `quantity` is exactly 0 there.
    void addZeros(std::vector<int> layers, const Message& quantity);
    void addBeyond(std::vector<int> layers, bool large, const Message& quantity);
    void include(double log10) { m_range.include(log10); } ///< widens the y range
    void includeLayer(int layer); ///< widens the x range
    const AxisRange& range() const { return m_range; }

    /// A guide at this log10 where it lies in the range of the data or near it; returns whether it is drawn.
    bool guideNear(Message name, figures::Role role, double log10);
    /// Guide and value marks of the selected layer; nothing for layer 0.
    void select(int layer);
    /// A mark with the role first or last (unnamed: the curve holds the value).
    void mark(figures::Role role, int layer, numerics::Scaled value);

    /// The panel with axes and marks; each thing that could not be drawn adds a sentence to `notes`.
    figures::Panel finish(std::vector<Message>& notes);

private:
    struct Missing {
        std::vector<int> layers;
        Message label;
        bool above = false;
    };

    void addMissing(std::vector<int> layers, const Message& label, bool above);

    figures::Panel m_panel;
    Message m_yTitle;
    int m_firstLayer, m_lastLayer;
    AxisRange m_range;
    std::vector<Missing> m_missing;
    std::vector<Message> m_notes;
    std::size_t m_leftOut = 0;
};

} // namespace deltascope::parts
