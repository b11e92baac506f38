#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "ui/models/recent_reviews.h"
#include "ui/runner/background.h"
#include "ui/runner/services.h"

namespace noclobber::views {

/// Notices when what was reviewed is no longer what base and head are called: a branch has moved, the repository is
/// gone. Where files cannot be watched it looks when it is asked to.
class BranchWatch : public QObject
{
    Q_OBJECT
public:
    explicit BranchWatch(const runner::Services &services, QObject *parent = nullptr);

    void watch(const models::ReviewSource &source, const review::Review &review);
    void stop();
    /// Looks now.
    void look();

signals:
    /// Once for each new state of the branches.
    void moved(const noclobber::git::Tips &before, const noclobber::git::Tips &now);
    /// What is shown cannot be read again.
    void lost(const noclobber::Error &error);

private:
    void watchFiles(const std::string &gitDirectory);
    void take(const Result<git::Tips> &tips);

    const runner::Services &m_services;
    QFileSystemWatcher m_files;
    QTimer m_pause; ///< git changes several files at once
    runner::Background m_listing;
    runner::Background m_looking;
    models::ReviewSource m_source;
    git::ComparisonRequest m_request;
    git::Tips m_reviewed;
    git::Tips m_known; ///< what was told last
    bool m_isWatching = false;
    bool m_isLost = false;
};

} // namespace noclobber::views
