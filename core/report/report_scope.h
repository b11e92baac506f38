#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "core/argo/object_id.h"

namespace noclobber::report {

/// Which objects a report lists: what dies, who overwrites whom, what changes. The verdict, its cause, findings, counts
/// and the record are those of the whole review, whatever is listed.
struct ReportScope {
    enum class Kind {
        Filtered, ///< those that the filter of a window leaves
        Risky,    ///< those that a person must not miss
    };
    Kind kind = Kind::Filtered;
    std::string filter; ///< of Filtered, as the person wrote it
    std::set<argo::ObjectId> listed;
    std::size_t objects = 0; ///< of the whole review
};

/// Whether a report with this scope lists an object. Without a scope (nullptr) it lists all.
bool lists(const ReportScope *scope, const argo::ObjectId &id);

/// What a reader must know of it, whole sentences: "Only risky objects are listed: 31 of 412, 381 are left out. …"
std::string scopeSentence(const ReportScope &scope);

/// "12 of them are listed here.", beside the count of them all.
std::string listedSentence(std::size_t listed);

/// Takes out of a list of pointers to what has an id what is not listed.
template <typename Object>
std::vector<const Object *> onlyListed(std::vector<const Object *> objects, const ReportScope *scope)
{
    std::erase_if(objects, [scope](const Object *object) { return !lists(scope, object->id); });
    return objects;
}

} // namespace noclobber::report
