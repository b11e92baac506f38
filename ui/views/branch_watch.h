#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "ui/models/recent_reviews.h"
#include "ui/runner/background.h"
#include "ui/runner/services.h"

namespace noclobber::views {

/// Notices when what was reviewed is no longer what base and head are called: a branch has moved, one of two folders
/// has changed, the repository is gone. Where files cannot be watched it looks when it is asked to.
class BranchWatch : public QObject
{
    Q_OBJECT
public:
    explicit BranchWatch(const runner::Services &services, QObject *parent = nullptr);
    ~BranchWatch() override;

    void watch(const models::ReviewSource &source, const review::Review &review);
    void stop();
    /// Looks now.
    void look();
    /// The same, and tells again what was told before.
    void tell();

signals:
    /// Once for each new state of both sides; of two folders the tips are the commits they would be.
    void moved(const noclobber::git::Tips &before, const noclobber::git::Tips &now);
    /// What is shown cannot be read again.
    void lost(const noclobber::Error &error);

private:
    void ask();
    void take(const Result<git::FolderState> &found);

    const runner::Services &m_services;
    QFileSystemWatcher m_files;
    QTimer m_pause; ///< git changes several files at once
    runner::Background m_listing;
    runner::Background m_looking;
    std::stop_source m_stop; ///< of the look that is being taken
    models::ReviewSource m_source;
    git::ComparisonRequest m_request;
    QString m_gitDirectory;
    git::Tips m_reviewed;
    git::FolderState m_known; ///< what was told last
    bool m_isWatching = false;
    bool m_isLost = false;
};

} // namespace noclobber::views
