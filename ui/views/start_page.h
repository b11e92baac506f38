#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include "ui/models/recent_model.h"
#include "ui/runner/background.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// Where the program begins: go on with the last review, open a repository, compare two folders, one of the reviews
/// opened before, or the sample.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);

    /// The newest first.
    void setRecent(const QList<models::RecentReview> &reviews);

signals:
    void openAsked();
    void foldersAsked();
    void sampleAsked();
    void reviewAsked(const noclobber::models::RecentReview &review);
    void forgetAsked(const noclobber::models::RecentReview &review);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeButtons();
    QWidget *makeRecent();
    void takeGlyphs();
    void forgetCurrent();

    runner::Background m_looking;
    models::RecentModel *m_model;
    QPushButton *m_continue;
    QPushButton *m_open;
    QPushButton *m_folders;
    QPushButton *m_sample;
    widgets::TreeView *m_recent;
    QPushButton *m_forget;
    QWidget *m_recentBox;
    QLabel *m_newcomer; ///< what the sample is; while there is nothing else
};

} // namespace noclobber::views
