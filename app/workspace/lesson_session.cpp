// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/lesson_session.h"

#include "files/lessons.h"
#include "files/presets.h"
#include "lessons/cover.h"
#include "parameters/parameters.h"
#include "text/language.h"
#include "text/number_entry.h"
#include "workspace/lesson_progress.h"
#include "workspace/training_control.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <cmath>

namespace deltascope::workspace {

namespace {

/// How far a value is from a goal; 0: within.
double distanceFrom(const measures::Range& range, double value)
{
    return std::max({0.0, range.lower - value, value - range.upper});
}

/// Nearer to the goal; within it, further from an only bound: the least spread, the widest set of inputs.
bool isBetter(const measures::Range& range, double value, double than)
{
    const double distance = distanceFrom(range, value), other = distanceFrom(range, than);
    if (distance != other || distance > 0)
        return distance < other;
    return (std::isinf(range.lower) && value < than) || (std::isinf(range.upper) && value > than);
}

} // namespace

LessonResult resultOf(const lessons::Lesson& lesson, const std::vector<StepRecord>& records)
{
    LessonResult result;
    for (std::size_t i = 0; i < lesson.steps.size() && i < records.size(); ++i) {
        const bool asks = lesson.steps[i].question.has_value(), wants = lesson.steps[i].goal.has_value();
        const bool right = records[i].answer && records[i].answer->right.value_or(false);
        result.questions += asks;
        result.right += asks && right;
        result.goals += wants;
        result.reached += wants && records[i].reached;
        if ((asks && !right) || (wants && !records[i].reached))
            result.open.push_back(static_cast<int>(i) + 1);
    }
    return result;
}

LessonSession::LessonSession(Workspace& workspace)
    : m_workspace(workspace)
{
    connect(&workspace, &Workspace::snapshotChanged, this, &LessonSession::follow);
    connect(&workspace, &Workspace::scenarioChanged, this, [this] {
        if (m_lesson)
            emit changed();
    });
}

bool LessonSession::revealed() const
{
    return present().reveal && (!present().question || record().answer || record().shown);
}

/// Its question is still open.
bool LessonSession::asksOf(int step) const
{
    const StepRecord& record = m_records[static_cast<std::size_t>(step)];
    return !record.answer && !record.shown;
}

/// The step whose answer is covered: the present one, or one to come, where its answer could be read off already.
const lessons::LessonStep* LessonSession::coveringStep() const
{
    if (!m_lesson || m_ended)
        return nullptr;
    return lessons::coveringStep(*m_lesson, m_step, m_workspace.scenario(), m_workspace.training().step(),
        [this](int step) { return asksOf(step); });
}

bool LessonSession::covered() const
{
    return coveringStep() != nullptr;
}

bool LessonSession::covers(std::string_view id) const
{
    if (!m_lesson)
        return false;
    return lessons::covers(coveringStep(), present(), pointAt(), id);
}

QString LessonSession::coverText() const
{
    const lessons::LessonStep* step = coveringStep();
    return !step || step == &present() ? tr("Your prediction first") : tr("Covered: a question asks about it later");
}

std::optional<Error> LessonSession::refusal(std::string_view figure) const
{
    if (!covers(figure))
        return std::nullopt;
    return Error{Fault::usage,
        {translatable("core",
             "This figure is covered, and neither copied nor exported, until the question of the lesson is answered."),
            {}}};
}

/// Of the controls that the step leaves out one has been moved: what it asks for is something else.
std::optional<Message> LessonSession::otherwiseReached() const
{
    const std::optional<double> value = goalValue();
    if (!value || !present().goal->range.contains(*value))
        return std::nullopt;
    const model::Document& given = present().lastGiven();
    for (const std::string& key : given.hide)
        if (const auto* row = parameters::findScenarioParameter(key);
            row && parameters::valueOf(m_workspace.scenario(), *row) != parameters::valueOf(given.scenario, *row))
            return Message{row->label, {}};
    return std::nullopt;
}

bool LessonSession::exploring() const
{
    if (!m_lesson)
        return false;
    const model::Document& given = revealed() ? present().lastGiven() : present().document;
    return m_workspace.scenario() != given.scenario;
}

std::string LessonSession::pointAt() const
{
    if (!m_lesson || m_ended)
        return {};
    return revealed() ? present().reveal->pointAt : present().pointAt;
}

std::optional<double> LessonSession::goalValue() const
{
    if (!m_lesson || !present().goal)
        return std::nullopt;
    const results::Snapshot& snapshot = m_workspace.snapshot();
    return snapshot.scenario == m_workspace.scenario() ? present().goal->measure.value(snapshot) : std::nullopt;
}

void LessonSession::start(std::shared_ptr<const lessons::Lesson> lesson, int step)
{
    if (!m_lesson)
        m_own = m_workspace.document();
    m_parked.reset();
    m_lesson = std::move(lesson);
    read();
    goTo(step < 0 ? m_step : step);
}

std::optional<Error> LessonSession::open(const QString& path)
{
    const Result<std::shared_ptr<const lessons::Lesson>> lesson = files::openLesson(path);
    if (!lesson)
        return lesson.error();
    start(*lesson);
    return std::nullopt;
}

void LessonSession::resume(const std::optional<model::LessonPlace>& place)
{
    std::shared_ptr<const lessons::Lesson> lesson = place ? files::findLesson(place->id) : nullptr;
    if (place && m_lesson && m_lesson->id == place->id) // perhaps one of the user's own: a document opens no file
        lesson = m_lesson;
    if (!lesson) {
        leave();
        return;
    }
    m_own.reset(); // it was another document's
    m_parked.reset();
    m_lesson = std::move(lesson);
    m_ended = false;
    read();
    m_step = std::clamp(place->step - 1, 0, static_cast<int>(m_lesson->steps.size()) - 1);
    requireMeasures();
    emit changed();
}

std::optional<model::LessonPlace> LessonSession::place() const
{
    return m_lesson ? std::optional(model::LessonPlace{m_lesson->id, m_step + 1}) : std::nullopt;
}

void LessonSession::leave()
{
    forgetParked();
    if (!m_lesson)
        return;
    keep();
    m_lesson.reset();
    m_records.clear();
    m_step = 0;
    m_ended = false;
    m_workspace.require(this, {});
    m_workspace.setHidden({});
    emit changed();
}

void LessonSession::park()
{
    if (!m_lesson)
        return;
    const std::shared_ptr<const lessons::Lesson> lesson = m_ended ? nullptr : m_lesson; // else it has come to its end
    const int step = m_step;
    leave();
    m_parked = lesson;
    m_parkedStep = step;
    emit changed();
}

void LessonSession::resumeParked()
{
    if (m_parked)
        start(m_parked, m_parkedStep);
}

void LessonSession::forgetParked()
{
    if (!m_parked)
        return;
    m_parked.reset();
    emit changed();
}

bool LessonSession::hasOwn() const
{
    return m_own && m_own->scenario != m_workspace.scenario();
}

void LessonSession::backToOwn()
{
    if (!m_own)
        return;
    const model::Document own = *m_own;
    park();
    m_workspace.show(own, tr("Back to my scenario"));
}

void LessonSession::goTo(int step)
{
    if (!m_lesson)
        return;
    m_ended = false;
    m_step = std::clamp(step, 0, static_cast<int>(m_lesson->steps.size()) - 1);
    backToStep(); // first: what stood there before reaches no goal of this step
    requireMeasures();
    keep();
    emit changed();
}

void LessonSession::next()
{
    if (!m_lesson || m_ended)
        return;
    if (m_step + 1 < static_cast<int>(m_lesson->steps.size())) {
        goTo(m_step + 1);
        return;
    }
    m_ended = true; // what is shown stays: it may be explored further
    emit changed();
}

void LessonSession::previous()
{
    if (!m_ended) {
        goTo(m_step - 1);
        return;
    }
    m_ended = false;
    emit changed();
}

void LessonSession::backToStep()
{
    if (m_lesson)
        put(revealed() ? present().lastGiven() : present().document);
}

void LessonSession::startAnew()
{
    if (!m_lesson)
        return;
    m_records.assign(m_lesson->steps.size(), {});
    emit startedAnew();
    goTo(0);
}

/// The step that is open stays as it is shown.
void LessonSession::setForClass(bool forClass)
{
    if (forClass == m_forClass)
        return;
    m_forClass = forClass;
    if (!m_lesson)
        return;
    const int step = m_step;
    const StepRecord open = record();
    read();
    m_step = step;
    StepRecord& record = m_records[static_cast<std::size_t>(step)];
    if (forClass)
        record = open;
    else
        record.shown = open.shown || open.answer;
    keep();
    emit changed();
}

void LessonSession::put(const model::Document& document)
{
    model::Document named = document;
    named.pins = files::namedInLanguage(std::move(named.pins));
    m_workspace.show(named, tr("%1, step %2").arg(text::toText(m_lesson->title)).arg(m_step + 1));
}

void LessonSession::answerChoice(int choice)
{
    LessonAnswer given;
    given.choice = choice;
    given.right = choice == present().question->right;
    answer(std::move(given));
}

std::optional<Error> LessonSession::answerNumber(const QString& text)
{
    const Result<double> number = readNumber(text);
    if (!number)
        return number.error();
    LessonAnswer given;
    given.number = *number;
    answer(std::move(given));
    return std::nullopt;
}

Result<double> LessonSession::readNumber(const QString& text) const
{
    const std::optional<double> number = text::parseNumber(text);
    const bool decades = present().question->measure->kind->decades;
    if (!number || !std::isfinite(*number) || (decades && *number <= 0))
        return Error{Fault::usage,
            {decades ? translatable("core", "“%1” is not a number above 0; enter a number such as 0.01 or 1e-5.")
                     : translatable("core", "“%1” is not a number; enter a number such as 0.25."),
                {text.toStdString()}}};
    return decades ? std::log10(*number) : *number;
}

std::optional<double> LessonSession::measured() const
{
    if (!m_lesson || m_ended || !present().question || !present().question->measure || !revealed() || !settled())
        return std::nullopt;
    return present().question->measure->value(m_workspace.snapshot());
}

void LessonSession::answer(LessonAnswer answer)
{
    answer.given = QDateTime::currentDateTimeUtc();
    m_records[static_cast<std::size_t>(m_step)].answer = std::move(answer);
    put(present().lastGiven());
    judge();
    keep();
    emit changed();
}

void LessonSession::showHint()
{
    int& shown = m_records[static_cast<std::size_t>(m_step)].hints;
    shown = std::min(shown + 1, static_cast<int>(present().goal->hints.size()));
    keep();
    emit changed();
}

bool LessonSession::canTryAgain() const
{
    return m_lesson && !m_ended && record().answer && record().answer->right == false;
}

void LessonSession::tryAgain()
{
    if (!canTryAgain())
        return;
    StepRecord& record = m_records[static_cast<std::size_t>(m_step)];
    record.answer.reset();
    ++record.wrong;
    put(present().document);
    keep();
    emit changed();
}

bool LessonSession::showAnswer()
{
    if (!m_lesson || m_ended || !present().question || record().answer || record().shown)
        return false;
    m_records[static_cast<std::size_t>(m_step)].shown = true;
    put(present().lastGiven());
    emit changed();
    return true;
}

void LessonSession::requireMeasures()
{
    results::Needs all = results::needs<evaluation::Evaluation>();
    if (present().goal)
        all = all | present().goal->measure.kind->needs();
    if (present().question && present().question->measure)
        all = all | present().question->measure->kind->needs();
    m_workspace.require(this, all);
}

/// True where the results are those of the present scenario, and the training is where the step wants it.
bool LessonSession::settled() const
{
    const model::Document& given = present().lastGiven();
    const TrainingControl& training = m_workspace.training();
    return m_workspace.snapshot().scenario == given.scenario && m_workspace.scenario() == given.scenario
        && !training.isRunning() && training.step() == given.question.step;
}

void LessonSession::follow()
{
    if (!m_lesson)
        return;
    judge();
    emit changed();
}

void LessonSession::judge()
{
    StepRecord& record = m_records[static_cast<std::size_t>(m_step)];
    if (record.answer && !record.answer->right && settled()) {
        const lessons::StepQuestion& question = *present().question;
        if ((record.answer->measured = measured())) {
            record.answer->right = lessons::isNear(question, record.answer->number, *record.answer->measured);
            keep();
        }
    }
    const std::optional<double> value = goalValue();
    if (!value)
        return;
    const measures::Range& range = present().goal->range;
    const bool untouched = !exploring() && m_workspace.training().step() == present().lastGiven().question.step;
    if (untouched || otherwiseReached()) // nothing was done, or something else than the step asks for
        return;
    if (!record.best || isBetter(range, *value, *record.best))
        record.best = value;
    if (!record.reached && range.contains(*value) && !m_workspace.training().isRunning()) {
        record.reached = true;
        keep();
    }
}

void LessonSession::read()
{
    m_records = readLessonProgress(*m_lesson, m_step);
    if (m_forClass)
        m_records.assign(m_lesson->steps.size(), {});
}

void LessonSession::keep() const
{
    if (!m_forClass)
        keepLessonProgress(*m_lesson, m_step, m_records);
}

} // namespace deltascope::workspace

#include "moc_lesson_session.cpp"
