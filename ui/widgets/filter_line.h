#pragma once

#include <QBoxLayout>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QTimer>
#include <QToolButton>
#include <QWidget>
#include <functional>

namespace noclobber::widgets {

/// A filter of words, and below it how much it hides and what of it was not understood, always in sight. Offers what
/// the word at the cursor can become.
class FilterLine : public QWidget
{
    Q_OBJECT
public:
    using Completions = std::function<QStringList(const QString &word)>;

    explicit FilterLine(const QString &placeholder, QWidget *parent = nullptr);

    QString text() const { return m_edit->text(); }
    void setText(const QString &text);
    void clear() { setText({}); }
    void takeFocus();
    QLineEdit *edit() const { return m_edit; }
    /// The list of completions, for as long as it is open.
    QAbstractItemView *popup() const { return m_completer->popup(); }

    void setCompletions(Completions completions) { m_completions = std::move(completions); }
    /// Says how many of all rows are shown.
    void setCounts(int shown, int all);
    /// Sentences about words that are not applied as meant; none hides the place for them.
    void setProblems(const QStringList &problems);
    /// Puts a widget at the end of the line, or beside the count below it.
    void addBeside(QWidget *widget) { m_line->addWidget(widget); }
    void addBelow(QWidget *widget) { m_below->addWidget(widget); }

signals:
    /// After each key, or after all that are waiting already.
    void filterChanged(const QString &text);
    /// Enter, or Escape in an empty line: the keyboard shall go to what is filtered.
    void leaveAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeCompleter();
    /// Where the word begins that the cursor stands in; blanks in quotes part no words.
    qsizetype wordBegin() const;
    /// Opens the list where there is something to offer. As long as nobody asks for it, only for two letters and more.
    void offer(bool isAsked);
    void complete(const QString &completion);

    QLineEdit *m_edit;
    QLabel *m_count;
    QToolButton *m_clear;
    QLabel *m_problems;
    QHBoxLayout *m_line;
    QHBoxLayout *m_below;
    QCompleter *m_completer;
    QStringListModel *m_offers;
    Completions m_completions;
    QTimer m_pause;
};

} // namespace noclobber::widgets
