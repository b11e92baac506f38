#pragma once

#include <QStringList>
#include <vector>

#include "ui/widgets/painted_parts.h"

namespace noclobber::widgets {

/// A box of the diagram.
struct DiagramBox {
    int column = 0;
    int parent = -1; ///< place of the box that leads to it
    QString title;
    QString detail;
    QString sentence; ///< tooltip, and what is read aloud
    QString glyph;
    int level = 0;         ///< of the theme
    bool isMarked = false; ///< on the way that was asked for
};

/// Boxes in columns, each led to by one on its left, with lines of right angles between.
class PathDiagram : public PaintedParts
{
    Q_OBJECT
public:
    using PaintedParts::PaintedParts;

    /// Each box stands after the one that leads to it; headings by column.
    void setBoxes(std::vector<DiagramBox> boxes, const QStringList &headings);

    /// The line that leads to a box; empty for the first one. It touches no other box than those at its ends.
    QPolygon link(int part) const;

    int partCount() const override { return static_cast<int>(m_boxes.size()); }
    QRect partArea(int part) const override;
    QString partName(int part) const override;
    QString partValue(int part) const override;
    int neighbour(int part, int key) const override;

    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Placed {
        DiagramBox box;
        int column = 0; ///< on the screen: columns without a box are left out, a box in its parent's column gets one
        int row = 0;
    };

    void placeColumns(const QStringList &headings);
    int placeRows(int part, int &nextRow);
    const Placed &at(int part) const { return m_boxes[static_cast<std::size_t>(part)]; }
    int columnWidth() const;
    int columnLeft(int column) const;
    int boxHeight() const;
    int top() const;
    void paintLink(QPainter &painter, int part) const;
    void paintBox(QPainter &painter, int part) const;

    std::vector<Placed> m_boxes;
    QStringList m_headings; ///< of the columns on the screen
    int m_rows = 0;
};

} // namespace noclobber::widgets
