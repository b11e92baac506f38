#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

namespace noclobber::widgets {

/// A filter, and beside it how much it hides, always in sight.
class FilterLine : public QWidget
{
    Q_OBJECT
public:
    explicit FilterLine(const QString &placeholder, QWidget *parent = nullptr);

    QString text() const { return m_edit->text(); }
    void setText(const QString &text);
    void clear() { setText({}); }
    void takeFocus();
    QLineEdit *edit() const { return m_edit; }

    /// Says how many of all rows are shown.
    void setCounts(int shown, int all);

signals:
    /// After each key, or after all that are waiting already.
    void filterChanged(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_edit;
    QLabel *m_count;
    QToolButton *m_clear;
    QTimer m_pause;
};

} // namespace noclobber::widgets
