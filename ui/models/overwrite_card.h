#pragma once

#include <QList>
#include <QString>
#include <vector>

#include "core/review/overwrite_facts.h"
#include "ui/models/roles.h"

namespace noclobber::models {

/// One definition of an object, as the overwrites view shows it.
struct DefinitionCard {
    QString title;   ///< "Existing", "Incoming"
    QString outcome; ///< "Wins", "Loses", ...
    Level level = Level::Quiet;
    QString place; ///< "path:line"
    QStringList facts;
};

/// What the definitions before and after say at one place.
struct FieldLine {
    QString path;
    QString existing;
    QString incoming;
};

/// Everything about one object with more than one definition.
struct OverwriteCard {
    argo::ObjectId id;
    QString heading; ///< "Application argocd/app01-cluster01"
    QString scope;
    QList<DefinitionCard> definitions;
    QString certainty;          ///< "Certain", "Likely", "Unpredictable"
    bool isApiMigrated = false; ///< its definitions say different API versions of one group
    QString why;                ///< who wins and why
    QString slip;               ///< why it looks like a copy that kept its name; "" if it does not
    QString rename;             ///< which definition gets which name; "" if nothing tells
    QString patch;              ///< that does so; "" if there is none
    QString waiver;             ///< YAML that accepts it as intended; "" if no finding counts
    QString waiverPlace;        ///< where that goes
    QString message;            ///< of its findings
    QString help;
    QList<FieldLine> fields; ///< the first in which the definitions differ
    int moreFields = 0;      ///< how many are left out
    QString consequence;     ///< "" when nothing else is reached
};

/// How such an object looks in a list.
struct ContestLooks {
    QString word;
    QString glyph;
    Level level = Level::Quiet;
};

ContestLooks contestLooks(const diff::ObjectChange &change);

/// The objects whose definition is replaced, shadowed, contested or repeated; overwritten ones first.
std::vector<const diff::ObjectChange *> overwrites(const review::Review &review);

OverwriteCard overwriteCard(const review::Review &review, const diff::ObjectChange &change,
                            const review::OverwriteFacts &facts = {});

} // namespace noclobber::models
