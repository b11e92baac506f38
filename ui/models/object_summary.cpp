#include "ui/models/object_summary.h"

#include <QCoreApplication>

#include "core/report/markdown_text.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

class SummaryWords
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::ObjectSummary)
public:
    static QString via(const QString &application) { return tr("via %1").arg(application); }
    static QString protectedBy(const QString &protections) { return tr("protected by %1").arg(protections); }
    static QString effect(const QString &effect) { return tr("effect: %1").arg(effect); }
    static QString data(const QString &fate) { return tr("data: %1").arg(fate); }
    static QString at(const QString &place) { return tr("at %1").arg(place); }
};

const argo::Declaration *shownDeclaration(const diff::ObjectChange &change)
{
    const argo::Declaration *winner = change.winnerInHead();
    return winner == nullptr ? change.winnerInBase() : winner;
}

std::optional<argo::Location> locationOf(const ReviewedObject &object)
{
    if (object.change != nullptr) {
        const argo::Declaration *winner = shownDeclaration(*object.change);
        return winner == nullptr ? std::nullopt : std::optional(winner->location);
    }
    return object.affected != nullptr ? object.affected->location : std::nullopt;
}

QString code(const std::string &text)
{
    return QString::fromStdString(report::codeSpan(text));
}

} // namespace

QString whereText(const ReviewedObject &object)
{
    QStringList parts;
    if (!object.id.scope.empty())
        parts << toQString(object.id.scope);
    if (const auto location = locationOf(object))
        parts << placeText(*location);
    const argo::Declaration *winner = object.change != nullptr ? shownDeclaration(*object.change) : nullptr;
    if (winner != nullptr && winner->application)
        parts << SummaryWords::via(objectText(*winner->application));
    if (object.affected != nullptr && !object.affected->protections.empty()) {
        QStringList protections;
        for (const std::string &protection : object.affected->protections)
            protections << toQString(protection);
        parts << SummaryWords::protectedBy(listed(protections));
    }
    return parts.join(QStringLiteral("  ·  "));
}

QString objectMarkdown(const ReviewedObject &object)
{
    QStringList parts;
    parts << code(argo::toText(object.id)) << Words::state(object.state);
    if (object.affected != nullptr)
        parts << SummaryWords::effect(Words::effect(object.affected->effect));
    if (object.affected != nullptr && object.affected->dataFate != blast::DataFate::None)
        parts << SummaryWords::data(Words::dataFate(object.affected->dataFate));
    if (const auto location = locationOf(object))
        parts << SummaryWords::at(code(argo::toText(*location)));
    return QStringLiteral("- ") + parts.join(QStringLiteral(" · "));
}

} // namespace noclobber::models
