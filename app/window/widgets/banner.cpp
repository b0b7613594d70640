// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/banner.h"

#include "window/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace deltascope::widgets {

class Banner::Row : public QFrame {
public:
    Row(Banner* banner, Notice notice)
        : QFrame(banner)
        , m_notice(std::move(notice))
    {
        setFrameShape(QFrame::StyledPanel);
        setAutoFillBackground(true);
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(10, 4, 4, 4);
        m_text = new QLabel(this);
        m_text->setWordWrap(true);
        m_text->setMinimumWidth(1); // else a long file name, one word, pushes the window's edge off the screen
        m_text->setTextFormat(Qt::PlainText);
        m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(m_text, 1);
        for (const BannerAction& action : m_notice.actions) {
            auto* button = new QPushButton(this);
            layout->addWidget(button);
            m_buttons.push_back(button);
            QObject::connect(button, &QPushButton::clicked, banner, [banner, this, run = action.run] {
                const auto kept = run; // the row goes first, so that what runs may say something on the same topic
                banner->remove(this);
                kept();
            });
        }
        m_close = new QToolButton(this);
        m_close->setAutoRaise(true);
        m_close->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(m_close);
        QObject::connect(m_close, &QToolButton::clicked, banner, [banner, this] { banner->remove(this); });
        retranslate();
    }

    const Notice& notice() const { return m_notice; }

    void retranslate()
    {
        m_text->setText(m_notice.text());
        m_text->setToolTip(QStringLiteral("<p>%1</p>").arg(m_text->text().toHtmlEscaped())); // where it is cut off
        setAccessibleName(m_text->text());
        for (std::size_t i = 0; i < m_buttons.size(); ++i)
            m_buttons[i]->setText(m_notice.actions[i].text());
        m_close->setToolTip(Banner::tr("Dismiss this notice"));
        m_close->setAccessibleName(m_close->toolTip());
        m_close->setIcon(icon(QStringLiteral("close"), palette()));
    }

private:
    Notice m_notice;
    QLabel* m_text;
    std::vector<QPushButton*> m_buttons;
    QToolButton* m_close;
};

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    hide();
}

void Banner::say(Notice notice)
{
    constexpr std::size_t kMost = 3;
    if (Row* old = rowAbout(notice.topic))
        remove(old);
    auto* row = new Row(this, std::move(notice));
    QPalette colours = row->palette();
    colours.setColor(QPalette::Window, colours.color(QPalette::ToolTipBase));
    colours.setColor(QPalette::WindowText, colours.color(QPalette::ToolTipText));
    row->setPalette(colours);
    m_rows->insertWidget(0, row);
    m_shown.insert(m_shown.begin(), row);
    if (m_shown.size() > kMost)
        remove(m_shown.back());
    show();
}

void Banner::putAway(const QString& topic)
{
    if (Row* row = rowAbout(topic))
        remove(row);
}

void Banner::putAwayOfDocument()
{
    const std::vector<Row*> all = m_shown;
    for (Row* row : all)
        if (!row->notice().stays)
            remove(row);
}

bool Banner::says(const QString& topic) const
{
    return rowAbout(topic) != nullptr;
}

QStringList Banner::sentences() const
{
    QStringList all;
    for (const Row* row : m_shown)
        all << row->notice().text();
    return all;
}

void Banner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        for (Row* row : m_shown)
            row->retranslate();
    QFrame::changeEvent(event);
}

void Banner::remove(Row* row)
{
    std::erase(m_shown, row);
    m_rows->removeWidget(row);
    row->hide();
    row->deleteLater();
    setVisible(!m_shown.empty());
}

Banner::Row* Banner::rowAbout(const QString& topic) const
{
    const auto row =
        std::find_if(m_shown.begin(), m_shown.end(), [&](const Row* one) { return one->notice().topic == topic; });
    return row == m_shown.end() ? nullptr : *row;
}

} // namespace deltascope::widgets

#include "moc_banner.cpp"
