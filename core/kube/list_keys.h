#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace noclobber::kube {

/// How the items of a list are told apart when two versions of an object are compared.
struct ListKey {
    std::vector<std::string>
        fields; ///< names of the fields that identify an item, by ways such as "metadata.name"; empty: by place
    bool orderMatters = true; ///< whether the same items in another order are a change
};

/// The key of the list at a place in an object of this group and kind, such as "spec.template.spec.containers" (keys of
/// list items left out: "spec.template.spec.containers.env"). Source: patchMergeKey tags of kubernetes/api; domain
/// rules for display keys.
ListKey listKey(std::string_view group, std::string_view kind, std::string_view path);

/// Whether values at this place are quantities ("1Gi" is "1024Mi"): resources.limits.*, resources.requests.*,
/// capacity.*, sizeLimit, hard.*, ...
bool isQuantityField(std::string_view path);

/// Fields that never make a difference: status, metadata.managedFields, creationTimestamp, resourceVersion, uid,
/// generation, selfLink.
bool isIgnoredField(std::string_view path);

/// Whether a change of the value at this path is refused by the API server ("spec.selector" of a Deployment);
/// the object can only be deleted and made anew. path is as in listKey.
bool isImmutableField(std::string_view group, std::string_view kind, std::string_view path);

} // namespace noclobber::kube
