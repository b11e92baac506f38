#include "ui/widgets/path_diagram.h"

#include <QPainter>
#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "ui/widgets/theme.h"

namespace noclobber::widgets {

namespace {

constexpr int gap = 28; ///< between two columns
constexpr int rowGap = 8;
constexpr int edge = 8;
constexpr int narrowest = 17; ///< of a box, in characters
constexpr int widest = 34;

} // namespace

void PathDiagram::setBoxes(std::vector<DiagramBox> boxes, const QStringList &headings)
{
    m_boxes.clear();
    for (DiagramBox &box : boxes)
        m_boxes.push_back({std::move(box), 0, 0});
    placeColumns(headings);
    m_rows = 0;
    if (!m_boxes.empty())
        placeRows(0, m_rows);
    resetParts();
}

void PathDiagram::placeColumns(const QStringList &headings)
{
    std::map<std::pair<int, int>, int> columns; // by column and how often a box in it leads to another one in it
    std::vector<std::pair<int, int>> wanted;
    for (const Placed &placed : m_boxes) {
        const int parent = placed.box.parent;
        const bool isBelow = parent >= 0 && at(parent).box.column == placed.box.column;
        wanted.emplace_back(placed.box.column, isBelow ? wanted[static_cast<std::size_t>(parent)].second + 1 : 0);
        columns[wanted.back()] = 0;
    }
    m_headings.clear();
    for (auto &[key, column] : columns) {
        column = static_cast<int>(m_headings.size());
        m_headings << headings.value(key.first);
    }
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        m_boxes[i].column = columns[wanted[i]];
}

/// A box stands beside the first of those that follow from it.
int PathDiagram::placeRows(int part, int &nextRow)
{
    int first = -1;
    for (int child = part + 1; child < partCount(); ++child) {
        if (at(child).box.parent != part)
            continue;
        const int row = placeRows(child, nextRow);
        first = first < 0 ? row : first;
    }
    int &row = m_boxes[static_cast<std::size_t>(part)].row;
    row = first < 0 ? nextRow++ : first;
    return row;
}

QRect PathDiagram::partArea(int part) const
{
    const int y = top() + at(part).row * (boxHeight() + rowGap);
    return {columnLeft(at(part).column), y, columnWidth(), boxHeight()};
}

int PathDiagram::columnWidth() const
{
    const int columns = std::max(1, static_cast<int>(m_headings.size()));
    const int broadest = fontMetrics().averageCharWidth() * widest;
    return std::min(broadest, (width() - 2 * edge - (columns - 1) * gap) / columns);
}

int PathDiagram::columnLeft(int column) const
{
    return edge + column * (columnWidth() + gap);
}

QString PathDiagram::partName(int part) const
{
    return at(part).box.title;
}

QString PathDiagram::partValue(int part) const
{
    return at(part).box.sentence;
}

int PathDiagram::neighbour(int part, int key) const
{
    if (part < 0)
        return -1;
    if (key == Qt::Key_Left)
        return at(part).box.parent;
    int best = -1;
    for (int other = 0; other < partCount(); ++other) {
        if (key == Qt::Key_Right) {
            const bool isBetter = best < 0 || (at(other).box.isMarked && !at(best).box.isMarked);
            best = at(other).box.parent == part && isBetter ? other : best;
            continue;
        }
        const int distance = (at(other).row - at(part).row) * (key == Qt::Key_Down ? 1 : -1);
        const bool isNearer = best < 0 || distance < std::abs(at(best).row - at(part).row);
        if (at(other).column == at(part).column && distance > 0 && isNearer)
            best = other;
    }
    return best;
}

QSize PathDiagram::minimumSizeHint() const
{
    const int columns = std::max(1, static_cast<int>(m_headings.size()));
    const int width = columns * fontMetrics().averageCharWidth() * narrowest + (columns - 1) * gap + 2 * edge;
    const int height = top() + std::max(m_rows, 1) * (boxHeight() + rowGap) + edge;
    return {width, height};
}

int PathDiagram::boxHeight() const
{
    return 2 * fontMetrics().height() + 10;
}

int PathDiagram::top() const
{
    return fontMetrics().height() + 2 * edge;
}

void PathDiagram::paintEvent(QPaintEvent *)
{
    const Theme &theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.page.fill);
    painter.setPen(theme.weak);
    for (int column = 0; column < m_headings.size() && partCount() > 0; ++column) {
        const QRect heading(columnLeft(column), edge, columnWidth(), fontMetrics().height());
        painter.drawText(heading, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(m_headings.at(column), Qt::ElideRight, heading.width()));
    }
    for (const bool isMarked : {false, true}) { // the way that was asked for lies on top
        for (int part = 1; part < partCount(); ++part) {
            if (at(part).box.isMarked == isMarked)
                paintLink(painter, part);
        }
    }
    for (int part = 0; part < partCount(); ++part)
        paintBox(painter, part);
}

QPolygon PathDiagram::link(int part) const
{
    if (at(part).box.parent < 0)
        return {};
    const QRect from = partArea(at(part).box.parent);
    const QRect to = partArea(part);
    const int middle = from.right() + gap / 2; // beside its row are the box and what follows from it alone
    return QPolygon({QPoint(from.right() + 1, from.center().y()), QPoint(middle, from.center().y()),
                     QPoint(middle, to.center().y()), QPoint(to.left() - 1, to.center().y())});
}

void PathDiagram::paintLink(QPainter &painter, int part) const
{
    const QRect to = partArea(part);
    const bool isMarked = at(part).box.isMarked;
    painter.setPen(QPen(isMarked ? currentTheme().focus : currentTheme().weak, isMarked ? 2 : 1));
    painter.drawPolyline(link(part));
    painter.drawPolyline(QPolygon({QPoint(to.left() - 6, to.center().y() - 4), QPoint(to.left() - 1, to.center().y()),
                                   QPoint(to.left() - 6, to.center().y() + 4)}));
}

void PathDiagram::paintBox(QPainter &painter, int part) const
{
    const Theme &theme = currentTheme();
    const DiagramBox &box = at(part).box;
    const QRect area = partArea(part);
    const ColourPair colours = theme.levels.at(static_cast<std::size_t>(box.level));
    const int sign = fontMetrics().height();
    painter.fillRect(area, theme.page.fill);
    painter.fillRect(QRect(area.left(), area.top(), sign + 8, area.height()), colours.fill);
    glyph(box.glyph, colours.text).paint(&painter, area.left() + 4, area.center().y() - sign / 2, sign, sign);
    const bool isCurrent = hasFocus() && part == currentPart();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(isCurrent || box.isMarked ? theme.focus : theme.line, isCurrent ? 3 : box.isMarked ? 2 : 1));
    painter.drawRect(area);
    const QRect text = area.adjusted(sign + 14, 4, -4, -4);
    QFont bold = font();
    bold.setBold(true);
    painter.setPen(theme.page.text);
    painter.setFont(bold);
    const QFontMetrics metrics(bold);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, metrics.elidedText(box.title, Qt::ElideMiddle, text.width()));
    painter.setFont(font());
    painter.setPen(theme.weak);
    const bool isPlace = !box.detail.contains(u' '); // of a path and line, the end tells most
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom,
                     fontMetrics().elidedText(box.detail, isPlace ? Qt::ElideMiddle : Qt::ElideRight, text.width()));
}

} // namespace noclobber::widgets
