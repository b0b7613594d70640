// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/export/export.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <vector>

namespace deltascope::exports {
class ExportPage;
}

namespace deltascope::dialogs {

/// The page as it will be written, at its true size (96 dots an inch) where there is room, else smaller, between rulers
/// in millimetres.
class ExportPreview : public QWidget {
    Q_OBJECT
public:
    explicit ExportPreview(QWidget* parent = nullptr);
    ~ExportPreview() override;

    /// Precondition: checkOptions has nothing against them.
    void showPage(
        std::vector<figures::Figure> figures, const model::Document& document, const exports::ExportOptions& options);
    void showNothing(const QString& why); ///< a sentence in place of a page

    /// The page as it is shown, and how large: 1 is its true size. Null and 0 where there is none.
    QImage picture() const { return m_picture; }
    double scale() const { return m_scale; }
    QString words() const; ///< "84 × 60 mm, type 8 pt, shown at 72 %"
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void draw();
    QRect room() const; ///< for the page
    void drawRulers(QPainter& painter, const QRectF& page) const;

    std::vector<figures::Figure> m_figures; ///< that the page draws from
    std::unique_ptr<exports::ExportPage> m_page;
    exports::ExportOptions m_options;
    QImage m_picture;
    double m_scale = 0;
    QString m_why;
};

} // namespace deltascope::dialogs
