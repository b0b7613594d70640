// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/decision_parts/drawn_examples.h"

#include <algorithm>

namespace deltascope::decision_parts {

namespace {

using figures::Points;

/// Into so many series: a class each, an output each, or one of all.
class Examples {
public:
    Examples(const Drawing& drawing, bool heldOut)
        : m_drawing(drawing)
        , m_heldOut(heldOut)
        , m_inputs(heldOut ? drawing.data.heldOutInputs : drawing.data.inputs)
        , m_targets(heldOut ? drawing.data.heldOutTargets : drawing.data.targets)
        , m_series(series())
    {
    }

    void addTo(figures::Panel& panel)
    {
        const Eigen::Index shown = std::min<Eigen::Index>(m_inputs.cols(), evaluation::Decision::kMostExamples);
        for (Eigen::Index example = 0; example < shown; ++example)
            if (m_drawing.decision.classes)
                put(panel, static_cast<std::size_t>(evaluation::classOf(m_targets.col(example))), example,
                    m_targets.rows() > 1 ? 1 : m_targets(0, example));
            else
                for (std::size_t i = 0; i < m_series.size(); ++i)
                    put(panel, i, example, m_targets(static_cast<Eigen::Index>(i), example));
        for (Points& points : m_series)
            if (!points.x.empty())
                panel.elements.push_back(std::move(points));
    }

private:
    std::vector<Points> series() const
    {
        const Message all = m_heldOut ? Message{translatable("core", "held-out examples"), {}}
                                      : Message{translatable("core", "examples"), {}};
        std::vector<Points> made;
        const bool one = !m_drawing.decision.classes && (m_drawing.plane() || m_drawing.decision.outputs == 1);
        for (std::size_t i = 0; i < (one ? 1 : m_drawing.classes.size()); ++i) {
            Points points{.name = all, .role = figures::classRole(one ? 1 : static_cast<int>(i)), .hollow = m_heldOut};
            if (!one && m_drawing.decision.classes) {
                points.name = m_heldOut ? Message{translatable("core", "%1, held out"), {m_drawing.classes[i]}}
                                        : m_drawing.classes[i];
                points.listed = !m_heldOut; // one name for both is enough
            } else if (!one) {
                points.name = {"%1: %2", {m_drawing.classes[i], all}};
                points.listed = false;
            }
            made.push_back(std::move(points));
        }
        return made;
    }

    void put(const figures::Panel& panel, std::size_t series, Eigen::Index example, double target)
    {
        const double x = m_drawing.inputs[0].own(m_inputs(0, example));
        const double y =
            m_drawing.plane() ? m_drawing.inputs[1].own(m_inputs(1, example)) : m_drawing.target.own(target);
        if (x < panel.x.lower || x > panel.x.upper || y < panel.y.lower || y > panel.y.upper)
            return; // at the end of doubles
        m_series[series].x.push_back(x);
        m_series[series].y.push_back(y);
    }

    const Drawing& m_drawing;
    bool m_heldOut;
    const Eigen::MatrixXd &m_inputs, &m_targets;
    std::vector<Points> m_series;
};

} // namespace

void addExamples(figures::Panel& panel, const Drawing& drawing)
{
    for (const bool heldOut : {true, false})
        Examples(drawing, heldOut).addTo(panel);
}

} // namespace deltascope::decision_parts
