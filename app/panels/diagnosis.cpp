// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnosis in words: what the numbers mean, with an icon of its own shape and, on request, everything else there
// is to say.
#include "diagnosis.h"

#include "controls/verdict_icon.h"
#include "panels/panel_kind.h"
#include "render/language.h"
#include "workspace.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

namespace deltascope {

namespace {

class DiagnosisPanel : public QScrollArea {
    Q_DECLARE_TR_FUNCTIONS(DiagnosisPanel)
public:
    DiagnosisPanel(Workspace& workspace, QWidget* parent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void showDiagnosis();
    QString shortened(const Diagnosis& diagnosis) const;
    QString complete(const Diagnosis& diagnosis) const;

    Workspace& m_workspace;
    VerdictIcon* m_icon;
    QLabel* m_words;
    QToolButton* m_more;
};

DiagnosisPanel::DiagnosisPanel(Workspace& workspace, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
    , m_icon(new VerdictIcon)
    , m_words(new QLabel)
    , m_more(new QToolButton)
{
    build();
    connect(m_more, &QToolButton::toggled, this, [this] { showDiagnosis(); });
    connect(&workspace, &Workspace::snapshotChanged, this, [this] { showDiagnosis(); });
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
    grid->addWidget(m_more, 0, 2, Qt::AlignTop);
    m_words->setTextFormat(Qt::RichText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_words->setObjectName(QStringLiteral("diagnosis"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

QSize DiagnosisPanel::sizeHint() const
{
    const int lines = m_more->isChecked() ? 4 : 1;
    return {400, std::max(m_icon->sizeHint().height(), lines * fontMetrics().lineSpacing()) + 16};
}

QSize DiagnosisPanel::minimumSizeHint() const
{
    return {200, m_icon->sizeHint().height() + 12};
}

QString DiagnosisPanel::shortened(const Diagnosis& diagnosis) const
{
    QString text = QStringLiteral("<b>%1</b>").arg(toText(diagnosis.headline).toHtmlEscaped());
    if (!diagnosis.details.empty())
        text += QLatin1Char(' ') + toText(diagnosis.details.front()).toHtmlEscaped();
    return text;
}

QString DiagnosisPanel::complete(const Diagnosis& diagnosis) const
{
    QString text = QStringLiteral("<b>%1</b>").arg(toText(diagnosis.headline).toHtmlEscaped());
    for (const Message& detail : diagnosis.details)
        text += QStringLiteral("<br>• ") + toText(detail).toHtmlEscaped();
    return text;
}

void DiagnosisPanel::showDiagnosis()
{
    if (!isVisible())
        return;
    const Diagnosis diagnosis = m_workspace.diagnosis();
    m_icon->showVerdict(diagnosis.verdict);
    m_more->setVisible(diagnosis.details.size() > 1);
    m_more->setArrowType(m_more->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    const QString words = m_more->isChecked() ? tr("Less") : tr("%1 more").arg(diagnosis.details.size() - 1);
    m_more->setText(words);
    m_more->setAccessibleName(tr("Details of the diagnosis"));
    m_more->setToolTip(tr("Everything that these numbers mean"));
    const QString text = m_more->isChecked() ? complete(diagnosis) : shortened(diagnosis);
    if (text == m_words->text())
        return;
    m_words->setText(text);
    m_words->setAccessibleName(toText(diagnosis.headline));
    QStringList details;
    for (const Message& detail : diagnosis.details)
        details += toText(detail);
    m_words->setAccessibleDescription(details.join(QLatin1Char('\n')));
    m_words->setToolTip(details.join(QLatin1Char('\n')));
    updateGeometry();
}

void DiagnosisPanel::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showDiagnosis();
}

void DiagnosisPanel::showEvent(QShowEvent* event)
{
    m_workspace.require(this, needs(Need::evaluation));
    showDiagnosis();
    QScrollArea::showEvent(event);
}

void DiagnosisPanel::hideEvent(QHideEvent* event)
{
    m_workspace.require(this, Needs{});
    QScrollArea::hideEvent(event);
}

} // namespace

namespace panels {

extern const PanelKind diagnosis;
const PanelKind diagnosis{
    .id = "diagnosis",
    .name = translatable("core", "Diagnosis"),
    .description = translatable("core",
        "What the numbers mean: whether the gradient vanishes, explodes or stays balanced on its way back to layer 1, "
        "and "
        "which number formats would lose it."),
    .rank = 1,
    .area = Qt::BottomDockWidgetArea,
    .create = [](Workspace& workspace, QWidget* parent) -> QWidget* { return new DiagnosisPanel(workspace, parent); },
};

} // namespace panels

} // namespace deltascope
