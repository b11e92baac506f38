#pragma once

#include <QList>
#include <QString>

#include "core/review/review.h"

namespace noclobber::models {

/// One thing that a repository's configuration sets: "rules.naming", "warn".
struct ConfigurationRow {
    QString setting;
    QString value;

    bool operator==(const ConfigurationRow &) const = default;
};

/// What is set, in the order of the contract; nothing without a configuration.
QList<ConfigurationRow> configurationRows(const argo::Configuration &configuration);

/// Where the configuration of a review comes from, or that there is none.
QString configurationOrigin(const review::Review &review);

} // namespace noclobber::models
