// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnosis in words: what the numbers mean, with an icon of its own shape and, on request, everything else there
// is to say.
#include "diagnosis.h"

#include "controls/panel_area.h"
#include "controls/verdict_icon.h"
#include "panels/panel_kind.h"
#include "render/language.h"
#include "workspace.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace deltascope {

namespace {

class DiagnosisPanel : public PanelArea {
    Q_DECLARE_TR_FUNCTIONS(DiagnosisPanel)
public:
    DiagnosisPanel(Workspace& workspace, QWidget* parent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void showState() override;
    void retranslate() override;

private:
    void build();
    void showMore(int details);
    QString richText(const Diagnosis& diagnosis) const;

    VerdictIcon* m_icon;
    QLabel* m_words;
    QToolButton* m_more;
};

DiagnosisPanel::DiagnosisPanel(Workspace& workspace, QWidget* parent)
    : PanelArea(workspace, parent)
    , m_icon(new VerdictIcon)
    , m_words(new QLabel)
    , m_more(new QToolButton)
{
    build();
    connect(m_more, &QToolButton::toggled, this, &DiagnosisPanel::refresh);
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
    m_more->setObjectName(QStringLiteral("details"));
    setContent(content);
}

QSize DiagnosisPanel::sizeHint() const
{
    const int width = this->width() > 100 ? this->width() : 800;
    return {400, std::max(m_icon->sizeHint().height() + 8, widget()->heightForWidth(width))};
}

QSize DiagnosisPanel::minimumSizeHint() const
{
    return {200, m_icon->sizeHint().height() + 8};
}

/// The headline with the first detail behind it, or with all of them below it.
QString DiagnosisPanel::richText(const Diagnosis& diagnosis) const
{
    QString text = QStringLiteral("<b>%1</b>").arg(toText(diagnosis.headline).toHtmlEscaped());
    for (const Message& detail : diagnosis.details) {
        text += (m_more->isChecked() ? QStringLiteral("<br>• ") : QStringLiteral(" ")) + toText(detail).toHtmlEscaped();
        if (!m_more->isChecked())
            break;
    }
    return text;
}

void DiagnosisPanel::showMore(int details)
{
    m_more->setVisible(details > 1);
    m_more->setArrowType(m_more->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_more->setText(m_more->isChecked() ? tr("Less") : tr("%1 more").arg(details - 1));
}

void DiagnosisPanel::showState()
{
    const Diagnosis diagnosis = workspace().diagnosis();
    m_icon->showVerdict(diagnosis.verdict);
    showMore(int(diagnosis.details.size()));
    const QString text = richText(diagnosis);
    if (text == m_words->text())
        return;
    m_words->setText(text);
    m_words->setAccessibleName(toText(diagnosis.headline));
    QStringList details;
    for (const Message& detail : diagnosis.details)
        details += toText(detail);
    m_words->setAccessibleDescription(details.join(QLatin1Char('\n')));
    updateGeometry();
}

void DiagnosisPanel::retranslate()
{
    m_more->setAccessibleName(tr("Details of the diagnosis"));
    m_more->setToolTip(tr("Everything that these numbers mean"));
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
