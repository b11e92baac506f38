#pragma once

#include <QCoreApplication>

#include "ui/models/change_list.h"
#include "ui/models/roles.h"

namespace noclobber::models {

/// What the rows of the change list say.
class ChangeText
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::ChangeText)
public:
    /// "web/settings"; of a pair "web/old → web/new".
    static QString name(const ReviewedObject &object);
    /// Protected, volume retained, contested, API moved and the like.
    static QList<Mark> marks(const ReviewedObject &object);
    /// What is left to say: where it came from, what becomes of the data.
    static QString remark(const ReviewedObject &object);
    /// All of it for an ear: "Data lost, StatefulSet kafka/kafka, in env/cluster01, pruned, not seen".
    static QString sentence(const ReviewedObject &object, const QString &seen);
    /// "3 objects: image web 1.4 → 1.5".
    static QString fold(const diff::ObjectChange &example, int count);

private:
    static QString moved(const diff::ObjectChange &change);
    static QString renamed(const ReviewedObject &object);
};

} // namespace noclobber::models
