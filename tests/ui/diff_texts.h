#pragma once

#include "tests/ui/small_review.h"
#include "ui/models/diff_text.h"

namespace noclobber::test {

inline const std::string deploymentHead =
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  annotations:\n";
inline const std::string deploymentTail =
    "spec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n"
    "      labels:\n        app: web\n    spec:\n      serviceAccountName: web\n      containers:\n"
    "      - name: web\n        image: web:";

/// Deployment web with a checksum of its configuration, 20 lines.
inline std::string deployment(const std::string &checksum, const std::string &tag)
{
    return deploymentHead + "    checksum/config: " + checksum + "\n" + deploymentTail + tag + "\n";
}

/// A ConfigMap of so many values; the one in the middle is `changed`.
inline std::string configMap(int lines, const std::string &changed)
{
    std::string text = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n";
    for (int i = 0; i < lines; ++i)
        text += "  key-" + std::to_string(i) + ": " + (i == lines / 2 ? changed : "value") + "\n";
    return text;
}

/// The rows of two texts.
inline models::DiffText textOf(const std::string &base, const std::string &head_)
{
    return models::makeDiffText(diffOf(base, head_));
}

} // namespace noclobber::test
