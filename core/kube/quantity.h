#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace noclobber::kube {

__extension__ using Int128 = __int128;

/// A Kubernetes quantity in thousandths, rounded up as the API server does: "500m" and "0.5" give 500.
/// Empty if the text is no quantity or too large for the type. Source: kubernetes/apimachinery
/// pkg/api/resource/quantity.go.
std::optional<Int128> parseQuantity(std::string_view text);

/// Bytes exactly, in the unit that makes the shortest text: 53687091200 gives "50Gi", 100000000000 "100G".
std::string storageText(std::uint64_t bytes);

} // namespace noclobber::kube
