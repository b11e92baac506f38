#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QWidget>

namespace noclobber::widgets {

/// A line to find a word in a text: how many places, the next and the one before.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    QString word() const { return m_edit->text(); }
    /// Shows itself and takes the keyboard.
    void open();
    /// Which of how many places is current, from 1; 0: none is.
    void setCount(int current, int count);

signals:
    void wordChanged();
    void nextWanted();
    void previousWanted();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void close();

    QLineEdit *m_edit;
    QLabel *m_count;
};

} // namespace noclobber::widgets
