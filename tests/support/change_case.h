#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/blast/blast_radius.h"
#include "core/git/write_repository.h"
#include "tests/support/scratch_repository.h"

namespace noclobber::test {

/// A change in a real repository, read up to its blast radius. Base's .noclobber.yaml counts; without one, the
/// repository of `deployed` is known as this one. Aborts the test program when a stage fails.
class ChangeCase
{
public:
    ChangeCase(const git::Files &base, const git::Files &head);

    const blast::Change &change() const { return m_read->change; }
    const blast::BlastRadius &radius() const { return m_read->radius; }

    /// The effects, one a line: "pruned lost [derived] ID". Created and updated objects are left out.
    std::string effects() const;
    /// The object with this "scope/group/Kind/namespace/name"; aborts if it is not affected.
    const blast::AffectedObject &object(const std::string &id) const;
    /// Its chain: "ID: text", one a line.
    std::string because(const std::string &id) const;

private:
    struct Read {
        git::Comparison comparison;
        argo::Configuration configuration;
        argo::Inventories inventories;
        diff::ChangeSet changes;
        blast::BlastRadius radius;
        blast::Change change{comparison, configuration, inventories, changes};
    };

    ScratchRepository m_repository;
    std::unique_ptr<Read> m_read;
};

/// What an Application says beside its name and path.
struct Deployed {
    std::string nameSpace = "shop";
    std::string automated = "prune: true"; ///< a flow mapping's inside; "-" leaves `automated` out
    std::string server = "https://kubernetes.default.svc";
    std::string finalizer = {};   ///< "" for none
    std::string syncOptions = {}; ///< a flow sequence's inside
    std::string annotations = {}; ///< a flow mapping's inside
};

/// An Application in namespace argocd whose source is a folder of this repository.
std::string deployed(const std::string &name, const std::string &path, const Deployed &more = {});

/// A namespaced object of the core group with one value; annotations is a flow mapping's inside.
std::string configMap(const std::string &nameSpace, const std::string &name, const std::string &value = "one",
                      const std::string &annotations = {});

/// A claim of 10Gi of a storage class ("" leaves the field out).
std::string claim(const std::string &nameSpace, const std::string &name, const std::string &storageClass = {},
                  const std::string &annotations = {});

/// A StorageClass; an empty policy leaves the field out.
std::string storageClass(const std::string &name, const std::string &reclaimPolicy);

/// The annotation of sync options, for the functions above.
std::string syncOptions(const std::string &options);

/// Documents of one file.
std::string documents(const std::vector<std::string> &texts);

/// The files with one more, or another text of it.
git::Files with(git::Files files, const std::string &path, const std::string &text);

/// The files without one.
git::Files without(git::Files files, const std::string &path);

} // namespace noclobber::test
