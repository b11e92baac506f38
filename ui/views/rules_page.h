#pragma once

#include <QWidget>

#include "core/review/review.h"

namespace noclobber::views {

/// Preferences: what the repository's configuration sets, to read.
class RulesPage : public QWidget
{
    Q_OBJECT
public:
    /// `review` may be nullptr.
    explicit RulesPage(const review::ReviewPtr &review, QWidget *parent = nullptr);
};

} // namespace noclobber::views
