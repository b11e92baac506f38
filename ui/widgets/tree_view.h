#pragma once

#include <QTreeView>

namespace noclobber::widgets {

/// A tree for many rows: one row height, no column fitted to its contents, rows that head others and have no second
/// cell over the whole width. Single letters are left to the window; a row that can be checked is, or no longer is, by
/// the space bar.
class TreeView : public QTreeView
{
    Q_OBJECT
public:
    explicit TreeView(const QString &accessibleName, QWidget *parent = nullptr);

    /// Widths in average characters; the last column takes the rest.
    void setColumnCharacters(const QList<int> &characters);

    /// Opens all groups and makes the first row of the first one current, without a signal: what is looked at first is
    /// the window's choice. The row's index, invalid if there is none.
    QModelIndex chooseFirst();

    /// Height of a row in line heights.
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

private:
    bool canCheck(const QKeyEvent &event) const;
    void spanVisibleGroups();

    int m_characterWidth = 0; ///< that the columns were measured with; 0: nobody measured them
    bool m_hasMoved = false;  ///< the current row changed while nobody saw it
};

} // namespace noclobber::widgets
