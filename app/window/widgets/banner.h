// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace deltascope::widgets {

/// Texts are asked for anew when the language changes.
using TextSource = std::function<QString()>;

struct BannerAction {
    TextSource text;
    std::function<void()> run; ///< the notice goes when it has run
};

/// One sentence, what it is about, and what can be done. A newer notice on the same topic takes the older one's place.
struct Notice {
    QString topic;
    TextSource text;
    std::vector<BannerAction> actions;
    bool stays = false; ///< when another document comes: it is about the program
};

/// Sentences above the figures in place of modal dialogs: at most three, the newest on top, each can be put away.
class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);

    void say(Notice notice);
    void putAway(const QString& topic);
    void putAwayOfDocument(); ///< what was said about the document that goes
    bool says(const QString& topic) const;
    QStringList sentences() const; ///< newest first

protected:
    void changeEvent(QEvent* event) override;

private:
    class Row;
    void remove(Row* row);
    Row* rowAbout(const QString& topic) const;

    QVBoxLayout* m_rows;
    std::vector<Row*> m_shown; // newest first
};

} // namespace deltascope::widgets
