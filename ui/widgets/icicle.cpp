#include "ui/widgets/icicle.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>

#include "ui/widgets/theme.h"

namespace noclobber::widgets {

namespace {

constexpr int ring = 2;      ///< width of what marks a cell
constexpr int narrowest = 3; ///< of a cell with a border
constexpr int labelMargin = 4;

/// What a cell of this width can say: its name and count, a shorter name, or a name cut where its beginning still
/// tells something.
QString labelOf(const IcicleCell &cell, const QFontMetrics &metrics, int room)
{
    const auto fits = [&metrics, room](const QString &text) { return metrics.horizontalAdvance(text) <= room; };
    const QString count = QLocale().toString(cell.weight);
    for (const QString &name : {cell.name, cell.brief}) {
        for (const QString &text : {Icicle::tr("%1 %2", "name, count").arg(name, count), name}) {
            if (!name.isEmpty() && fits(text))
                return text;
        }
    }
    if (!cell.brief.isEmpty())
        return {};
    constexpr qsizetype fewestLetters = 4;
    const QString cut = metrics.elidedText(cell.name, Qt::ElideRight, room);
    return cut.size() > fewestLetters ? cut : QString();
}

} // namespace

void Icicle::setCells(std::vector<IcicleCell> cells, qint64 total)
{
    m_cells = std::move(cells);
    m_total = std::max<qint64>(total, 1);
    m_marked = -1;
    m_levels.clear();
    for (int part = 0; part < partCount(); ++part) {
        const auto level = static_cast<std::size_t>(cell(part).level);
        m_levels.resize(std::max(m_levels.size(), level + 1));
        m_levels[level].push_back(part);
    }
    resetParts();
}

void Icicle::setMarked(int part)
{
    m_marked = part;
    update();
}

QRect Icicle::partArea(int part) const
{
    const IcicleCell &it = cell(part);
    const int left = at(it.first);
    return {left, it.level * rowHeight(), std::max(1, at(it.first + it.weight) - left), rowHeight()};
}

QString Icicle::partName(int part) const
{
    return cell(part).name;
}

QString Icicle::partValue(int part) const
{
    return cell(part).sentence;
}

int Icicle::neighbour(int part, int key) const
{
    if (part < 0)
        return -1;
    const IcicleCell &from = cell(part);
    if (key == Qt::Key_Up)
        return from.parent;
    if (key == Qt::Key_Down) { // the first part stands right behind
        const bool hasPart = part + 1 < partCount() && cell(part + 1).parent == part;
        return hasPart ? part + 1 : -1;
    }
    const std::vector<int> &level = m_levels[static_cast<std::size_t>(from.level)];
    const auto place = std::ranges::lower_bound(level, part) - level.begin() + (key == Qt::Key_Right ? 1 : -1);
    const bool isThere = place >= 0 && place < static_cast<std::ptrdiff_t>(level.size());
    return isThere ? level[static_cast<std::size_t>(place)] : -1;
}

QSize Icicle::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, static_cast<int>(m_levels.size()) * rowHeight() + 1};
}

int Icicle::rowHeight() const
{
    return fontMetrics().height() + 8;
}

int Icicle::at(qint64 weight) const
{
    return static_cast<int>(weight * (width() - 1) / m_total);
}

void Icicle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().page.fill);
    for (const std::vector<int> &level : m_levels) {
        int painted = -1; // cells that share their pixel with another one are painted once
        for (const int part : level) {
            const QRect area = partArea(part);
            if (area.right() > painted || cell(part).hatched > 0)
                paintCell(painter, part);
            painted = std::max(painted, area.right());
        }
    }
    for (const int part : {m_marked, hasFocus() ? currentPart() : -1}) {
        if (part < 0)
            continue;
        painter.setPen(QPen(currentTheme().focus, ring));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(partArea(part).adjusted(1, 1, -1, -1));
    }
}

void Icicle::paintCell(QPainter &painter, int part) const
{
    const Theme &theme = currentTheme();
    const IcicleCell &it = cell(part);
    const QRect area = partArea(part);
    const ColourPair colours = part == m_marked ? theme.selection : theme.levels[0];
    painter.fillRect(area, colours.fill);
    if (it.hatched > 0) {
        QRect hatch = area; // at the right, away from the name
        hatch.setLeft(area.right() -
                      std::max(1, static_cast<int>(area.width() * it.hatched / std::max<qint64>(it.weight, 1))));
        painter.fillRect(hatch, QBrush(theme.levels[4].fill, Qt::BDiagPattern));
    }
    if (area.width() < narrowest)
        return;
    painter.setPen(theme.line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(0, 0, 0, -1));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString text = labelOf(it, metrics, area.width() - 2 * labelMargin);
    if (text.isEmpty())
        return;
    const QRect label(area.left() + labelMargin - 2, area.top() + 3, metrics.horizontalAdvance(text) + 4,
                      area.height() - 6);
    painter.fillRect(label, colours.fill); // letters over a hatch cannot be read
    painter.setPen(colours.text);
    painter.drawText(label, Qt::AlignCenter, text);
}

} // namespace noclobber::widgets
