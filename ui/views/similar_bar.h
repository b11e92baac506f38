#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace noclobber::views {

/// Below the change list while a row stands for several objects: what they have alike, and one button to mark them all
/// as seen, or to take that back.
class SimilarBar : public QWidget
{
    Q_OBJECT
public:
    explicit SimilarBar(QWidget *parent = nullptr);

    /// What is alike ("image web 1.4 → 1.5"), in how many objects, and how many of them are not seen yet.
    void setContent(const QString &delta, const QString &wholeDelta, int count, int unseen);

signals:
    void markAsked();
    void undoAsked();

private:
    QLabel *m_text;
    QToolButton *m_mark;
    QToolButton *m_undo;
};

} // namespace noclobber::views
