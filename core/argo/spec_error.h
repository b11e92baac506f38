#pragma once

#include <string>

#include "core/yaml/document.h"

namespace noclobber::argo {

/// Why Argo CD refuses an Application as it is written and neither syncs nor prunes it, one clause; "" if it does not.
/// Source: util/argo/argo.go (ValidatePermissions, GetDestinationServer), reposerver/repository/repository.go
/// (GetAppSourceType) of Argo CD.
std::string specErrorOf(const yaml::Node &content);

} // namespace noclobber::argo
