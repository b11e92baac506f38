#pragma once

#include <QTextEdit>
#include <QToolButton>
#include <QWidget>

namespace noclobber::widgets {

/// One line for a shell in the fixed font, wrapped where it is long, with a button that copies it.
class CommandLine : public QWidget
{
    Q_OBJECT
public:
    explicit CommandLine(const QString &command, QWidget *parent = nullptr);

    QString command() const { return m_command; }
    void copy();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitHeight();

    QString m_command;
    QTextEdit *m_text;
    QToolButton *m_copy;
};

} // namespace noclobber::widgets
