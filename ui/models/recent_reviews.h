#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

#include "core/git/folder_pair.h"
#include "core/review/review.h"

namespace noclobber::models {

/// Where somebody was in a review.
struct ReviewPlace {
    int section = 0;
    std::optional<argo::ObjectId> object;
    QString filter;

    bool operator==(const ReviewPlace &) const = default;
};

/// What is reviewed: commits of a repository, or two folders (then the comparison is made from them), or the sample.
struct ReviewSource {
    git::ComparisonRequest comparison;
    std::optional<git::FolderPair> folders;
    bool isSample = false;
};

/// Whether both are the same question.
bool isSame(const ReviewSource &one, const ReviewSource &other);

/// A review that was opened once. What is not known of it has no value.
struct RecentReview {
    ReviewSource source;
    QString title; ///< "manifests", "Sample incident", "old → new"
    QString base;  ///< what base was called, with its commit
    QString head;
    std::optional<review::Headline> headline; ///< nothing: not analysed
    int seen = 0;
    int objects = 0;
    QDateTime opened;
    ReviewPlace place;
};

/// What a review is called: which repository, which commits, what came of it.
RecentReview describe(const ReviewSource &source, const review::Review &review);

/// "manifests   main (a1b2c3d4e5) → change (c3d4e5f6a7)".
QString headingOf(const RecentReview &review);

/// What was kept, the newest first. What cannot be understood is left out.
QList<RecentReview> readRecentReviews();

/// Puts a review at the first place; the oldest ones go.
void keepRecentReview(const RecentReview &review);
/// Puts a question that has no answer yet at the first place; one that was answered before keeps its answer.
void keepStopped(const ReviewSource &source);
void forgetRecentReview(const ReviewSource &source);

/// Whether what it was made of is still there.
bool isThere(const ReviewSource &source);

/// "2 hours ago", and a date when it was long ago.
QString ageText(const QDateTime &then, const QDateTime &now);

} // namespace noclobber::models
