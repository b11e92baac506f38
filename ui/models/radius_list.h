#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/review/review.h"

namespace noclobber::models {

/// Which part of the blast radius is shown.
enum class RadiusPart { Dies, Survives, Everything };

RadiusPart partOf(const blast::AffectedObject &affected);

/// Whether data of the object goes, or may go.
bool losesData(const blast::AffectedObject &affected);

/// How many objects of the radius belong to each part; they and `unknown` add up to `all`.
struct RadiusCounts {
    int dies = 0;
    int survives = 0;
    int changes = 0; ///< created or updated
    int unknown = 0; ///< nobody can tell: shown with what dies
    int all = 0;
    std::array<std::array<int, 10>, 3> effects{}; ///< by RadiusPart and blast::Effect
};

RadiusCounts countRadius(const blast::BlastRadius &radius);

/// One object that the change reaches. Points into the review.
struct RadiusObject {
    const argo::ObjectId *id = nullptr;
    const blast::AffectedObject *affected = nullptr; ///< nullptr: what becomes of it cannot be told
    const std::string *unknown = nullptr;            ///< why not
    const argo::ObjectId *application = nullptr;     ///< that deploys it in base, else in head; nullptr: none seen here
    RadiusPart part = RadiusPart::Dies;
};

/// Everything that the change reaches, worst first. Made away from the window's thread, and const from then on.
struct RadiusList {
    review::ReviewPtr review;
    std::vector<RadiusObject> objects; ///< by part, data fate, volumes first, effect; then kind, namespace,
    ///< name, scope
    bool hasSeveralClusters = false;                ///< a name alone does not tell which one
    std::map<blast::DataFate, std::string> storage; ///< at stake: blast::storageTotals
};

using RadiusListPtr = std::shared_ptr<const RadiusList>;

RadiusListPtr makeRadiusList(const review::ReviewPtr &review);

/// Places in the list's objects of one part, in their order; of everything, all.
std::vector<std::uint32_t> placesOf(const RadiusList &list, RadiusPart part);

} // namespace noclobber::models
