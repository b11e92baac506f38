#pragma once

#include <QString>
#include <vector>

#include "ui/widgets/painted_parts.h"

namespace noclobber::widgets {

/// A cell of the icicle. Those of one level lie side by side, their parts below them.
struct IcicleCell {
    int level = 0;
    int parent = -1;    ///< place of the cell it is a part of
    qint64 first = 0;   ///< where it begins
    qint64 weight = 0;  ///< how wide it is
    qint64 hatched = 0; ///< how much of that is hatched
    QString name;
    QString brief;    ///< for where the name has no room; empty: there is none shorter
    QString sentence; ///< tooltip, and what is read aloud
};

/// A strip of nested cells: width says how much there is. Thousands of cells are painted in milliseconds.
class Icicle : public PaintedParts
{
    Q_OBJECT
public:
    using PaintedParts::PaintedParts;

    /// Cells of a level must not overlap; each stands before its parts. `total` is the weight of the whole width.
    void setCells(std::vector<IcicleCell> cells, qint64 total);
    /// Marks the cell that others are filtered by; -1: none.
    void setMarked(int cell);
    int marked() const { return m_marked; }

    int partCount() const override { return static_cast<int>(m_cells.size()); }
    QRect partArea(int part) const override;
    QString partName(int part) const override;
    QString partValue(int part) const override;
    int neighbour(int part, int key) const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const IcicleCell &cell(int part) const { return m_cells[static_cast<std::size_t>(part)]; }
    int rowHeight() const;
    int at(qint64 weight) const;
    void paintCell(QPainter &painter, int part) const;

    std::vector<IcicleCell> m_cells;
    std::vector<std::vector<int>> m_levels; ///< places of the cells of each level, left to right
    qint64 m_total = 1;
    int m_marked = -1;
};

} // namespace noclobber::widgets
