#include "ui/models/object_state.h"

#include <QStringList>

#include "ui/models/text.h"

namespace noclobber::models {

using blast::DataFate;
using blast::Effect;
using diff::Status;

namespace {

ObjectState stateOfEffect(const blast::AffectedObject &affected)
{
    if (blast::isDeletion(affected.effect) && affected.dataFate == DataFate::Lost)
        return ObjectState::DataLost;
    if (affected.dataFate == DataFate::AtRisk)
        return ObjectState::DataAtRisk;
    switch (affected.effect) {
    case Effect::Pruned:
    case Effect::CascadeDeleted:
        return ObjectState::Deleted;
    case Effect::Recreated:
        return ObjectState::Replaced;
    case Effect::PrunePending:
        return ObjectState::PrunePending;
    case Effect::Blocked:
        return ObjectState::Blocked;
    case Effect::Orphaned:
        return ObjectState::Orphaned;
    case Effect::Adopted:
        return ObjectState::Adopted;
    case Effect::Kept:
        return ObjectState::Kept;
    case Effect::Created:
        return ObjectState::Added;
    case Effect::Updated:
        break;
    }
    return ObjectState::Modified;
}

ObjectState stateOfStatus(Status status)
{
    switch (status) {
    case Status::Unknown:
        return ObjectState::Unknown;
    case Status::Renamed:
        return ObjectState::Renamed;
    case Status::Added:
        return ObjectState::Added;
    case Status::Removed:
        return ObjectState::Removed;
    case Status::Overwritten:
        return ObjectState::Overwritten;
    case Status::Shadowed:
        return ObjectState::Shadowed;
    case Status::Moved:
        return ObjectState::Moved;
    case Status::Modified:
        return ObjectState::Modified;
    case Status::Duplicated:
        return ObjectState::Duplicated;
    case Status::Unchanged:
        break;
    }
    return ObjectState::Unchanged;
}

struct Looks {
    ObjectState state;
    Level level;
    const char *glyph;
};

constexpr Looks looks[] = {
    {ObjectState::Overwritten, Level::Danger, "overwritten"},
    {ObjectState::DataLost, Level::Loss, "data-lost"},
    {ObjectState::DataAtRisk, Level::Loss, "data-at-risk"},
    {ObjectState::Deleted, Level::Danger, "pruned"},
    {ObjectState::Replaced, Level::Danger, "replaced"},
    {ObjectState::PrunePending, Level::Caution, "pending"},
    {ObjectState::Blocked, Level::Caution, "blocked"},
    {ObjectState::Unknown, Level::Caution, "unknown"},
    {ObjectState::Removed, Level::Danger, "removed"},
    {ObjectState::Orphaned, Level::Caution, "orphaned"},
    {ObjectState::Renamed, Level::Caution, "renamed"},
    {ObjectState::Shadowed, Level::Caution, "shadowed"},
    {ObjectState::Duplicated, Level::Caution, "duplicated"},
    {ObjectState::Adopted, Level::Note, "adopted"},
    {ObjectState::Modified, Level::Quiet, "modified"},
    {ObjectState::Kept, Level::Note, "protected"},
    {ObjectState::Moved, Level::Quiet, "moved"},
    {ObjectState::Added, Level::Note, "added"},
    {ObjectState::Unchanged, Level::Quiet, "unchanged"},
};

const Looks &looksOf(ObjectState state)
{
    const Looks &found = looks[static_cast<int>(state)];
    Q_ASSERT_X(found.state == state, "looksOf", "the table has the order of the states");
    return found;
}

} // namespace

ObjectState stateOf(const diff::ObjectChange *change, const blast::AffectedObject *affected)
{
    if (change != nullptr && change->status == Status::Overwritten)
        return ObjectState::Overwritten;
    const ObjectState byStatus = change != nullptr ? stateOfStatus(change->status) : ObjectState::Unchanged;
    if (affected == nullptr)
        return byStatus;
    const ObjectState byEffect = stateOfEffect(*affected);
    // what merely is created or updated is told by its status, which knows more
    const bool isPlain = affected->effect == Effect::Created || affected->effect == Effect::Updated;
    // what holds data begins empty under a new name: to the cluster that is no renaming
    if (byStatus == ObjectState::Renamed && affected->isStateful)
        return byEffect;
    return isPlain && change != nullptr ? byStatus : byEffect;
}

Level levelOf(ObjectState state)
{
    return looksOf(state).level;
}

QString glyphOf(ObjectState state)
{
    return QLatin1String(looksOf(state).glyph);
}

QString glyphOf(const blast::AffectedObject &affected)
{
    if (affected.effect == Effect::CascadeDeleted && affected.dataFate != DataFate::Lost)
        return QStringLiteral("cascade-deleted");
    return glyphOf(stateOfEffect(affected));
}

Level levelOf(const blast::AffectedObject &affected)
{
    return levelOf(stateOfEffect(affected));
}

QString Words::state(ObjectState state)
{
    switch (state) {
    case ObjectState::Overwritten:
        return tr("Overwritten");
    case ObjectState::DataLost:
        return tr("Data lost");
    case ObjectState::DataAtRisk:
        return tr("Data at risk");
    case ObjectState::Deleted:
        return tr("Deleted");
    case ObjectState::Replaced:
        return tr("Replaced");
    case ObjectState::PrunePending:
        return tr("Prune pending");
    case ObjectState::Blocked:
        return tr("Sync blocked");
    case ObjectState::Unknown:
        return tr("Unknown");
    case ObjectState::Removed:
        return tr("Removed");
    case ObjectState::Orphaned:
        return tr("Orphaned");
    case ObjectState::Renamed:
        return tr("Renamed");
    case ObjectState::Shadowed:
        return tr("Shadowed");
    case ObjectState::Duplicated:
        return tr("Duplicated");
    case ObjectState::Adopted:
        return tr("Adopted");
    case ObjectState::Modified:
        return tr("Modified");
    case ObjectState::Kept:
        return tr("Kept");
    case ObjectState::Moved:
        return tr("Moved");
    case ObjectState::Added:
        return tr("Added");
    case ObjectState::Unchanged:
        break;
    }
    return tr("Unchanged");
}

QString Words::group(ObjectState state)
{
    switch (state) {
    case ObjectState::Overwritten:
        return tr("Overwritten: another declaration replaces an existing object");
    case ObjectState::DataLost:
        return tr("Data lost: deleted, and the data cannot be recovered");
    case ObjectState::DataAtRisk:
        return tr("Data at risk: deleted or left, and the data may go with it");
    case ObjectState::Deleted:
        return tr("Deleted from the cluster");
    case ObjectState::Replaced:
        return tr("Replaced: deleted and made anew");
    case ObjectState::PrunePending:
        return tr("Prune pending: deleted once a person agrees");
    case ObjectState::Blocked:
        return tr("Sync blocked: the cluster refuses this");
    case ObjectState::Unknown:
        return tr("Unknown: a file could not be read");
    case ObjectState::Removed:
        return tr("Removed from git");
    case ObjectState::Orphaned:
        return tr("Orphaned: left running, managed by nobody");
    case ObjectState::Shadowed:
        return tr("Shadowed: defined, never applied");
    case ObjectState::Duplicated:
        return tr("Duplicated: defined more than once");
    case ObjectState::Adopted:
        return tr("Adopted: another Application manages it now");
    case ObjectState::Kept:
        return tr("Kept: a protection holds");
    case ObjectState::Moved:
        return tr("Moved to another file");
    case ObjectState::Unchanged:
        return tr("Unchanged, with a remark");
    default:
        return Words::state(state);
    }
}

QString Words::status(Status status)
{
    return state(stateOfStatus(status));
}

QString Words::effect(Effect effect)
{
    switch (effect) {
    case Effect::Pruned:
        return tr("Pruned");
    case Effect::CascadeDeleted:
        return tr("Cascade-deleted");
    case Effect::Recreated:
        return tr("Deleted and made anew");
    case Effect::PrunePending:
        return tr("Prune pending");
    case Effect::Blocked:
        return tr("Sync blocked");
    case Effect::Orphaned:
        return tr("Orphaned, left running");
    case Effect::Adopted:
        return tr("Adopted");
    case Effect::Kept:
        return tr("Kept");
    case Effect::Created:
        return tr("Created");
    case Effect::Updated:
        break;
    }
    return tr("Updated");
}

QString Words::dataFate(DataFate fate)
{
    switch (fate) {
    case DataFate::Lost:
        return tr("data lost");
    case DataFate::AtRisk:
        return tr("data at risk");
    case DataFate::Retained:
        return tr("volume retained");
    case DataFate::Kept:
        return tr("data kept");
    case DataFate::None:
        break;
    }
    return {};
}

QString Words::severity(Severity severity)
{
    switch (severity) {
    case Severity::Block:
        return tr("Block");
    case Severity::Warn:
        return tr("Look first");
    case Severity::Note:
        return tr("Note");
    case Severity::Off:
        break;
    }
    return tr("Off");
}

QString Words::flags(const diff::Flags &flags)
{
    QStringList words;
    if (flags.contested)
        words << tr("contested");
    if (flags.apiMigrated)
        words << tr("API moved");
    if (flags.recreated)
        words << tr("immutable field changed");
    if (flags.formattingOnly)
        words << tr("formatting only");
    if (flags.deduplicated)
        words << tr("a copy is gone");
    if (flags.hook)
        words << tr("hook changed");
    return listed(words);
}

} // namespace noclobber::models
