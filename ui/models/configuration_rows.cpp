#include "ui/models/configuration_rows.h"

#include <QCoreApplication>

#include "ui/models/object_state.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::ConfigurationRow)
};

void addAll(QList<ConfigurationRow> &rows, const QString &setting, const std::vector<std::string> &values)
{
    for (const std::string &value : values)
        rows << ConfigurationRow{setting, toQString(value)};
}

QString waiverText(const argo::Waiver &waiver)
{
    const QString accepted = Texts::tr("%1: %2", "identity of an object, reason why it is accepted")
                                 .arg(toQString(waiver.identity), toQString(waiver.reason));
    return waiver.until.empty()
               ? accepted
               : Texts::tr("%1 (until %2)", "accepted exception, day").arg(accepted, toQString(waiver.until));
}

} // namespace

QList<ConfigurationRow> configurationRows(const argo::Configuration &configuration)
{
    QList<ConfigurationRow> rows;
    addAll(rows, QStringLiteral("layout"), configuration.layout);
    for (const argo::Naming &naming : configuration.naming)
        rows << ConfigurationRow{QStringLiteral("naming.") + toQString(naming.kind), toQString(naming.name)};
    addAll(rows, QStringLiteral("exclude"), configuration.exclude);
    addAll(rows, QStringLiteral("rendered"), configuration.rendered);
    for (const argo::GroupKind &kind : configuration.stateful)
        rows << ConfigurationRow{QStringLiteral("stateful"), toQString(kind.group + "/" + kind.kind)};
    if (configuration.argoCdVersion)
        rows << ConfigurationRow{QStringLiteral("argoCd.version"), toQString(*configuration.argoCdVersion)};
    addAll(rows, QStringLiteral("argoCd.repositories"), configuration.repositories);
    for (const auto &[rule, severity] : configuration.rules)
        rows << ConfigurationRow{QStringLiteral("rules.") + toQString(rule), Words::severity(severity)};
    for (const argo::Waiver &waiver : configuration.waivers)
        rows << ConfigurationRow{QStringLiteral("waivers.") + toQString(waiver.rule), waiverText(waiver)};
    return rows;
}

QString configurationOrigin(const review::Review &review)
{
    switch (review.configurationOrigin) {
    case review::ConfigurationOrigin::Base:
        return Texts::tr("Read from %1: a change cannot loosen the rules it is judged by.", "file and commit")
            .arg(toQString(review.configuration.file));
    case review::ConfigurationOrigin::Option:
        return Texts::tr("Read from the file %1, which was named when the program was started.")
            .arg(toQString(review.configuration.file));
    case review::ConfigurationOrigin::None:
        break;
    }
    return Texts::tr("There is no .noclobber.yaml in base (%1): every rule has the severity it comes with.", "revision")
        .arg(toQString(review.comparison.base.revision));
}

} // namespace noclobber::models
