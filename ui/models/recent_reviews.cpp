#include "ui/models/recent_reviews.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSettings>

#include "ui/models/text.h"

namespace noclobber::models {

namespace {

constexpr qsizetype mostKept = 20;
const QLatin1String recentKey("recentReviews");

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::RecentReview)
};

QJsonValue optionalText(const std::optional<std::string> &text)
{
    return text ? QJsonValue(QString::fromStdString(*text)) : QJsonValue();
}

std::optional<std::string> optionalText(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString().toStdString()) : std::nullopt;
}

QJsonObject toJson(const ReviewSource &source)
{
    QJsonObject object{{QStringLiteral("folder"), QString::fromStdString(source.comparison.folder)},
                       {QStringLiteral("base"), optionalText(source.comparison.base)},
                       {QStringLiteral("head"), optionalText(source.comparison.head)},
                       {QStringLiteral("sample"), source.isSample}};
    if (source.folders)
        object[QStringLiteral("folders")] =
            QJsonArray{QString::fromStdString(source.folders->base), QString::fromStdString(source.folders->head)};
    return object;
}

ReviewSource sourceOf(const QJsonObject &object)
{
    ReviewSource source;
    source.comparison = {object[QStringLiteral("folder")].toString().toStdString(),
                         optionalText(object[QStringLiteral("base")]), optionalText(object[QStringLiteral("head")])};
    source.isSample = object[QStringLiteral("sample")].toBool();
    const QJsonArray folders = object[QStringLiteral("folders")].toArray();
    if (folders.size() == 2)
        source.folders = git::FolderPair{folders[0].toString().toStdString(), folders[1].toString().toStdString()};
    return source;
}

QJsonArray toJson(const argo::ObjectId &id)
{
    QJsonArray parts;
    for (const Name *part : {&id.scope, &id.key.group, &id.key.kind, &id.key.nameSpace, &id.key.name})
        parts << QString::fromStdString(std::string(*part));
    return parts;
}

std::optional<argo::ObjectId> objectOf(const QJsonArray &parts)
{
    if (parts.size() != 5)
        return std::nullopt;
    const auto part = [&](qsizetype i) { return Name(parts[i].toString().toStdString()); };
    return argo::ObjectId{part(0), {part(1), part(2), part(3), part(4)}};
}

QJsonObject toJson(const RecentReview &review)
{
    QJsonObject object{{QStringLiteral("source"), toJson(review.source)},
                       {QStringLiteral("title"), review.title},
                       {QStringLiteral("base"), review.base},
                       {QStringLiteral("head"), review.head},
                       {QStringLiteral("seen"), review.seen},
                       {QStringLiteral("objects"), review.objects},
                       {QStringLiteral("opened"), review.opened.toString(Qt::ISODate)},
                       {QStringLiteral("section"), review.place.section},
                       {QStringLiteral("filter"), review.place.filter}};
    if (review.headline)
        object[QStringLiteral("headline")] = static_cast<int>(*review.headline);
    if (review.place.object)
        object[QStringLiteral("object")] = toJson(*review.place.object);
    return object;
}

RecentReview reviewOf(const QJsonObject &object)
{
    RecentReview review;
    review.source = sourceOf(object[QStringLiteral("source")].toObject());
    review.title = object[QStringLiteral("title")].toString();
    review.base = object[QStringLiteral("base")].toString();
    review.head = object[QStringLiteral("head")].toString();
    review.seen = object[QStringLiteral("seen")].toInt();
    review.objects = object[QStringLiteral("objects")].toInt();
    review.opened = QDateTime::fromString(object[QStringLiteral("opened")].toString(), Qt::ISODate);
    review.place.section = object[QStringLiteral("section")].toInt();
    review.place.filter = object[QStringLiteral("filter")].toString();
    review.place.object = objectOf(object[QStringLiteral("object")].toArray());
    const int headline = object[QStringLiteral("headline")].toInt(-1);
    if (headline >= 0 && headline <= static_cast<int>(review::Headline::Block))
        review.headline = static_cast<review::Headline>(headline);
    return review;
}

void keep(const QList<RecentReview> &reviews)
{
    QJsonArray all;
    for (const RecentReview &review : reviews.mid(0, mostKept))
        all << toJson(review);
    QSettings().setValue(recentKey, QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
}

QList<RecentReview> without(const ReviewSource &source)
{
    QList<RecentReview> reviews = readRecentReviews();
    reviews.removeIf([&](const RecentReview &kept) { return isSame(kept.source, source); });
    return reviews;
}

/// "main (a1b2c3d4e5)", or the commit alone.
QString sideText(const git::TreeSnapshot &side)
{
    const QString commit = toQString(side.commit).left(10);
    return side.commit.starts_with(side.revision)
               ? commit
               : Texts::tr("%1 (%2)", "revision, commit").arg(toQString(side.revision), commit);
}

QString titleOf(const ReviewSource &source, const std::string &folder)
{
    if (source.isSample)
        return Texts::tr("Sample incident");
    return source.folders ? Texts::tr("Two folders") : QDir(QDir(toQString(folder)).absolutePath()).dirName();
}

} // namespace

bool isSame(const ReviewSource &one, const ReviewSource &other)
{
    if (one.isSample || other.isSample)
        return one.isSample == other.isSample;
    if (one.folders || other.folders)
        return one.folders == other.folders;
    return one.comparison.folder == other.comparison.folder && one.comparison.base == other.comparison.base &&
           one.comparison.head == other.comparison.head;
}

RecentReview describe(const ReviewSource &source, const review::Review &review)
{
    const git::RepositoryPlace &place = review.comparison.place;
    RecentReview described;
    described.source = source;
    described.title = titleOf(source, place.workTree.empty() ? place.gitDirectory : place.workTree);
    described.base = source.folders ? toQString(review.comparison.base.revision) : sideText(review.comparison.base);
    described.head = source.folders ? toQString(review.comparison.head.revision) : sideText(review.comparison.head);
    described.headline = review.headline;
    described.opened = QDateTime::currentDateTime();
    return described;
}

QString headingOf(const RecentReview &review)
{
    if (review.head.isEmpty())
        return Texts::tr("%1   %2", "repository, commits").arg(review.title, review.base);
    return Texts::tr("%1   %2 → %3", "repository, base, head").arg(review.title, review.base, review.head);
}

QList<RecentReview> readRecentReviews()
{
    QList<RecentReview> reviews;
    const QByteArray kept = QSettings().value(recentKey).toString().toUtf8();
    for (const QJsonValue &value : QJsonDocument::fromJson(kept).array()) {
        RecentReview review = reviewOf(value.toObject());
        if (!review.source.comparison.folder.empty() || review.source.folders || review.source.isSample)
            reviews << review;
    }
    return reviews;
}

void keepRecentReview(const RecentReview &review)
{
    QList<RecentReview> reviews = without(review.source);
    reviews.prepend(review);
    keep(reviews);
}

void keepStopped(const ReviewSource &source)
{
    for (const RecentReview &kept : readRecentReviews()) {
        if (isSame(kept.source, source))
            return;
    }
    const git::FolderPair names = source.folders ? git::namesOf(*source.folders) : git::FolderPair();
    const auto text = [](const std::optional<std::string> &revision) { return toQString(revision.value_or("")); };
    RecentReview stopped;
    stopped.source = source;
    stopped.title = titleOf(source, source.comparison.folder);
    stopped.base = source.folders ? toQString(names.base) : text(source.comparison.base);
    stopped.head = source.folders ? toQString(names.head) : text(source.comparison.head);
    stopped.opened = QDateTime::currentDateTime();
    keepRecentReview(stopped);
}

void forgetRecentReview(const ReviewSource &source)
{
    keep(without(source));
}

bool isThere(const ReviewSource &source)
{
    const auto exists = [](const std::string &folder) { return QDir(QString::fromStdString(folder)).exists(); };
    if (source.folders)
        return exists(source.folders->base) && exists(source.folders->head);
    return source.isSample || exists(source.comparison.folder);
}

QString ageText(const QDateTime &then, const QDateTime &now)
{
    constexpr qint64 hour = 60;
    constexpr qint64 day = 24 * hour;
    constexpr qint64 longAgo = 14 * day;
    const qint64 minutes = then.secsTo(now) / 60;
    if (!then.isValid() || minutes < 0 || minutes >= longAgo)
        return then.isValid() ? QLocale().toString(then.date(), QLocale::ShortFormat) : QString();
    if (minutes < 1)
        return Texts::tr("just now");
    if (minutes < hour)
        return Texts::tr("%Ln minutes ago", "", static_cast<int>(minutes));
    if (minutes < day)
        return Texts::tr("%Ln hours ago", "", static_cast<int>(minutes / hour));
    return Texts::tr("%Ln days ago", "", static_cast<int>(minutes / day));
}

} // namespace noclobber::models
