// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table_reading.h"
#include "files/side_thread.h"
#include "reading/csv_data.h"

#include <QDialog>

#include <memory>
#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QSpinBox;
class QTableView;

namespace deltascope::widgets {
class ChoiceBox;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::dialogs {

class TableCells;

/// Inputs from a table of the user's: its first rows as they are understood, and what may be said otherwise. Not modal;
/// what is said is read at once, elsewhere. Taken over it is one undo step, with the sizes that follow.
class TableSheet : public QDialog {
    Q_OBJECT
public:
    TableSheet(workspace::Workspace& workspace, QWidget* parent);

    /// Asks for a file first where none is given.
    void offer(const QString& path = {});
    /// The same right after the table was chosen as data: what is taken over belongs to that step.
    void offerForChoice();
    bool isReading() const { return m_reads > 0; }
    QString sentence() const; ///< how the table is understood, or what is wrong
    bool takeOver(); ///< false: it cannot be, and the sentence says why

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Outcome {
        std::shared_ptr<const reading::CsvTable> cells = {}; ///< null: unreadable
        std::optional<data::TableReading> reading = {};
        Message sentence = {};
    };

    void build();
    void addRow(QFormLayout* form, QWidget* field);
    void askForFile();
    void open(const QString& path);
    void read(); ///< anew, with what is said now
    void take(const Outcome& outcome);
    void showSetting();
    void showColumns();
    void showFound();
    void toggleColumn(const QListWidgetItem* item);
    void retranslate();
    std::string columnKey(int column) const;

    workspace::Workspace& m_workspace;
    QLabel *m_file, *m_sentence;
    QTableView* m_view;
    TableCells* m_model;
    QListWidget* m_columns;
    widgets::ChoiceBox* m_target;
    std::vector<widgets::ChoiceBox*> m_choices; ///< as data::tableChoices()
    QSpinBox* m_heldOut;
    std::vector<QLabel*> m_labels; ///< of the target, the held-out examples, the choices, the columns
    QPushButton *m_other, *m_asFound, *m_use, *m_cancel;
    QString m_path;
    model::TableSetting m_setting;
    Outcome m_shown;
    std::optional<model::TableSetting> m_readWith; ///< what the shown cells were read with
    int m_heldOutSaid = -1; ///< −1: proposed
    bool m_belongsToChoice = false;
    int m_reads = 0; ///< under way
    files::SideThread m_thread; ///< last: it ends first
};

} // namespace deltascope::dialogs
