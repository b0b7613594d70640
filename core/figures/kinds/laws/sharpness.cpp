// SPDX-License-Identifier: GPL-3.0-or-later
// The largest eigenvalue of the Hessian of the cost while the network learns, against the largest along which the
// optimizer's steps do not grow, 2/η of gradient descent. LeCun, Simard & Pearlmutter (1993); Cohen et al. (2021).
// core/maths.md 16.13, 16.14.
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "results/laws/curvature_course.h"
#include "theory/curvature/hessian.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

using results::CurvatureAt;

bool overshoots(const CurvatureAt& at)
{
    return at.limit && at.largest > *at.limit;
}

Argument stepNumber(std::int64_t step)
{
    return step;
}

Message caption(const results::CurvatureCourse& course)
{
    const CurvatureAt& first = course.points.front();
    const CurvatureAt& last = course.points.back();
    if (!first.limit)
        return {translatable("core",
                    "λmax is %1 at step %2 and %3 at step %4. This optimizer scales each step by itself, and has no "
                    "limit of its own."),
            {diagnosis::number(first.largest), stepNumber(first.step), diagnosis::number(last.largest),
                stepNumber(last.step)}};
    const auto over = std::ranges::find_if(course.points, overshoots);
    if (over == course.points.end()) {
        const auto most = std::ranges::max_element(course.points, {}, &CurvatureAt::largest);
        if (course.divergence)
            return {translatable("core",
                        "The training diverged at step %1; where λmax was computed it was below its limit, at most "
                        "%2."),
                {stepNumber(course.divergence->step), diagnosis::number(most->largest)}};
        return {translatable("core",
                    "λmax is at most %1, at step %2, below the limit of %3: no direction is so steep that the steps "
                    "along it grow."),
            {diagnosis::number(most->largest), stepNumber(most->step), diagnosis::number(*most->limit)}};
    }
    if (course.divergence)
        return {translatable("core",
                    "At step %1 λmax = %2 is above its limit of %3: along the steepest direction every step overshoots "
                    "by more than the last. At step %4 the training diverged."),
            {stepNumber(over->step), diagnosis::number(over->largest), diagnosis::number(*over->limit),
                stepNumber(course.divergence->step)}};
    return {translatable("core",
                "At step %1 λmax = %2 is above its limit of %3: along the steepest direction steps overshoot and grow, "
                "until they come to where the cost is flatter; at step %4 λmax is %5."),
        {stepNumber(over->step), diagnosis::number(over->largest), diagnosis::number(*over->limit),
            stepNumber(last.step), diagnosis::number(last.largest)}};
}

Panel panelOf(const results::CurvatureCourse& course, std::vector<Message>& notes)
{
    Panel panel;
    Line largest{{translatable("core", "largest curvature λmax"), {}}, Role::primary, {}, {}, {}, {}, true, false};
    Line limit{
        {translatable("core", "limit: 2/η of gradient descent"), {}}, Role::reference, {}, {}, {}, {}, false, true};
    parts::AxisRange times, values;
    int notPositive = 0;
    for (const CurvatureAt& at : course.points) {
        const auto step = static_cast<double>(at.step);
        times.include(step);
        if (at.largest > 0) {
            largest.x.push_back(step);
            largest.y.push_back(std::log10(at.largest));
            values.include(largest.y.back());
        } else {
            ++notPositive;
        }
        if (at.limit) {
            limit.x.push_back(step);
            limit.y.push_back(std::log10(*at.limit));
            values.include(limit.y.back());
        }
    }
    panel.x = parts::linearAxis({translatable("core", "step"), {}}, times);
    panel.y = parts::decadesAxis({translatable("core", "curvature of the cost"), {}}, values);
    for (Line* line : {&limit, &largest})
        if (!line->x.empty())
            panel.elements.push_back(std::move(*line));
    if (notPositive > 0)
        notes.push_back(
            {translatable("core", "At %1 of the steps no direction has a curvature above 0: they are not drawn."),
                {notPositive}});
    return panel;
}

void addNotes(std::vector<Message>& notes, const results::CurvatureCourse& course)
{
    const CurvatureAt& last = course.points.back();
    notes.push_back({translatable("core", "The curvature is computed exactly, at %1 steps; the most negative is %2."),
        {static_cast<int>(course.points.size()), diagnosis::number(last.smallest)}});
    if (!course.wholeBatches && last.limit)
        notes.push_back({translatable("core",
                             "The limit is that of steps over all examples; mini-batches add noise of their own, and "
                             "grow sooner."),
            {}});
    if (!course.complete)
        notes.push_back({translatable("core", "More steps are being computed."), {}});
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState&)
{
    Figure figure{"sharpness", {translatable("core", "Curvature while it learns"), {}}, {}, {}, {}};
    const auto* course = snapshot.get<results::CurvatureCourse>();
    if (course && !course->points.empty()) {
        figure.panels.push_back(panelOf(*course, figure.notes));
        figure.caption = caption(*course);
        addNotes(figure.notes, *course);
        figure.notes.push_back({translatable("core", "Source: %1."), {"LeCun et al. 1993, Cohen et al. 2021"}});
        parts::notePinsLeftOut(figure.notes, snapshot);
        return figure;
    }
    Panel panel;
    panel.x = parts::linearAxis({translatable("core", "step"), {}}, {0, 1});
    panel.y = parts::decadesAxis({translatable("core", "curvature of the cost"), {}}, {});
    figure.panels.push_back(std::move(panel));
    if (Message why = curvature::whyNoHessian(snapshot.scenario); !why.empty())
        figure.caption = std::move(why);
    else if (course && course->complete)
        figure.caption = {translatable("core", "A number left the range of doubles before there was a curvature."), {}};
    else
        figure.caption = parts::beingComputed();
    parts::notePinsLeftOut(figure.notes, snapshot);
    return figure;
}

} // namespace

extern const FigureKind sharpness{
    .id = "sharpness",
    .name = translatable("core", "Curvature"),
    .description = translatable("core",
        "How sharply the cost bends in its steepest direction, λmax, the largest eigenvalue of the Hessian, while the "
        "network learns. Gradient descent with learning rate η comes closer along a direction where the curvature is "
        "below 2/η, and runs away where it is above (LeCun, Simard & Pearlmutter 1993): why a training diverges."),
    .rank = 380,
    .needs = results::needs<results::CurvatureCourse>,
    .build = build,
    .leavesPinsOut = true,
};

} // namespace deltascope::figures
