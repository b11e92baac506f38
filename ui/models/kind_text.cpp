#include "ui/models/kind_text.h"

#include <QHash>

namespace noclobber::models {

/// Source: `kubectl api-resources`, and shortNames in Argo CD's CRDs.
QString shortKind(const QString &kind)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("Application"), QStringLiteral("APP")},
        {QStringLiteral("ApplicationSet"), QStringLiteral("APPSET")},
        {QStringLiteral("AppProject"), QStringLiteral("APPPROJ")},
        {QStringLiteral("ConfigMap"), QStringLiteral("CM")},
        {QStringLiteral("CronJob"), QStringLiteral("CJ")},
        {QStringLiteral("CustomResourceDefinition"), QStringLiteral("CRD")},
        {QStringLiteral("DaemonSet"), QStringLiteral("DS")},
        {QStringLiteral("Deployment"), QStringLiteral("DEPLOY")},
        {QStringLiteral("HorizontalPodAutoscaler"), QStringLiteral("HPA")},
        {QStringLiteral("Ingress"), QStringLiteral("ING")},
        {QStringLiteral("Namespace"), QStringLiteral("NS")},
        {QStringLiteral("NetworkPolicy"), QStringLiteral("NETPOL")},
        {QStringLiteral("PersistentVolume"), QStringLiteral("PV")},
        {QStringLiteral("PersistentVolumeClaim"), QStringLiteral("PVC")},
        {QStringLiteral("PodDisruptionBudget"), QStringLiteral("PDB")},
        {QStringLiteral("ReplicaSet"), QStringLiteral("RS")},
        {QStringLiteral("Service"), QStringLiteral("SVC")},
        {QStringLiteral("ServiceAccount"), QStringLiteral("SA")},
        {QStringLiteral("StatefulSet"), QStringLiteral("STS")},
        {QStringLiteral("StorageClass"), QStringLiteral("SC")},
    };
    return names.value(kind, kind);
}

} // namespace noclobber::models
