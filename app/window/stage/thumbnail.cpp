// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/thumbnail.h"

#include "figures/build_figure.h"
#include "render/plot/plot_widget.h"
#include "render/theme.h"
#include "text/language.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QPainter>

namespace deltascope::stage {

namespace {

constexpr QSize kDrawn(320, 208); // as a small figure is drawn before it is shrunk
constexpr int kPause = 250; // ms between two pictures

} // namespace

Thumbnail::Thumbnail(workspace::Workspace& workspace, int number, QWidget* parent)
    : QAbstractButton(parent)
    , m_workspace(workspace)
    , m_number(number)
    , m_plot(new plot::PlotWidget(this))
{
    m_plot->hide();
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->resize(kDrawn);
    setFocusPolicy(Qt::TabFocus);
    setObjectName(QStringLiteral("thumbnail_%1").arg(number));
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, &Thumbnail::refreshNow);
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &Thumbnail::schedule);
    connect(&workspace, &workspace::Workspace::questionChanged, this, &Thumbnail::schedule);
    connect(&workspace, &workspace::Workspace::viewChanged, this, &Thumbnail::schedule);
    connect(&workspace, &workspace::Workspace::preferencesChanged, this, &Thumbnail::schedule);
    connect(&workspace.lesson(), &workspace::LessonSession::changed, this, qOverload<>(&QWidget::update));
}

void Thumbnail::show(const figures::FigureKind& kind, bool onStage)
{
    if (m_kind != &kind) {
        m_kind = &kind;
        m_picture = {};
        if (isVisible())
            m_workspace.require(this, kind.needs());
        retranslate();
        schedule();
    }
    if (m_onStage != onStage) {
        m_onStage = onStage;
        setAccessibleDescription(onStage ? tr("On the stage") : QString());
        update();
    }
}

void Thumbnail::retranslate()
{
    if (!m_kind)
        return;
    const QString name = text::toText(m_kind->name);
    setAccessibleName(QStringLiteral("%1 %2").arg(m_number).arg(name));
    setToolTip(tr("%1: the key %2 puts it on the stage").arg(name).arg(m_number));
    setWhatsThis(toolTip());
}

void Thumbnail::schedule()
{
    if (isVisible() && !m_late.isActive())
        m_late.start(kPause);
}

void Thumbnail::refreshNow()
{
    m_late.stop();
    if (!m_kind)
        return;
    m_plot->setTheme(render::theme(QString::fromStdString(m_workspace.preferences().theme)));
    m_plot->show(figures::buildFigure(
                     *m_kind, m_workspace.snapshotFor(m_kind->needs()), m_workspace.question(), m_workspace.view()),
        m_workspace.view());
    if (m_plot->isUpToDate() && !m_picture.isNull())
        return;
    m_picture = m_plot->grab();
    update();
}

void Thumbnail::showEvent(QShowEvent* event)
{
    QAbstractButton::showEvent(event);
    if (m_kind)
        m_workspace.require(this, m_kind->needs());
    m_late.start(0); // the first one at once, when all that is there is known
}

void Thumbnail::hideEvent(QHideEvent* event)
{
    m_workspace.require(this, {});
    m_late.stop();
    QAbstractButton::hideEvent(event);
}

void Thumbnail::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        schedule();
    }
}

void Thumbnail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QColor ink = palette().color(QPalette::WindowText);
    const QColor accent = palette().color(QPalette::Highlight);
    const int line = fontMetrics().lineSpacing(), gap = line / 4;
    const QRect picture(0, 0, width(), height() - 2 * line - gap);
    painter.fillRect(picture, palette().color(QPalette::Base));
    if (!m_picture.isNull() && m_kind && !m_workspace.lesson().covers(m_kind->id)) {
        QPixmap fitting = m_picture.scaled(
            picture.size() * devicePixelRatioF(), Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
        fitting.setDevicePixelRatio(devicePixelRatioF());
        painter.setClipRect(picture);
        painter.drawPixmap(picture.topLeft(), fitting);
        painter.setClipping(false);
    }
    const double pen = m_onStage ? 3 : 1;
    painter.setPen(QPen(m_onStage || hasFocus() ? accent : ink, pen, hasFocus() ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(picture).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2));
    const QRect badge(2, 2, line * 5 / 4, line * 5 / 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_onStage ? accent : ink);
    painter.drawRoundedRect(badge, 3, 3);
    painter.setPen(m_onStage ? palette().color(QPalette::HighlightedText) : palette().color(QPalette::Window));
    painter.drawText(badge, Qt::AlignCenter, QString::number(m_number));
    if (!m_kind)
        return;
    painter.setPen(ink);
    painter.drawText(QRect(0, picture.bottom() + gap, width(), 2 * line),
        Qt::TextWordWrap | Qt::AlignHCenter | Qt::AlignTop, text::toText(m_kind->name));
}

} // namespace deltascope::stage

#include "moc_thumbnail.cpp"
