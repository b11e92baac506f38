#pragma once

#include <QAction>
#include <QDialog>
#include <optional>

#include "core/review/review.h"

namespace noclobber::views {

/// What a person can choose. Everything counts at once.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    struct Content {
        QList<QAction *> actions;
        review::ReviewPtr review; ///< nullptr: none is shown
        std::optional<std::string> indexFolder;
    };

    PreferencesDialog(const Content &content, QWidget *parent);

signals:
    /// Theme, letters or keys.
    void changed();
};

} // namespace noclobber::views
