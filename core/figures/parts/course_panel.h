// SPDX-License-Identifier: GPL-3.0-or-later
// A panel over the time of a training, counted in epochs.
#pragma once

#include "figures/figure.h"
#include "figures/parts/axis_range.h"
#include "results/snapshot.h"
#include "training/training_progress.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace deltascope::parts {

/// What is drawn of one record; nothing where it has no value, so that the line has a gap, and −∞ where it is the log10
/// of exactly 0.
using RecordValue = std::function<std::optional<double>(
    const training::TraceRecord& record, std::span<const training::LayerTrace> layers)>;

/// Layers that are told apart in one panel: first, last and selected among them, the others evenly between. Each has a
/// role of its own, the same in all panels of a network; `upTo`: those beyond are left out, 0: none. `most`: 3 … 5 of
/// them.
struct CourseLayer {
    int layer = 1;
    figures::Role role = figures::Role::primary;
};
std::vector<CourseLayer> courseLayers(int depth, int selected, int upTo = 0, int most = 5);
Message layerName(int layer); ///< "layer 3"

/// The value of one layer; nothing where a pinned network has no such layer.
template <class Value>
RecordValue ofLayer(int layer, Value value)
{
    return [layer, value](
               const training::TraceRecord&, std::span<const training::LayerTrace> layers) -> std::optional<double> {
        if (static_cast<std::size_t>(layer) > layers.size())
            return std::nullopt;
        return std::invoke(value, layers[static_cast<std::size_t>(layer - 1)]);
    };
}

/// log10 of a size, −∞ where it is exactly 0; nothing beyond range.
std::optional<double> decadesOf(const numerics::Scaled& size);

/// Gathers lines over the epochs of a training.
class CoursePanel {
public:
    CoursePanel(const training::TrainingProgress& course, Message valueTitle, figures::AxisScale scale);

    /// Lines that are added from here on are moving means of this width in epochs (0: none), before what was recorded.
    void smoothOver(int epochs) { m_smooth = epochs; }
    void add(Message name, figures::Role role, const RecordValue& value, int layer = 0, bool dashed = false);
    /// The same of another training.
    void addOf(const training::TrainingProgress& course, Message name, figures::Role role, const RecordValue& value);
    /// The same of the pinned trainings, each with the pin's name before its own.
    void addPins(const results::Snapshot& snapshot, const Message& name, const RecordValue& value, bool dashed = false);
    /// The same of one layer of theirs; a pin that has no such layer is noted.
    template <class Value>
    void addPinsLayer(const results::Snapshot& snapshot, int layer, Value value)
    {
        addPins(snapshot, layerName(layer), ofLayer(layer, value));
        notePinsWithout(snapshot, layer);
    }
    /// The area between two values of each record.
    void addBand(Message name, figures::Role role, const RecordValue& lower, const RecordValue& upper);
    /// What comes ready made; its values count for the axes.
    void add(figures::Line line);
    void add(figures::Band band);
    void guide(Message name, double value); ///< the axis reaches it
    void include(double value) { m_values.include(value); }
    void bound(double lower, double upper); ///< no padding beyond these

    /// The panel, with marks where something was changed during the training.
    figures::Panel finish();
    const std::vector<Message>& notes() const { return m_notes; } ///< what is not drawn, and why

private:
    void addCourse(figures::Line line);
    void addZeros(const training::TrainingProgress& course, const Message& name, const RecordValue& value);
    void notePinsWithout(const results::Snapshot& snapshot, int layer);

    const training::TrainingProgress& m_course;
    figures::Panel m_panel;
    Message m_valueTitle;
    figures::AxisScale m_scale;
    AxisRange m_times, m_values;
    std::optional<AxisRange> m_bounds;
    int m_smooth = 0;
    bool m_smoothed = false; ///< a line is
    std::vector<Message> m_notes;
};

/// Epochs at a step.
double epochsOf(const training::TrainingProgress& course, std::int64_t step);

/// "epoch 120 (step 1200)": of the newest record, for captions.
Message epochAndStep(const training::TrainingProgress& course);
/// What the course's end and its marks mean, for notes: a divergence, changes on the way; of pins, which are trained.
void noteCourse(const results::Snapshot& snapshot, std::vector<Message>& notes);
/// The sentence of a figure of training before there is any.
Message noTrainingYet();
/// An empty panel with its axes, before there is any training.
figures::Panel emptyCoursePanel(Message valueTitle, figures::AxisScale scale);

/// Puts into `figure` one panel over the snapshot's training, where there is one. draw(panel, course) fills it and
/// returns the caption.
figures::Figure courseFigure(figures::Figure figure, Message valueTitle, figures::AxisScale scale,
    const results::Snapshot& snapshot,
    const std::function<Message(CoursePanel& panel, const training::TrainingProgress& course)>& draw);

} // namespace deltascope::parts
