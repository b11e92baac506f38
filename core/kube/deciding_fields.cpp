#include "core/kube/deciding_fields.h"

#include <array>

namespace noclobber::kube {

namespace {

constexpr DeletedData kept = DeletedData::Kept;
constexpr DeletedData detached = DeletedData::Detached;
constexpr DeletedData lost = DeletedData::Lost;
constexpr std::string_view core{};
constexpr std::string_view strimzi = "kafka.strimzi.io";
constexpr std::string_view rabbit = "rabbitmq.com";
constexpr std::string_view jetStream = "jetstream.nats.io";
constexpr std::string_view pulsar = "resource.streamnative.io";
constexpr std::string_view mariaDb = "k8s.mariadb.com";
constexpr std::string_view redis = "redis.redis.opstreelabs.in";
constexpr std::string_view prometheus = "monitoring.coreos.com";
constexpr std::string_view victoria = "operator.victoriametrics.com";
constexpr std::string_view rook = "ceph.rook.io";
constexpr std::string_view snapshot = "snapshot.storage.k8s.io";
constexpr std::string_view groupSnapshot = "groupsnapshot.storage.k8s.io";
constexpr std::string_view setRetention = "spec.persistentVolumeClaimRetentionPolicy.whenDeleted";

constexpr std::array table{
    // Kubernetes itself
    DecidingField{core, "PersistentVolume", Place::Field, "spec.persistentVolumeReclaimPolicy", "Retain",
                  "Delete Recycle", "Retain", detached, lost},
    DecidingField{"storage.k8s.io", "StorageClass", Place::Field, "reclaimPolicy", "Retain", "Delete Recycle", "Delete",
                  kept, kept},
    DecidingField{"apps", "StatefulSet", Place::Field, setRetention, "Retain", "Delete", "Retain", kept, lost},
    DecidingField{"apps", "StatefulSet", Place::Field, "spec.persistentVolumeClaimRetentionPolicy.whenScaled", "Retain",
                  "Delete", "Retain", kept, kept},
    DecidingField{snapshot, "VolumeSnapshotContent", Place::Field, "spec.deletionPolicy", "Retain", "Delete", "",
                  detached, lost},
    DecidingField{snapshot, "VolumeSnapshotClass", Place::Field, "deletionPolicy", "Retain", "Delete", "", kept, kept},
    DecidingField{groupSnapshot, "VolumeGroupSnapshotContent", Place::Field, "spec.deletionPolicy", "Retain", "Delete",
                  "", detached, lost},
    DecidingField{groupSnapshot, "VolumeGroupSnapshotClass", Place::Field, "deletionPolicy", "Retain", "Delete", "",
                  kept, kept},
    // Queues
    DecidingField{strimzi, "Kafka", Place::Field, "spec.kafka.storage.deleteClaim", "false", "true", "false", kept,
                  lost},
    DecidingField{strimzi, "Kafka", Place::Field, "spec.kafka.storage.volumes[].deleteClaim", "false", "true", "false",
                  kept, lost},
    DecidingField{strimzi, "Kafka", Place::Field, "spec.zookeeper.storage.deleteClaim", "false", "true", "false", kept,
                  lost},
    DecidingField{strimzi, "KafkaNodePool", Place::Field, "spec.storage.deleteClaim", "false", "true", "false", kept,
                  lost},
    DecidingField{strimzi, "KafkaNodePool", Place::Field, "spec.storage.volumes[].deleteClaim", "false", "true",
                  "false", kept, lost},
    DecidingField{strimzi, "KafkaTopic", Place::Annotation, "strimzi.io/managed", "false", "true", "true", kept, lost},
    DecidingField{rabbit, "RabbitmqCluster", Place::Field,
                  "spec.override.statefulSet.spec.persistentVolumeClaimRetentionPolicy.whenDeleted", "Retain", "Delete",
                  "Delete", kept, lost},
    DecidingField{rabbit, "Queue", Place::Field, "spec.deletionPolicy", "retain", "delete", "delete", kept, lost},
    DecidingField{rabbit, "Vhost", Place::Field, "spec.deletionPolicy", "retain", "delete", "delete", kept, lost},
    DecidingField{jetStream, "Stream", Place::Field, "spec.preventDelete", "true", "false", "false", kept, lost},
    DecidingField{jetStream, "KeyValue", Place::Field, "spec.preventDelete", "true", "false", "false", kept, lost},
    DecidingField{jetStream, "ObjectStore", Place::Field, "spec.preventDelete", "true", "false", "false", kept, lost},
    DecidingField{jetStream, "Consumer", Place::Field, "spec.preventDelete", "true", "false", "false", kept, lost},
    DecidingField{pulsar, "PulsarTopic", Place::Field, "spec.lifecyclePolicy", "KeepAfterDeletion",
                  "CleanUpAfterDeletion", "CleanUpAfterDeletion", kept, lost},
    DecidingField{pulsar, "PulsarNamespace", Place::Field, "spec.lifecyclePolicy", "KeepAfterDeletion",
                  "CleanUpAfterDeletion", "CleanUpAfterDeletion", kept, lost},
    DecidingField{pulsar, "PulsarTenant", Place::Field, "spec.lifecyclePolicy", "KeepAfterDeletion",
                  "CleanUpAfterDeletion", "CleanUpAfterDeletion", kept, lost},
    // Coordination, databases, caches
    DecidingField{"zookeeper.pravega.io", "ZookeeperCluster", Place::Field, "spec.persistence.reclaimPolicy", "Retain",
                  "Delete", "Retain", kept, lost},
    DecidingField{"postgresql.cnpg.io", "Database", Place::Field, "spec.databaseReclaimPolicy", "retain", "delete",
                  "retain", kept, lost},
    DecidingField{"pxc.percona.com", "PerconaXtraDBCluster", Place::Finalizer, "percona.com/delete-pxc-pvc", "absent",
                  "present", "absent", kept, lost},
    DecidingField{"pxc.percona.com", "PerconaXtraDBCluster", Place::Finalizer, "delete-pxc-pvc", "absent", "present",
                  "absent", kept, lost},
    DecidingField{"pxc.percona.com", "PerconaXtraDBClusterBackup", Place::Finalizer, "percona.com/delete-backup",
                  "absent", "present", "absent", detached, lost},
    DecidingField{"pxc.percona.com", "PerconaXtraDBClusterBackup", Place::Finalizer, "delete-backup", "absent",
                  "present", "absent", detached, lost},
    DecidingField{"psmdb.percona.com", "PerconaServerMongoDB", Place::Finalizer, "percona.com/delete-psmdb-pvc",
                  "absent", "present", "absent", kept, lost},
    DecidingField{"psmdb.percona.com", "PerconaServerMongoDB", Place::Finalizer, "delete-psmdb-pvc", "absent",
                  "present", "absent", kept, lost},
    DecidingField{"pgv2.percona.com", "PerconaPGCluster", Place::Finalizer, "percona.com/delete-pvc", "absent",
                  "present", "absent", kept, lost},
    DecidingField{"pgv2.percona.com", "PerconaPGCluster", Place::Finalizer, "percona.com/delete-backups", "absent",
                  "present", "absent", kept, lost},
    DecidingField{mariaDb, "MariaDB", Place::Field, "spec.storage.pvcRetentionPolicy.whenDeleted", "Retain", "Delete",
                  "Retain", kept, lost},
    DecidingField{mariaDb, "Database", Place::Field, "spec.cleanupPolicy", "Skip", "Delete", "", kept, lost},
    DecidingField{mariaDb, "User", Place::Field, "spec.cleanupPolicy", "Skip", "Delete", "", kept, lost},
    DecidingField{mariaDb, "Grant", Place::Field, "spec.cleanupPolicy", "Skip", "Delete", "", kept, lost},
    DecidingField{"cassandra.datastax.com", "CassandraDatacenter", Place::Annotation,
                  "cassandra.datastax.com/delete-pvc", "false", "true", "true", kept, lost},
    DecidingField{"pingcap.com", "TidbCluster", Place::Field, "spec.pvReclaimPolicy", "Retain", "Delete Recycle",
                  "Retain", kept, lost},
    DecidingField{"clickhouse.altinity.com", "ClickHouseInstallation", Place::Field,
                  "spec.templates.volumeClaimTemplates[].reclaimPolicy|spec.defaults.storageManagement.reclaimPolicy",
                  "Retain", "Delete", "Delete", kept, lost},
    DecidingField{"clickhouse-keeper.altinity.com", "ClickHouseKeeperInstallation", Place::Field,
                  "spec.templates.volumeClaimTemplates[].reclaimPolicy|spec.defaults.storageManagement.reclaimPolicy",
                  "Retain", "Delete", "Delete", kept, lost},
    DecidingField{redis, "Redis", Place::Field, "spec.storage.keepAfterDelete", "true", "false", "false", kept, lost},
    DecidingField{redis, "RedisCluster", Place::Field, "spec.storage.keepAfterDelete", "true", "false", "false", kept,
                  lost},
    DecidingField{redis, "RedisReplication", Place::Field, "spec.storage.keepAfterDelete", "true", "false", "false",
                  kept, lost},
    DecidingField{"databases.spotahome.com", "RedisFailover", Place::Field, "spec.redis.storage.keepAfterDeletion",
                  "true", "false", "false", kept, lost},
    // Search, monitoring
    DecidingField{"elasticsearch.k8s.elastic.co", "Elasticsearch", Place::Field, "spec.volumeClaimDeletePolicy",
                  "DeleteOnScaledownOnly", "DeleteOnScaledownAndClusterDeletion", "DeleteOnScaledownAndClusterDeletion",
                  kept, lost},
    DecidingField{"solr.apache.org", "SolrCloud", Place::Field, "spec.dataStorage.persistent.reclaimPolicy", "Retain",
                  "Delete", "Retain", kept, lost},
    DecidingField{prometheus, "Prometheus", Place::Field, setRetention, "Retain", "Delete", "Retain", kept, lost},
    DecidingField{prometheus, "Alertmanager", Place::Field, setRetention, "Retain", "Delete", "Retain", kept, lost},
    DecidingField{prometheus, "ThanosRuler", Place::Field, setRetention, "Retain", "Delete", "Retain", kept, lost},
    DecidingField{victoria, "VMSingle", Place::Field, "spec.removePvcAfterDelete", "false", "true", "false", kept,
                  lost},
    DecidingField{victoria, "VLogs", Place::Field, "spec.removePvcAfterDelete", "false", "true", "false", kept, lost},
    DecidingField{victoria, "VMCluster", Place::Field,
                  "spec.vmstorage.persistentVolumeClaimRetentionPolicy.whenDeleted", "Retain", "Delete", "Retain", kept,
                  lost},
    // Storage
    DecidingField{rook, "CephCluster", Place::Field, "spec.cleanupPolicy.confirmation", "none",
                  "yes-really-destroy-data", "none", detached, lost},
    DecidingField{rook, "CephFilesystem", Place::Field, "spec.preserveFilesystemOnDelete", "true", "false", "false",
                  kept, lost},
    DecidingField{rook, "CephObjectStore", Place::Field, "spec.preservePoolsOnDelete", "true", "false", "false", kept,
                  lost},
    DecidingField{rook, "CephObjectZone", Place::Field, "spec.preservePoolsOnDelete", "true", "false", "true", kept,
                  lost},
    DecidingField{"objectbucket.io", "ObjectBucket", Place::Field, "spec.reclaimPolicy", "Retain", "Delete", "",
                  detached, lost},
    DecidingField{"kubevirt.io", "VirtualMachine", Place::List, "dataVolumeTemplates", "absent", "present", "absent",
                  kept, lost},
    DecidingField{"trident.netapp.io", "TridentBackendConfig", Place::Field, "spec.deletionPolicy", "retain", "delete",
                  "", detached, lost},
    // Workflows, backups, secrets
    DecidingField{"flink.apache.org", "FlinkStateSnapshot", Place::Field, "spec.savepoint.disposeOnDelete", "false",
                  "true", "", detached, lost},
    DecidingField{"temporal.io", "TemporalNamespace", Place::Field, "spec.allowDeletion", "false", "true", "false",
                  kept, lost},
    DecidingField{"velero.io", "Schedule", Place::Field, "spec.useOwnerReferencesInBackup", "false", "true", "false",
                  kept, detached},
    DecidingField{"bitnami.com", "SealedSecret", Place::TemplateAnnotation,
                  "sealedsecrets.bitnami.com/skip-set-owner-references", "true", "false", "false", kept, lost},
    DecidingField{"external-secrets.io", "ExternalSecret", Place::Field, "spec.target.creationPolicy",
                  "Orphan Merge None", "Owner", "Owner", kept, detached},
    DecidingField{"external-secrets.io", "PushSecret", Place::Field, "spec.deletionPolicy", "None", "Delete", "None",
                  kept, lost},
    // Resources of a cloud
    DecidingField{".aws.crossplane.io", "", Place::ManagementPolicies, "spec.deletionPolicy", "Orphan", "Delete",
                  "Delete", detached, lost},
    DecidingField{".aws.upbound.io", "", Place::ManagementPolicies, "spec.deletionPolicy", "Orphan", "Delete", "Delete",
                  detached, lost},
    DecidingField{".services.k8s.aws", "", Place::Annotation, "services.k8s.aws/deletion-policy", "retain", "delete",
                  "delete", detached, lost},
    DecidingField{".cnrm.cloud.google.com", "", Place::Annotation, "cnrm.cloud.google.com/deletion-policy", "abandon",
                  "delete", "delete", detached, lost},
    DecidingField{".azure.com", "", Place::Annotation, "serviceoperator.azure.com/reconcile-policy", "detach-on-delete",
                  "manage", "manage", detached, lost},
};

bool isGroup(std::string_view pattern, std::string_view group)
{
    return pattern.starts_with('.') ? group.ends_with(pattern) : group == pattern;
}

} // namespace

std::vector<const DecidingField *> decidingFields(std::string_view group, std::string_view kind)
{
    std::vector<const DecidingField *> fields;
    for (const DecidingField &field : table) {
        if (isGroup(field.group, group) && (field.kind.empty() || field.kind == kind))
            fields.push_back(&field);
    }
    return fields;
}

} // namespace noclobber::kube
