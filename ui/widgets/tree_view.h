#pragma once

#include <QTreeView>

namespace noclobber::widgets {

/// Height of a row of any list, in pixels.
int rowHeightFor(const QFontMetrics &metrics);

/// A tree for many rows: one row height, no column fitted to its contents; rows over the whole width that head others
/// and have no second cell, or have but one. Single letters are left to the window; a row that can be checked is, or no
/// longer is, by the space bar.
class TreeView : public QTreeView
{
    Q_OBJECT
public:
    explicit TreeView(const QString &accessibleName, QWidget *parent = nullptr);

    /// Widths in average characters; the last column takes the rest. Where the view is too narrow for them, columns
    /// give way to each other down to what they need `least` (the last one's room included).
    void setColumnCharacters(const QList<int> &wanted, const QList<int> &least = {});

    /// Order and wanted widths of the columns, to keep them for the next view.
    QByteArray columns();
    void restoreColumns(const QByteArray &kept);

    /// Opens all groups and makes the first row of the first one current, without a signal: what is looked at first is
    /// the window's choice. The row's index, invalid if there is none.
    QModelIndex chooseFirst();

    /// Height of a row in pixels.
    int rowHeight() const;

signals:
    void currentRowChanged(const QModelIndex &current);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool canCheck(const QKeyEvent &event) const;
    void spanVisibleGroups();
    bool isAlone(const QModelIndex &row) const;
    void adoptColumns();
    void takeWidth(int column, int before, int width);
    int lastColumn() const;
    void fitColumns();

    int m_characterWidth = 0; ///< that the columns were measured with; 0: nobody measured them
    QList<int> m_wanted;      ///< widths of the columns where there is room, in pixels
    QList<int> m_least;       ///< in characters; empty: columns never give way
    bool m_isFitting = false; ///< it is not a person who changes a width
    bool m_hasMoved = false;  ///< the current row changed while nobody saw it
};

} // namespace noclobber::widgets
