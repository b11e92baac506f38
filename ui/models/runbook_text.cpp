#include "ui/models/runbook_text.h"

#include <QCoreApplication>

#include "ui/models/text.h"

namespace noclobber::models {

using recovery::Stage;

namespace {

class RunbookText
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::RunbookText)
};

/// "main (1f0c8d2a9b)"
QString commitText(const git::TreeSnapshot &snapshot)
{
    return RunbookText::tr("%1 (%2)", "revision, commit")
        .arg(toQString(snapshot.revision), toQString(snapshot.commit).left(10));
}

} // namespace

QString stageTitle(Stage stage)
{
    switch (stage) {
    case Stage::Stop:
        return RunbookText::tr("Stop automatic sync");
    case Stage::Look:
        return RunbookText::tr("See what is gone");
    case Stage::Protect:
        return RunbookText::tr("Protect what is left");
    case Stage::Revert:
        return RunbookText::tr("Take the change back in git");
    case Stage::Restore:
        return RunbookText::tr("Bring the objects back, in this order");
    case Stage::Resume:
        break;
    }
    return RunbookText::tr("Turn automatic sync on again");
}

QString stageReason(Stage stage)
{
    switch (stage) {
    case Stage::Stop:
        return RunbookText::tr("As long as something syncs by itself, it goes on deleting and overwriting: nothing "
                               "below holds before this is done.");
    case Stage::Look:
        return RunbookText::tr("What is still there need not be brought back, and what only waits for its deletion can "
                               "still be saved.");
    case Stage::Protect:
        return RunbookText::tr(
            "Data lives as long as its volume: a volume that outlives its claim can be bound again.");
    case Stage::Revert:
        return RunbookText::tr("Git must say what was there before, or the next sync does the same again.");
    case Stage::Restore:
        return RunbookText::tr("What others need comes first: namespaces and volumes before what uses them, and what "
                               "holds data before what reads it.");
    case Stage::Resume:
        break;
    }
    return RunbookText::tr("Only when all of it is back: a sync that comes too early empties or deletes what was just "
                           "brought back.");
}

QString runbookLines(std::span<const recovery::Step> steps, bool hasTitles)
{
    QString text;
    const auto add = [&text](const QString &line) { text += line + QLatin1Char('\n'); };
    std::optional<Stage> stage;
    for (const recovery::Step &step : steps) {
        if (hasTitles && step.stage != stage) {
            if (stage)
                text += QLatin1Char('\n');
            add(RunbookText::tr("## %1 %2", "number, title of a part")
                    .arg(static_cast<int>(step.stage))
                    .arg(stageTitle(step.stage)));
        }
        stage = step.stage;
        add(QStringLiteral("# ") + toQString(step.what));
        for (const std::string &command : step.commands)
            add(toQString(command));
        if (!step.limit.empty())
            add(QStringLiteral("# ") + toQString(step.limit));
    }
    return text;
}

QString runbookAssumptions(const review::Review &review)
{
    return RunbookText::tr("The change was merged as it was reviewed here, from %1 to %2, and was synced or is about "
                           "to be. git, kubectl and the tool that deploys (argocd or flux) are there and may change "
                           "these clusters. The lines are for a POSIX shell; words in capitals are to be filled in.")
        .arg(commitText(review.comparison.base), commitText(review.comparison.head));
}

} // namespace noclobber::models
