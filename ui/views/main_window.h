#pragma once

#include <QMainWindow>
#include <QStackedWidget>

#include "ui/runner/background.h"
#include "ui/runner/review_runner.h"
#include "ui/runner/services.h"
#include "ui/views/branch_watch.h"
#include "ui/views/chooser_page.h"
#include "ui/views/error_page.h"
#include "ui/views/folders_page.h"
#include "ui/views/palette.h"
#include "ui/views/progress_page.h"
#include "ui/views/review_page.h"
#include "ui/views/start_page.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

namespace noclobber::views {

/// The program's window: from the start page over a choice of commits and the progress to a review.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(runner::Services services, const KSyntaxHighlighting::Repository &repository, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The page that asks for base and head.
    void chooseCommits(const QString &folder, const QString &name = {});
    /// Begins a review, or goes on with one at the place where somebody was.
    void open(const models::ReviewSource &source, const models::ReviewPlace &place = {});
    void openReview(const git::ComparisonRequest &request) { open({request, {}, false}); }
    void openSample() { open({{}, {}, true}); }
    /// The page that asks for two folders.
    void chooseFolders(const git::FolderPair &folders = {});
    /// Another window, with a start page. It goes when it is closed.
    MainWindow *openWindow();
    /// Takes what the preferences say of letters and keys.
    void takePreferences();
    void setTheme(widgets::ThemeChoice choice);
    /// Writes the HTML report of the review shown, in the background: reportWritten or reportFailed tells the end.
    void exportReport(const QString &file);

signals:
    /// A review and the text of its first object stand on the screen.
    void reviewShown();
    void reviewFailed(const noclobber::Error &error);
    void reportWritten(const QString &file);
    void reportFailed(const noclobber::Error &error);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override; ///< in reading order
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makePages();
    void connectPages();
    QAction *add(QMenu &menu, const char *id, const QString &text, const QList<QKeySequence> &keys,
                 const std::function<void()> &done);
    void makeMenus();
    void makeFileMenu();
    void makeThemeMenu(QMenu &view);
    void makeGoMenu();
    void makeHelpMenu();
    void makeHeaderButtons();
    void makeHeader();
    void connectWatch();
    void connectRunner();
    void showPage(QWidget *page);
    /// Gives up the review that is being made, however far it is.
    void stop();
    /// Makes what the window shows of a review elsewhere, then shows it.
    void prepare(const review::ReviewPtr &review, qint64 milliseconds);
    void showReview(const models::PreparedReview &prepared, qint64 milliseconds);
    void showTitle();
    void showError(const Error &error);
    /// Back to the review that was shown before, if there was one.
    void leaveError();
    void askForRepository();
    void reload();
    void retry();
    void chooseAgain();
    void showShortcuts();
    void showPreferences();
    void showPalette();
    void showMove(const git::Tips &before, const git::Tips &now);
    void takeGlyphs();
    /// Keeps where the person is in the review, for the next time.
    void keepPlace();
    void refreshRecent();
    void restoreWindow();

    runner::Services m_services;
    const KSyntaxHighlighting::Repository &m_repository;
    runner::ReviewRunner m_runner;
    runner::Background m_preparing;
    runner::Background m_report;
    BranchWatch m_watch;
    models::ReviewSource m_source;               ///< of the review that is shown or being made
    models::ReviewPlace m_place;                 ///< where it is to begin
    std::optional<models::RecentReview> m_shown; ///< the review that is shown
    std::function<void()> m_retry;               ///< what the person asked for last
    QStackedWidget *m_pages = nullptr;
    StartPage *m_start = nullptr;
    ChooserPage *m_chooser = nullptr;
    FoldersPage *m_folders = nullptr;
    ProgressPage *m_progress = nullptr;
    ErrorPage *m_error = nullptr;
    ReviewPage *m_review = nullptr;
    QWidget *m_header = nullptr;
    widgets::ElidedLabel *m_comparison = nullptr;
    widgets::NoticeBar *m_notice = nullptr;
    Palette *m_palette = nullptr;
    QAction *m_open = nullptr;
    QAction *m_reload = nullptr;
    QAction *m_choose = nullptr;
    QAction *m_export = nullptr;
    QActionGroup *m_themes = nullptr;
};

} // namespace noclobber::views
