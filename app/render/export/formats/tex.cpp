// SPDX-License-Identifier: GPL-3.0-or-later
// PGF, for \input into LaTeX: lines and areas as drawn, every text as text, in the font of the paper. Only the basic
// layer of PGF (Tantau et al., the PGF manual, part IX) is used. The document stands in comments before it.
#include "documents/embedded.h"
#include "render/export/export.h"
#include "render/export/export_page.h"
#include "render/export/recorded_page.h"
#include "render/export/tex_text.h"

#include <algorithm>
#include <cmath>

namespace deltascope::exports {

namespace {

constexpr double kPixel = 72 / kCssDpi; // in bp, 1/72 inch

QByteArray tidy(double number, int digits = 3)
{
    QByteArray text = QByteArray::number(number, 'f', digits);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray bp(double pixels)
{
    return tidy(pixels * kPixel) + "bp";
}

QByteArray rgb(const QColor& colour)
{
    return tidy(colour.redF(), 4) + ',' + tidy(colour.greenF(), 4) + ',' + tidy(colour.blueF(), 4);
}

/// Where the letters of a text are narrower in the paper's font than in ours, this end or middle stays.
enum class Anchor { left, middle, right };

class TexPage {
public:
    TexPage(double height, const std::vector<RecordedItem>& items, const std::stop_token& stop)
        : m_height(height)
        , m_items(items)
        , m_stop(stop)
    {
        for (const RecordedItem& item : items)
            if (const auto* text = std::get_if<RecordedText>(&item); text && text->angle == 0)
                m_level.push_back(text);
    }

    QByteArray write()
    {
        for (std::size_t i = 0; i < m_items.size() && !m_stop.stop_requested(); ++i)
            if (const auto* path = std::get_if<RecordedPath>(&m_items[i]))
                writePath(*path);
            else if (const auto* image = std::get_if<RecordedImage>(&m_items[i]))
                writeImage(*image);
            else
                writeText(std::get<RecordedText>(m_items[i]), i);
        return m_tex;
    }

private:
    QByteArray point(QPointF place) const
    {
        return "\\pgfqpoint{" + bp(place.x()) + "}{" + bp(m_height - place.y()) + '}';
    }

    QByteArray rectangle(const QRectF& rect) const
    {
        return "\\pgfpathrectangle{" + point(rect.bottomLeft()) + "}{\\pgfqpoint{" + bp(rect.width()) + "}{"
            + bp(rect.height()) + "}}";
    }

    QByteArray pathOf(const QPainterPath& path) const
    {
        QByteArray tex;
        QPointF start;
        for (int i = 0; i < path.elementCount(); ++i) {
            const QPainterPath::Element element = path.elementAt(i);
            if (element.isMoveTo()) {
                start = element;
                tex += "\\pgfpathmoveto{" + point(element) + '}';
            } else if (element.isCurveTo()) {
                tex += "\\pgfpathcurveto{" + point(element) + "}{" + point(path.elementAt(i + 1)) + "}{"
                    + point(path.elementAt(i + 2)) + '}';
                i += 2;
            } else {
                tex += "\\pgfpathlineto{" + point(element) + '}';
            }
            const bool last = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
            const QPointF end = path.elementAt(i);
            if (last && !element.isMoveTo() && end == start)
                tex += "\\pgfpathclose";
            tex += "%\n";
        }
        return tex;
    }

    void writePath(const RecordedPath& path)
    {
        const bool filled = path.fill.alpha() > 0, stroked = path.stroke.alpha() > 0;
        m_tex += "\\begin{pgfscope}%\n";
        if (path.clip)
            m_tex += rectangle(*path.clip) + "\\pgfusepath{clip}%\n";
        if (filled)
            m_tex += setColour("fill", path.fill);
        if (stroked) {
            m_tex += setColour("stroke", path.stroke) + "\\pgfsetlinewidth{" + bp(path.width) + '}';
            m_tex += path.cap == Qt::RoundCap ? "\\pgfsetroundcap"
                : path.cap == Qt::SquareCap   ? "\\pgfsetrectcap"
                                              : "\\pgfsetbuttcap";
            m_tex += path.join == Qt::RoundJoin ? "\\pgfsetroundjoin"
                : path.join == Qt::BevelJoin    ? "\\pgfsetbeveljoin"
                                                : "\\pgfsetmiterjoin";
            if (!path.dashes.empty()) {
                m_tex += "\\pgfsetdash{";
                for (const double length : path.dashes)
                    m_tex += '{' + bp(length) + '}';
                m_tex += "}{0bp}";
            }
            m_tex += "%\n";
        }
        if (path.path.fillRule() == Qt::OddEvenFill && filled)
            m_tex += "\\pgfseteorule";
        m_tex += pathOf(path.path) + "\\pgfusepath{"
            + (filled && stroked ? "fill,stroke"
                    : filled     ? "fill"
                                 : "stroke")
            + "}%\n\\end{pgfscope}%\n";
    }

    static QByteArray setColour(const char* of, const QColor& colour)
    {
        QByteArray tex =
            QByteArray("\\definecolor{deltascope}{rgb}{") + rgb(colour) + "}\\pgfset" + of + "color{deltascope}";
        if (colour.alpha() < 255)
            tex += QByteArray("\\pgfset") + of + "opacity{" + tidy(colour.alphaF(), 4) + '}';
        return tex + "%\n";
    }

    /// Cells: what is alike beside and below one another is one rectangle.
    void writeImage(const RecordedImage& drawn)
    {
        const QImage image = drawn.image.convertToFormat(QImage::Format_RGB32);
        const double wide = drawn.place.width() / image.width(), high = drawn.place.height() / image.height();
        const auto line = [&](int y) { return reinterpret_cast<const QRgb*>(image.constScanLine(y)); };
        m_tex += "\\begin{pgfscope}%\n";
        for (int top = 0, below = 0; top < image.height() && !m_stop.stop_requested(); top = below) {
            for (below = top + 1;
                 below < image.height() && std::equal(line(top), line(top) + image.width(), line(below));)
                ++below;
            for (int left = 0, right = 0; left < image.width(); left = right) {
                for (right = left + 1; right < image.width() && line(top)[right] == line(top)[left];)
                    ++right;
                constexpr double kUnder = 0.4; // under the next one: edges that only touch show as hairlines
                const QRectF rect(drawn.place.left() + left * wide, drawn.place.top() + top * high,
                    (right - left) * wide + (right < image.width() ? kUnder : 0),
                    (below - top) * high + (below < image.height() ? kUnder : 0));
                m_tex += setColour("fill", QColor(line(top)[left])) + rectangle(rect) + "\\pgfusepath{fill}%\n";
            }
        }
        m_tex += "\\end{pgfscope}%\n";
    }

    void writeText(const RecordedText& text, std::size_t index)
    {
        const QByteArray words = texText(text.text.trimmed());
        if (words.isEmpty())
            return;
        const Anchor anchor = anchorOf(text, index);
        const double share = anchor == Anchor::left ? 0 : anchor == Anchor::right ? 1 : 0.5;
        const double turn = text.angle * 3.14159265358979323846 / 180;
        const QPointF place = text.baseline + share * text.width * QPointF(std::cos(turn), -std::sin(turn));
        const double size = text.font.pointSizeF();
        m_tex += "\\pgftext[base";
        if (anchor != Anchor::middle)
            m_tex += anchor == Anchor::left ? ",left" : ",right";
        m_tex += ",x=" + bp(place.x()) + ",y=" + bp(m_height - place.y());
        if (text.angle != 0)
            m_tex += ",rotate=" + tidy(text.angle);
        m_tex += "]{\\color[rgb]{" + rgb(text.colour) + "}\\fontsize{" + tidy(size) + "}{" + tidy(1.2 * size)
            + "}\\selectfont ";
        if (text.font.bold())
            m_tex += "\\bfseries ";
        if (text.font.italic())
            m_tex += "\\itshape ";
        m_tex += words + "}%\n";
    }

    /// Texts that begin under one another, or behind their sample of a legend, stay where they begin; those that end
    /// under one another (the numbers of a vertical axis), where they end; others about their middle.
    Anchor anchorOf(const RecordedText& text, std::size_t index) const
    {
        constexpr double kMargin = 10; // pixels
        constexpr double kBegin = 0.05, kEnd = 1; // QCustomPlot ends the numbers of an axis at whole pixels
        if (text.angle != 0)
            return Anchor::middle;
        const double left = text.baseline.x();
        if (left < kMargin || followsSample(text, index))
            return Anchor::left;
        const auto shared = [&](auto edge, double alike) {
            return std::ranges::any_of(m_level, [&](const RecordedText* other) {
                return other->baseline.y() != text.baseline.y() && other->width != text.width
                    && std::abs(edge(*other) - edge(text)) < alike;
            });
        };
        if (shared([](const RecordedText& each) { return each.baseline.x(); }, kBegin))
            return Anchor::left;
        return shared([](const RecordedText& each) { return each.baseline.x() + each.width; }, kEnd) ? Anchor::right
                                                                                                     : Anchor::middle;
    }

    bool followsSample(const RecordedText& text, std::size_t index) const
    {
        const auto* sample = index == 0 ? nullptr : std::get_if<RecordedPath>(&m_items[index - 1]);
        if (!sample)
            return false;
        const QRectF box = sample->path.boundingRect();
        const double em = text.font.pointSizeF() / kPixel;
        return box.right() <= text.baseline.x() && text.baseline.x() - box.right() < em
            && box.center().y() < text.baseline.y() && box.center().y() > text.baseline.y() - em;
    }

    double m_height; ///< of the page, in pixels
    const std::vector<RecordedItem>& m_items;
    std::vector<const RecordedText*> m_level; ///< that are not turned
    const std::stop_token& m_stop;
    QByteArray m_tex;
};

Result<QByteArray> make(const ExportSource& source, const std::stop_token& stop)
{
    const auto& [figures, document, options, page] = source;
    RecordedPage recorded(pageSize(options));
    if (!page->draw(recorded, {1, 1}, true))
        return Error{Fault::internal, {translatable("core", "The page could not be made: %1 failed."), {"QPainter"}}};
    const QSizeF size = options.millimetres / 25.4 * kCssDpi;
    return "% Deltascope " DELTASCOPE_VERSION ": \\usepackage{pgf} and \\input this file.\n"
        + QByteArray::fromStdString(documents::commentScenario(document))
        + "\\begingroup%\n\\begin{pgfpicture}%\n\\pgfpathrectangle{\\pgfpointorigin}{\\pgfqpoint{" + bp(size.width())
        + "}{" + bp(size.height()) + "}}\\pgfusepath{use as bounding box,clip}%\n"
        + TexPage(size.height(), recorded.items(), stop).write() + "\\end{pgfpicture}%\n\\endgroup%\n";
}

} // namespace

extern const ExportFormat tex;
const ExportFormat tex{
    .id = "tex",
    .name = translatable("core", "PGF drawing for LaTeX"),
    .rank = 7,
    .drawn = true,
    .make = make,
};

} // namespace deltascope::exports
