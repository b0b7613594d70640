// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/filmstrip.h"

#include "window/stage/fitted_type.h"
#include "window/stage/stage_choice.h"
#include "window/stage/thumbnail.h"

#include <QApplication>

#include <algorithm>

namespace deltascope::stage {

namespace {

constexpr double kAspect = 1.25; // of a picture with its name
constexpr double kType = 0.6; // of the stage's: who chooses stands near

} // namespace

Filmstrip::Filmstrip(workspace::Workspace& workspace, StageChoice& choice, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_choice(choice)
{
    setObjectName(QStringLiteral("filmstrip"));
    const double desk = QApplication::font().pointSizeF() / font().pointSizeF();
    setFont(scaled(font(), desk > 0 ? std::max(kType, desk) : kType));
    connect(&choice, &StageChoice::changed, this, &Filmstrip::showState);
    showState();
}

void Filmstrip::showState()
{
    const auto& kinds = m_choice.kinds();
    const auto onStage = m_choice.shown();
    while (m_pictures.size() > kinds.size()) {
        m_pictures.back()->hide();
        m_pictures.back()->deleteLater();
        m_pictures.pop_back();
    }
    while (m_pictures.size() < kinds.size()) {
        const int place = static_cast<int>(m_pictures.size());
        auto* picture = new Thumbnail(m_workspace, place + 1, this);
        connect(picture, &QAbstractButton::clicked, this, [this, place] { m_choice.choose(place); });
        m_pictures.push_back(picture);
        picture->QWidget::show();
    }
    for (std::size_t i = 0; i < kinds.size(); ++i)
        m_pictures[i]->show(*kinds[i], std::ranges::find(onStage, kinds[i]) != onStage.end());
    updateGeometry();
    layOut();
}

int Filmstrip::widthFor(int height) const
{
    const int count = static_cast<int>(m_pictures.size());
    return static_cast<int>(count * kAspect * height) + (count - 1) * fontMetrics().height() / 2;
}

QSize Filmstrip::sizeHint() const
{
    const int height = 7 * fontMetrics().height();
    return {widthFor(height), height};
}

void Filmstrip::layOut()
{
    const int count = static_cast<int>(m_pictures.size());
    const int gap = fontMetrics().height() / 2;
    const int wide = std::max(1, (width() - (count - 1) * gap) / std::max(1, count));
    const int each = std::min(wide, static_cast<int>(kAspect * height()));
    for (int i = 0; i < count; ++i)
        m_pictures[static_cast<std::size_t>(i)]->setGeometry(i * (each + gap), 0, each, height());
}

void Filmstrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace deltascope::stage

#include "moc_filmstrip.cpp"
