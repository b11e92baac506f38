#pragma once

#include <set>
#include <string>

#include "core/blast/tracing.h"

namespace noclobber::blast {

/// What an Application that leaves git and stays in the cluster still does: it works on by the spec of base, on the
/// files of head, whoever reads them there.
class LastSpec
{
public:
    /// The application is one of base. Both arguments must outlive it.
    LastSpec(const Tracing &tracing, const argo::Application &application);

    /// Whether it still finds an object that it managed in base.
    bool stillDeploys(const argo::DeclaredObject &object) const;

    /// Whether it finds nothing at all, as far as can be seen.
    bool isLeftEmpty() const;

    /// Why it cannot compare any more, one clause; "" if it can.
    std::string error() const;

private:
    void readFolder(const argo::Source &source);
    bool isWhollySeen() const;

    const Tracing &m_tracing;
    const argo::Application &m_application;
    std::set<argo::ObjectId> m_found; ///< by its own scope and default namespace
};

} // namespace noclobber::blast
