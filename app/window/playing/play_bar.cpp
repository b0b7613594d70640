// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/playing/play_bar.h"

#include "text/language.h"
#include "text/markup.h"
#include "window/playing/play.h"
#include "window/widgets/choice_box.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include <array>

namespace deltascope::playing {

namespace {

constexpr std::array kSpeeds{0.25, 0.5, 1.0, 2.0, 4.0};

/// A triangle while it stands still, two bars while it runs.
class PlayButton : public QToolButton {
public:
    explicit PlayButton(QWidget* parent)
        : QToolButton(parent)
    {
        setCheckable(true);
        setAutoRaise(true);
        setFocusPolicy(Qt::StrongFocus);
    }
    QSize sizeHint() const override
    {
        const int side = fontMetrics().height() + 10;
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QToolButton::paintEvent(event);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double unit = height() * 0.22;
        painter.translate(QRectF(rect()).center());
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().buttonText());
        if (isChecked()) {
            painter.drawRect(QRectF(-unit, -unit, unit * 0.7, 2 * unit));
            painter.drawRect(QRectF(unit * 0.3, -unit, unit * 0.7, 2 * unit));
        } else {
            const QPointF triangle[] = {{-unit * 0.8, -unit * 1.1}, {unit * 1.2, 0}, {-unit * 0.8, unit * 1.1}};
            painter.drawConvexPolygon(triangle, 3);
        }
    }
};

} // namespace

PlayBar::PlayBar(Play& play, QWidget* parent)
    : QWidget(parent)
    , m_play(play)
    , m_button(new PlayButton(this))
    , m_parameters(new widgets::ChoiceBox(this))
    , m_speeds(new widgets::ChoiceBox(this))
    , m_courses(new widgets::ChoiceBox(this))
{
    build();
    retranslate();
    showPlay();
    connectAll();
}

void PlayBar::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (QWidget* part : {static_cast<QWidget*>(m_button), static_cast<QWidget*>(m_parameters),
             static_cast<QWidget*>(m_speeds), static_cast<QWidget*>(m_courses)})
        row->addWidget(part);
    for (const parameters::Parameter<model::Scenario>* parameter : Play::playable())
        m_parameters->addItem(QString(), QString::fromUtf8(parameter->key.data(), qsizetype(parameter->key.size())));
    for (const double speed : kSpeeds)
        m_speeds->addItem(QString(), speed);
    for (const Play::Repeat course : {Play::Repeat::once, Play::Repeat::loop, Play::Repeat::oscillate})
        m_courses->addItem(QString(), int(course));
    for (QComboBox* list : {m_parameters, m_speeds, m_courses}) {
        list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        list->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
}

void PlayBar::connectAll()
{
    connect(m_button, &QToolButton::clicked, this, [this] {
        m_play.toggle();
        showPlay();
    });
    connect(m_parameters, &QComboBox::activated, this,
        [this](int index) { m_play.setParameter(*Play::playable()[std::size_t(index)]); });
    connect(m_speeds, &QComboBox::activated, this, [this](int index) { m_play.setSpeed(kSpeeds[std::size_t(index)]); });
    connect(m_courses, &QComboBox::activated, this,
        [this](int index) { m_play.setRepeat(Play::Repeat(m_courses->itemData(index).toInt())); });
    connect(&m_play, &Play::changed, this, &PlayBar::showPlay);
}

void PlayBar::showPlay()
{
    const QSignalBlocker one(m_button), two(m_parameters), three(m_speeds), four(m_courses);
    m_button->setChecked(m_play.isRunning());
    const std::string_view key = m_play.parameter().key;
    m_parameters->setCurrentIndex(m_parameters->findData(QString::fromUtf8(key.data(), qsizetype(key.size()))));
    m_speeds->setCurrentIndex(m_speeds->findData(m_play.speed()));
    m_courses->setCurrentIndex(m_courses->findData(int(m_play.repeat())));
    const QString what =
        m_play.isRunning() ? tr("Stop (Space)") : tr("Play %1 (Space)").arg(m_parameters->currentText());
    m_button->setToolTip(what);
    m_button->setAccessibleName(what);
    m_button->update();
}

void PlayBar::retranslate()
{
    const auto rows = Play::playable();
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_parameters->setItemText(
            int(i), QStringLiteral("%1 %2").arg(text::toText(rows[i]->label), text::plainSymbol(rows[i]->symbol)));
    for (std::size_t i = 0; i < kSpeeds.size(); ++i)
        m_speeds->setItemText(int(i), tr("%1×").arg(text::toText(Real{kSpeeds[i]})));
    const std::array courses{tr("once"), tr("in a loop"), tr("back and forth")};
    for (std::size_t i = 0; i < courses.size(); ++i)
        m_courses->setItemText(int(i), courses[i]);
    const auto name = [](QWidget* widget, const QString& text, const QString& help) {
        widget->setAccessibleName(text);
        widget->setToolTip(help);
        widget->setWhatsThis(help);
    };
    name(m_parameters, tr("Parameter to play"), tr("The parameter that moves by itself"));
    name(m_speeds, tr("Speed"), tr("How fast it moves: at 1× it takes 8 seconds from end to end"));
    name(m_courses, tr("Course"), tr("What happens at the end of the range"));
    m_button->setWhatsThis(tr("Moves a parameter by itself over its slider's range; what it did is one undo step."));
}

void PlayBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showPlay();
    }
}

void PlayBar::showEvent(QShowEvent* event)
{
    window()->installEventFilter(this); // installing it again moves it to the front, it is never there twice
    QWidget::showEvent(event);
}

bool PlayBar::eventFilter(QObject* watched, QEvent* event)
{
    // Only what no focused control has used: Space on a button presses it, in a field it is typed.
    if (watched == window() && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier && !key->isAutoRepeat()) {
            m_play.toggle();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace deltascope::playing

#include "moc_play_bar.cpp"
