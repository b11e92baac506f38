#pragma once

#include <QAccessible>
#include <QWidget>
#include <vector>

namespace noclobber::widgets {

/// A widget that paints its parts itself. Each part is an accessible child with a name and a value; the arrow keys move
/// between parts, Enter or a click chooses one, Esc takes the choice back.
class PaintedParts : public QWidget
{
    Q_OBJECT
public:
    explicit PaintedParts(const QString &accessibleName, QWidget *parent = nullptr);
    ~PaintedParts() override;

    virtual int partCount() const = 0;
    virtual QRect partArea(int part) const = 0; ///< in the widget
    virtual QString partName(int part) const = 0;
    virtual QString partValue(int part) const = 0;
    /// Where an arrow key leads from a part; -1: nowhere.
    virtual int neighbour(int part, int key) const = 0;

    /// The part that the keys act on; -1 if there are none.
    int currentPart() const { return m_current; }
    void setCurrentPart(int part);
    void choose(int part);

    /// Id of the accessible interface of a part; made when somebody asks.
    QAccessible::Id accessiblePart(int part);

    /// Where the keys act, so that what scrolls this widget keeps that in view.
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

signals:
    void currentPartChanged(int part);
    void chosen(int part);
    void cleared();

protected:
    /// To be called when other parts are there: the first is current.
    void resetParts();
    int partAt(const QPoint &position) const;

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void forgetAccessibleParts();
    void announceCurrent();

    int m_current = -1;
    std::vector<QAccessible::Id> m_accessible; ///< 0: not made yet
};

} // namespace noclobber::widgets
