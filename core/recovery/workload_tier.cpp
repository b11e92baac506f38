#include "core/recovery/workload_tier.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/text.h"

namespace noclobber::recovery {

namespace {

struct KnownImage {
    std::string_view name; ///< the image's name holds it as a whole word: "bitnami/kafka:3", "cp-kafka"
    int tier;
};

constexpr std::array knownImages{
    KnownImage{"etcd", 20},      KnownImage{"zookeeper", 20},     KnownImage{"consul", 20},
    KnownImage{"kafka", 30},     KnownImage{"redpanda", 30},      KnownImage{"rabbitmq", 30},
    KnownImage{"nats", 30},      KnownImage{"pulsar", 30},        KnownImage{"bookkeeper", 30},
    KnownImage{"activemq", 30},  KnownImage{"postgres", 40},      KnownImage{"postgresql", 40},
    KnownImage{"mysql", 40},     KnownImage{"mariadb", 40},       KnownImage{"mongo", 40},
    KnownImage{"mongodb", 40},   KnownImage{"redis", 40},         KnownImage{"valkey", 40},
    KnownImage{"cassandra", 40}, KnownImage{"scylla", 40},        KnownImage{"cockroach", 40},
    KnownImage{"influxdb", 40},  KnownImage{"clickhouse", 40},    KnownImage{"minio", 40},
    KnownImage{"ceph", 40},      KnownImage{"elasticsearch", 40}, KnownImage{"opensearch", 40},
    KnownImage{"couchdb", 40},   KnownImage{"timescaledb", 40},   KnownImage{"neo4j", 40},
    KnownImage{"memcached", 50},
};

/// "quay.io/coreos/etcd:v3.5" gives "etcd".
std::string_view imageName(std::string_view image)
{
    image = image.substr(0, image.find('@'));
    image = fileName(image);
    return image.substr(0, image.find(':'));
}

/// An exporter or a sidecar of a database holds no data.
std::optional<int> tierOfImage(std::string_view image)
{
    std::optional<int> lowest;
    for (const std::string &word : split(lowered(imageName(image)), '-')) {
        if (word == "exporter")
            return {};
        const auto known = std::ranges::find(knownImages, std::string_view(word), &KnownImage::name);
        if (known != knownImages.end())
            lowest = std::min(lowest.value_or(known->tier), known->tier);
    }
    return lowest;
}

} // namespace

std::optional<int> tierOfImages(const yaml::Node &workload)
{
    const yaml::Node *containers = workload.find({"spec", "template", "spec", "containers"});
    if (!containers)
        return {};
    for (const yaml::Node &container : containers->items) { // the first one known: the others are its helpers
        if (const auto tier = tierOfImage(container.text("image")))
            return tier;
    }
    return {};
}

} // namespace noclobber::recovery
