#include "ui/models/commit_list.h"

#include "ui/models/text.h"

namespace noclobber::models {

namespace {

QString keyOf(const std::string &name, const std::string &summary, const std::string &author)
{
    return toQString(name + "\n" + summary + "\n" + author).toLower();
}

} // namespace

CommitListPtr makeCommitList(git::History history)
{
    auto list = std::make_shared<CommitList>();
    list->history = std::move(history);
    const git::History &known = list->history;
    list->lanes = layLanes(known.commits);
    list->keys.reserve(known.references.size() + known.commits.size());
    for (const git::Reference &reference : known.references) {
        QString &labels = list->labels[reference.commit];
        labels += (labels.isEmpty() ? QString() : QStringLiteral(", ")) + toQString(reference.name);
        list->keys.push_back(keyOf(reference.name + "\n" + reference.commit, reference.summary, reference.author));
    }
    for (const git::HistoryCommit &commit : known.commits)
        list->keys.push_back(keyOf(commit.id, commit.summary, commit.author));
    return list;
}

QString likelyHead(const git::History &history)
{
    if (history.head != history.defaultBase)
        return QString::fromStdString(history.head);
    for (const git::Reference &reference : history.references) {
        if (reference.type == git::Reference::Type::Branch && reference.name != history.defaultBase)
            return QString::fromStdString(reference.name);
    }
    return QStringLiteral("HEAD");
}

} // namespace noclobber::models
