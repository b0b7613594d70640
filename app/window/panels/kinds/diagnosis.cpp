// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnosis in words: what the numbers mean, with an icon of its own shape and, on request, everything else there
// is to say.
#include "diagnosis/diagnosis.h"
#include "diagnosis/chance_sentence.h"

#include "files/lessons.h"
#include "network/structure.h"
#include "results/balance_by_chance.h"
#include "text/language.h"
#include "text/markup.h"
#include "window/panels/panel_area.h"
#include "window/panels/panel_kind.h"
#include "window/widgets/verdict_icon.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace deltascope::panels {

namespace {

class DiagnosisPanel : public PanelArea {
    Q_DECLARE_TR_FUNCTIONS(DiagnosisPanel)
public:
    DiagnosisPanel(workspace::Workspace& workspace, QWidget* parent);
    QSize minimumSizeHint() const override;

protected:
    void showState() override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    files::LessonStepOn wantedLesson() const;
    void build();
    void require();
    std::optional<Message> chance() const;
    void showMore(int hidden);
    void showWords(const diagnosis::Diagnosis& diagnosis);
    void fitHeight();
    void showAnew();
    QString richText(const diagnosis::Diagnosis& diagnosis, int details) const;
    int heightOfLines(int lines) const;

    widgets::VerdictIcon* m_icon;
    QLabel* m_words;
    QToolButton *m_more, *m_why;
    QStringList m_shown; // headline and details
    int m_fittedWidth = 0; // for which the panel has its height
};

DiagnosisPanel::DiagnosisPanel(workspace::Workspace& workspace, QWidget* parent)
    : PanelArea(workspace, parent)
    , m_icon(new widgets::VerdictIcon)
    , m_words(new QLabel)
    , m_more(new QToolButton)
    , m_why(new QToolButton)
{
    build();
    connect(m_why, &QToolButton::clicked, this, [this] {
        if (const auto [lesson, step] = wantedLesson(); lesson)
            this->workspace().lesson().start(lesson, step);
    });
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        setVerticalScrollBarPolicy(open ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
        require();
        showAnew();
    });
}

void DiagnosisPanel::build()
{
    auto* content = new QWidget(this);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(10, 4, 8, 4);
    grid->setHorizontalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_words, 0, 1, Qt::AlignTop);
    grid->addWidget(m_why, 0, 2, Qt::AlignTop);
    grid->addWidget(m_more, 0, 3, Qt::AlignTop);
    m_words->setTextFormat(Qt::RichText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_words->setObjectName(QStringLiteral("diagnosis"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_why->setAutoRaise(true);
    m_why->setFocusPolicy(Qt::StrongFocus);
    m_why->setObjectName(QStringLiteral("why"));
    QSizePolicy keepsPlace = m_why->sizePolicy(); // or the words would be broken anew
    keepsPlace.setRetainSizeWhenHidden(true);
    m_why->setSizePolicy(keepsPlace);
    m_more->setObjectName(QStringLiteral("details"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // while the details are closed
    setContent(content);
}

/// What chance gives takes a thousand networks: only who has opened the details waits for them.
void DiagnosisPanel::require()
{
    workspace().require(m_more, // beside what the panel itself needs
        m_more->isChecked() ? results::ownNeeds<results::ChanceOfBalance>() : results::Needs());
}

/// How often chance balances such a chain, where it is known.
std::optional<Message> DiagnosisPanel::chance() const
{
    const auto* found = workspace().snapshot().get<results::ChanceOfBalance>();
    if (!found || !m_more->isChecked() || workspace().snapshot().scenario != workspace().scenario())
        return std::nullopt;
    return diagnosis::chanceSentence(
        {found->count, found->balance.depth, found->balance.within2, found->balance.within10});
}

QSize DiagnosisPanel::minimumSizeHint() const
{
    return {200, heightOfLines(1)};
}

int DiagnosisPanel::heightOfLines(int lines) const
{
    const int least = std::max({m_icon->sizeHint().height(), m_more->sizeHint().height(), m_why->sizeHint().height()});
    const QMargins margins = widget()->layout()->contentsMargins();
    const int words = lines * m_words->fontMetrics().lineSpacing() + m_words->contentsMargins().top();
    return std::max(least, words) + margins.top() + margins.bottom();
}

/// The headline and so many details: one goes on behind it, several stand below it.
QString DiagnosisPanel::richText(const diagnosis::Diagnosis& diagnosis, int details) const
{
    QString text = QStringLiteral("<b>%1</b>").arg(text::unbroken(text::toText(diagnosis.headline)).toHtmlEscaped());
    for (int i = 0; i < details; ++i)
        text += (m_more->isChecked() ? QStringLiteral("<br>• ") : QStringLiteral(" "))
            + text::unbroken(text::toText(diagnosis.details[std::size_t(i)])).toHtmlEscaped();
    return text;
}

/// Closed: the headline in full, and the first detail if both fit on two lines.
void DiagnosisPanel::showWords(const diagnosis::Diagnosis& diagnosis)
{
    const int known = int(diagnosis.details.size());
    const int shown = m_more->isChecked() ? known : std::min(known, 1);
    const int later = !m_more->isChecked() && results::hasChanceOfBalance(workspace().scenario()) ? 1 : 0;
    m_words->setText(richText(diagnosis, shown));
    showMore(known - shown + later);
    if (shown == 0 || m_more->isChecked() || contentHeight(viewport()->width()) <= heightOfLines(2))
        return;
    m_words->setText(richText(diagnosis, 0));
    showMore(known + later);
}

/// The bar is as high as its words. It does not shrink while they change, or the figures above it would jump about
/// during a drag; another width, or opening and closing the details, measures it anew.
void DiagnosisPanel::fitHeight()
{
    // The first line stands in the middle of icon and button, whatever their heights.
    const int above = (m_more->sizeHint().height() - m_words->fontMetrics().lineSpacing()) / 2;
    m_words->setContentsMargins(0, std::max(0, above), 0, 0);
    const int wanted = contentHeight(viewport()->width());
    const int height = m_more->isChecked() ? std::min(wanted, heightOfLines(4)) : wanted;
    setFixedHeight(width() == m_fittedWidth ? std::max(height, this->height()) : height);
    m_fittedWidth = width();
}

void DiagnosisPanel::resizeEvent(QResizeEvent* event)
{
    PanelArea::resizeEvent(event);
    if (width() != m_fittedWidth)
        showAnew();
}

void DiagnosisPanel::changeEvent(QEvent* event)
{
    PanelArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) { // what comes next is measured anew
        m_fittedWidth = 0;
        m_shown.clear();
    }
}

void DiagnosisPanel::showAnew()
{
    m_fittedWidth = 0;
    m_shown.clear();
    refresh();
}

void DiagnosisPanel::showMore(int hidden)
{
    const bool open = m_more->isChecked();
    m_more->setVisible(open || hidden > 0);
    m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_more->setText(open ? tr("Less") : tr("%1 more").arg(hidden));
}

/// The step of a lesson on the present verdict, where there is one.
files::LessonStepOn DiagnosisPanel::wantedLesson() const
{
    const std::optional<diagnosis::Diagnosis> known = workspace().diagnosis();
    return known ? files::lessonOn(known->verdict, network::isChain(workspace().scenario())) : files::LessonStepOn{};
}

void DiagnosisPanel::showState()
{
    const workspace::ShownState standing = workspace().shownState(results::needs<evaluation::Evaluation>());
    const std::optional<diagnosis::Diagnosis> known = standing.grey ? std::nullopt : workspace().diagnosis();
    diagnosis::Diagnosis diagnosis = known.value_or(diagnosis::Diagnosis{});
    if (known)
        if (std::optional<Message> sentence = chance())
            diagnosis.details.push_back(*std::move(sentence));
    if (!known) // nothing is said of these values that is true of others
        diagnosis.headline = standing.grey
            ? standing.why
            : Message{translatable("core", "Computing the forward and backward pass…"), {}};
    m_icon->showVerdict(known ? std::optional(known->verdict) : std::nullopt);
    const auto [lesson, step] = known ? wantedLesson() : files::LessonStepOn{};
    m_why->setVisible(lesson && workspace().lesson().lesson() != lesson);
    if (lesson)
        m_why->setToolTip(tr("The lesson that answers it: %1, step %2").arg(text::toText(lesson->title)).arg(step + 1));
    QStringList details;
    for (const Message& detail : diagnosis.details)
        details += text::toText(detail);
    const QStringList all = QStringList{text::toText(diagnosis.headline)} + details;
    if (all == m_shown)
        return;
    m_shown = all;
    m_words->setAccessibleName(all.front());
    m_words->setAccessibleDescription(details.join(QLatin1Char('\n')));
    showWords(diagnosis);
    fitHeight();
}

void DiagnosisPanel::retranslate()
{
    m_why->setText(tr("Why?"));
    m_why->setAccessibleName(tr("Why? Begins the lesson that explains it"));
    m_more->setAccessibleName(tr("Details of the diagnosis"));
    m_more->setToolTip(tr("Everything that these numbers mean"));
    m_shown.clear(); // the button's words too
}

} // namespace

extern const PanelKind diagnosis;
const PanelKind diagnosis{
    .id = "diagnosis",
    .name = translatable("core", "Diagnosis"),
    .description = translatable("core",
        "What the numbers mean: whether the gradient vanishes, explodes or stays balanced on its way back to layer 1, "
        "and "
        "which number formats would lose it."),
    .rank = 2,
    .area = Qt::BottomDockWidgetArea,
    .create = [](workspace::Workspace& workspace, QWidget* parent) -> QWidget* {
        return new DiagnosisPanel(workspace, parent);
    },
};

} // namespace deltascope::panels
