// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of controls: whole texts, frames that stand out, captions that fit their type.
#include "app/support/window_fixture.h"

#include "window/widgets/appearance.h"
#include "window/widgets/caption_label.h"
#include "window/widgets/choice_box.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QDockWidget>
#include <QImage>
#include <QRadioButton>

using namespace deltascope;
using namespace deltascope::window;

namespace window_appearance_test {

class WindowLooks : public WindowTest { };

/// The greatest difference of lightness between the button's ground and a pixel of its mark.
template <class Button>
int frameContrast()
{
    Button button;
    button.setFocusPolicy(Qt::NoFocus);
    button.resize(button.sizeHint());
    const QImage picture = button.grab().toImage();
    const int ground = button.palette().color(QPalette::Window).lightness();
    int most = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            most = std::max(most, std::abs(picture.pixelColor(x, y).lightness() - ground));
    return most;
}

TEST_F(WindowLooks, TickBoxesAreSeenInEveryTheme)
{
    for (const char* theme : {"dark", "light"}) {
        widgets::applyAppearance(QLatin1String(theme));
        EXPECT_GE(frameContrast<QCheckBox>(), 90) << theme;
        EXPECT_GE(frameContrast<QRadioButton>(), 90) << theme;
    }
    widgets::applyAppearance(QStringLiteral("system"));
}

TEST_F(WindowLooks, ChoicesAreReadWholeOnALargeScreen)
{
    window->resize(1900, 1000);
    window->resetLayout();
    for (const char* language : {"en", "pt_BR"}) {
        workspace().setPreferences({.language = language});
        QTest::qWait(300);
        int all = 0, cut = 0;
        QString texts;
        for (widgets::ChoiceBox* box :
            window->findChild<QDockWidget*>(QStringLiteral("parameters"))->findChildren<widgets::ChoiceBox*>()) {
            const QSignalBlocker blocker(box);
            const int before = box->currentIndex();
            for (int i = 0; box->isVisible() && i < box->count(); ++i) {
                box->setCurrentIndex(i);
                ++all;
                if (box->shownText() == box->currentText())
                    continue;
                ++cut;
                EXPECT_TRUE(box->shownText().endsWith(u'…'));
                texts += box->currentText() + QStringLiteral("; ");
            }
            box->setCurrentIndex(before);
        }
        EXPECT_GE(all, 20);
        EXPECT_LE(cut, all / 10) << language << ": " << texts.toStdString();
    }
}

TEST_F(WindowLooks, AListIsAsWideAsItsWidestText)
{
    widgets::ChoiceBox box;
    box.addItems({QStringLiteral("short"), QString(60, u'w')});
    box.resize(80, box.sizeHint().height());
    EXPECT_EQ(box.shownText(), QStringLiteral("short"));
    box.setCurrentIndex(1);
    EXPECT_TRUE(box.shownText().endsWith(u'…')) << box.shownText().toStdString();
    box.show();
    box.showPopup();
    EXPECT_GE(box.view()->width(), box.fontMetrics().horizontalAdvance(box.currentText()));
    box.hidePopup();
}

TEST_F(WindowLooks, ACaptionIsAsHighAsItsTypeAsks)
{
    QWidget parent;
    parent.resize(400, 800);
    widgets::CaptionLabel label(&parent);
    label.resize(300, 100);
    parent.show();
    label.setCaption(QString(QStringLiteral("some words ")).repeated(12));
    const int before = label.sizeHint().height();
    const QFont font = label.font();
    QFont larger = font;
    larger.setPointSizeF(2 * font.pointSizeF());
    label.setFont(larger);
    EXPECT_GE(label.sizeHint().height(), 1.5 * before);
    label.setFont(font);
    EXPECT_EQ(label.sizeHint().height(), before) << "the room goes back to the figure";
}

TEST_F(WindowLooks, ACaptionCanBeSelectedWhereThePointerIs)
{
    widgets::CaptionLabel label;
    label.resize(300, 60);
    label.setCaption(QStringLiteral("Layer 1 learns slowest."));
    label.show();
    EXPECT_FALSE(label.textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
    QApplication::sendEvent(&label, &enter);
    QTest::mouseDClick(&label, Qt::LeftButton, {}, QPoint(5, 8));
    EXPECT_EQ(label.selectedText(), QStringLiteral("Layer"));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&label, &leave);
    EXPECT_EQ(label.selectedText(), QStringLiteral("Layer")) << "to be copied, it stays";
    label.setCaption(QStringLiteral("Layer 2 learns slowest."));
    EXPECT_EQ(label.textInteractionFlags(), Qt::NoTextInteraction);
}

} // namespace window_appearance_test
