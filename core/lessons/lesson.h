// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson: steps with a text, a scenario, a question to answer before the reveal, a goal that the program checks.
#pragma once

#include "diagnosis/diagnosis.h"
#include "measures/measure.h"
#include "model/document.h"

#include <optional>
#include <string>
#include <vector>

namespace deltascope::lessons {

/// Asked before the reveal: a choice, or a number that is compared with what then happens.
struct StepQuestion {
    Message text;
    std::vector<Message> choices; ///< empty: a number is asked for
    int right = 0; ///< index of the right choice
    std::optional<measures::Measure> measure; ///< of the revealed state: what the number is compared with
    double tolerance = 0; ///< in decades where the measure counts them, else a share of the value
    bool operator==(const StepQuestion&) const = default;
};

/// What follows the answer: a state to look at, and the words on it.
struct Reveal {
    Message text;
    model::Document document;
    std::string pointAt;
    bool operator==(const Reveal&) const = default;
};

/// Something to reach by hand.
struct Goal {
    Message text;
    measures::Measure measure;
    measures::Range range{};
    std::vector<Message> hints;
    model::Document solution; ///< one state that reaches it
    bool operator==(const Goal&) const = default;
};

/// A fact about the step's last given state (its reveal's where it has one) that a test asserts.
struct Claim {
    measures::Measure measure;
    measures::Range range{};
    bool operator==(const Claim&) const = default;
};

struct LessonStep {
    Message text;
    model::Document document; ///< what the step begins with; its `hide` leaves the chosen controls
    std::string pointAt; ///< id of a figure, or key of a parameter, that is marked; may be empty
    bool covered = false; ///< figures and words would give the answer away: they are covered until it is given
    std::vector<std::string> open; ///< ids of the figures and panels that do not: they stay visible in a covered step
    std::vector<std::string> explains; ///< verdicts that this step answers "why?" to
    std::optional<StepQuestion> question;
    std::optional<Reveal> reveal;
    std::optional<Goal> goal;
    std::vector<Claim> claims;
    bool operator==(const LessonStep&) const = default;

    /// Bytes of the lists in its documents, such as layers and figures: what grows with a file.
    std::size_t listBytes() const;

    /// Given to look at, before anything is done by hand.
    const model::Document& lastGiven() const { return reveal ? reveal->document : document; }
};

struct Lesson {
    std::string id;
    int rank = 0;
    Message title;
    Message summary; ///< one line
    Message source; ///< chapter, page or paper
    std::vector<std::string> explains; ///< verdicts that it answers "why?" to: "vanishing_chain", "exploding_network";
                                       ///< a step of any lesson that names one comes first
    std::vector<LessonStep> steps; ///< one at least
    bool operator==(const Lesson&) const = default;
};

/// As lessons name what they explain: "vanishing_chain", "balanced_network".
std::string verdictName(diagnosis::Verdict verdict, bool chain);

/// True where a given number counts as right: as near to the measured one as the question asks. Both in the measure's
/// unit (log10 where it counts decades).
bool isNear(const StepQuestion& question, double given, double measured);

} // namespace deltascope::lessons
