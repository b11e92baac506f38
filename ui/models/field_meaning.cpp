#include "ui/models/field_meaning.h"

#include <QCoreApplication>
#include <algorithm>

namespace noclobber::models {

namespace {

class Meanings
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::FieldMeaning)
public:
    static QString managedObjects() { return tr("changes which objects are managed"); }
    static QString destination() { return tr("changes where the objects are deployed"); }
    static QString project() { return tr("changes what may be deployed"); }
    static QString pruning() { return tr("changes what is deleted without asking"); }
    static QString applications() { return tr("changes which Applications exist"); }
    static QString finalizer() { return tr("decides whether its objects are deleted with it"); }
    static QString protection() { return tr("decides what protects it from deletion"); }
    static QString claims() { return tr("decides which volumes it gets"); }
    static QString reclaim() { return tr("decides whether the data outlives its claim"); }
};

bool isAtOrBelow(std::string_view path, std::string_view place)
{
    return path.starts_with(place) &&
           (path.size() == place.size() || path[place.size()] == '.' || path[place.size()] == '[');
}

QString meaningInArgo(std::string_view kind, std::string_view path)
{
    if (kind == "ApplicationSet" && (isAtOrBelow(path, "spec.generators") || isAtOrBelow(path, "spec.template") ||
                                     isAtOrBelow(path, "spec.syncPolicy")))
        return Meanings::applications();
    if (kind == "AppProject" && isAtOrBelow(path, "spec"))
        return Meanings::project();
    if (kind != "Application")
        return {};
    if (isAtOrBelow(path, "spec.source") || isAtOrBelow(path, "spec.sources"))
        return Meanings::managedObjects();
    if (isAtOrBelow(path, "spec.destination"))
        return Meanings::destination();
    if (isAtOrBelow(path, "spec.project"))
        return Meanings::project();
    if (isAtOrBelow(path, "spec.syncPolicy"))
        return Meanings::pruning();
    return isAtOrBelow(path, "metadata.finalizers") ? Meanings::finalizer() : QString();
}

} // namespace

QString fieldMeaning(const argo::ObjectId &id, const diff::FieldChange &field)
{
    const std::string_view path = field.path;
    const std::string_view kind = id.key.kind;
    if (path.find("argocd.argoproj.io/sync-options") != std::string_view::npos ||
        path.find("helm.sh/resource-policy") != std::string_view::npos)
        return Meanings::protection();
    if (id.key.group == "argoproj.io")
        return meaningInArgo(kind, path);
    if (isAtOrBelow(path, "spec.volumeClaimTemplates"))
        return Meanings::claims();
    const bool isReclaim = path == "reclaimPolicy" || path == "spec.persistentVolumeReclaimPolicy" ||
                           isAtOrBelow(path, "spec.persistentVolumeClaimRetentionPolicy");
    return isReclaim ? Meanings::reclaim() : QString();
}

bool prunesWhatLeaves(const review::Review &review, const diff::ObjectChange &change)
{
    const kube::ResourceKey &key = change.id.key;
    if (key.group != "argoproj.io" || key.kind != "Application")
        return false;
    const auto prunes = [&change](const argo::Inventory &inventory) {
        const argo::Application *application = inventory.findApplication(change.id);
        return application != nullptr && application->prunesByItself();
    };
    const auto isOf = [&change](std::initializer_list<std::string_view> places) {
        return std::ranges::any_of(change.fields, [places](const diff::FieldChange &field) {
            return std::ranges::any_of(places, [&](std::string_view place) { return isAtOrBelow(field.path, place); });
        });
    };
    // what stays behind in another cluster is not looked for there any more
    return isOf({"spec.source", "spec.sources", "spec.destination.namespace"}) &&
           !isOf({"spec.syncPolicy", "spec.destination.server", "spec.destination.name"}) &&
           prunes(review.inventories.base) && prunes(review.inventories.head);
}

} // namespace noclobber::models
