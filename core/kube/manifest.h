#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/name.h"
#include "core/kube/annotations.h"
#include "core/kube/resource_key.h"
#include "core/yaml/document.h"

namespace noclobber::kube {

/// What a CustomResourceDefinition says of its kind.
struct CustomKind {
    std::string group;
    std::string kind;
    KindScope scope = KindScope::Namespaced;

    bool operator==(const CustomKind &) const = default;
};

/// A cluster that Argo CD knows by a Secret with the label argocd.argoproj.io/secret-type: cluster.
struct ClusterSecret {
    std::string name;
    std::string server; ///< without trailing '/'

    bool operator==(const ClusterSecret &) const = default;
};

/// One declaration as its file states it, before an Application gives it a cluster and a namespace. As a rule it holds
/// no content: that is read again when somebody looks.
struct Manifest {
    Name apiVersion; ///< as written (a typed list's item: its list's)
    Name group;      ///< as written
    Name kind;
    Name nameSpace;    ///< as written; "" when absent
    Name name;         ///< "" when there is only a generateName
    Name generateName; ///< "" when there is a name
    int document = 0;  ///< from 1
    int item = 0;      ///< place in its List, from 1, nested Lists counted through; 0 when it is none
    int firstLine = 0; ///< one-based
    int lastLine = 0;
    int nameLine = 0;         ///< where metadata.name (or generateName) stands; firstLine if unknown
    bool isAmbiguous = false; ///< its document has an ambiguity
    bool hasOwner = false;    ///< carries an ownerReference: never pruned by itself, goes with its owner
    Annotations annotations;  ///< only keys that start with argocd.argoproj.io/, helm.sh/ or
                              ///< kustomize.toolkit.fluxcd.io/; of Flux's options also the labels
    Name instanceLabel;       ///< app.kubernetes.io/instance: with label tracking, the Application it belongs to
    std::shared_ptr<const CustomKind> customKind; ///< of a CustomResourceDefinition
    std::shared_ptr<const ClusterSecret> cluster; ///< of such a Secret, from data or stringData
    std::shared_ptr<const yaml::Node> content; ///< of the kinds that say who deploys what, which are always looked at
};

/// What one file holds. The same blob gives the same answer, whatever its path but for the format.
struct FileManifests {
    std::vector<std::shared_ptr<const Manifest>> manifests; ///< in document order, then item order
    std::vector<yaml::Remark> problems;                     ///< what could not be read
    std::vector<yaml::Remark> ambiguities;                  ///< what readers take differently, by line
    int otherDocuments = 0;      ///< documents that declare nothing (values, settings, null ones not counted)
    bool skipsRendering = false; ///< holds the bytes `+argocd:skip-file-rendering`
    bool argoWouldReportFailure =
        false; ///< on a parse failure: a document before it parsed, or all of `apiVersion:`, `kind:`, `metadata:` occur
};

/// Reads a file's declarations. Never fails as a whole: what cannot be read is in `problems`.
/// Documents with apiVersion, kind and a name (or generateName) declare an object; `kind: List` and every `*List` with
/// an `items` sequence stand for their items, which inherit its apiVersion and kind where they have none; nested Lists
/// too.
/// A Git LFS pointer and an encrypted file are problems that name what they are.
FileManifests readManifests(std::string_view bytes, yaml::TextFormat format);

/// The contents a document declares, by their item as readManifests counted them (0: the document itself).
std::map<int, yaml::Node> contentsOf(yaml::Node root);

/// The content of one declaration, as readManifests counted it. Error Yaml if it is not there.
Result<yaml::Node> readContent(std::string_view bytes, yaml::TextFormat format, int document, int item);

} // namespace noclobber::kube
