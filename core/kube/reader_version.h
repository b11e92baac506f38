#pragma once

#include "core/base/digest.h"

namespace noclobber::kube {

/// Stands for all that readManifests' answers can depend on besides its arguments and the reader in use: the digest of
/// the sources of core/base, core/yaml and core/kube and of yaml-cpp's version, made when the program is built. Answers
/// that were kept under another one are void; nobody needs to remember to raise a number.
const Digest &readerVersion();

} // namespace noclobber::kube
