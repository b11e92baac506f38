#pragma once

#include <string>
#include <vector>

#include "core/argo/content_reader.h"
#include "core/argo/inventory.h"

namespace noclobber::argo {

/// The AppProjects among the objects of an inventory, sorted by id; while several declarations of one are in effect,
/// the last. One that cannot be read is left out. Error Git.
Result<std::vector<Project>> readProjects(const Inventory &inventory, ContentReader &contents);

/// The project that an Application names: of its own Argo CD (its scope), the one in its namespace first. nullptr if
/// there is none, or several and nobody can tell which.
const Project *projectOf(const Application &application, const Inventory &inventory);

/// Whether the tree declares projects of this Application's Argo CD at all: if it does, one that is missing can be
/// told.
bool declaresProjects(const Application &application, const Inventory &inventory);

/// A cluster as a project's destinations are compared with it; what is not known is empty.
struct Cluster {
    std::string server;
    std::string name;
};

/// Why the project refuses the Application as a whole (its own namespace, a source, its destination), one clause; "" if
/// it does not. A server and a name that cannot be resolved to each other are taken as permitted.
/// Source: pkg/apis/application/v1alpha1/app_project_types.go of Argo CD.
std::string refusalOf(const Project &project, const Application &application, const Cluster &cluster);

/// Why the project refuses one object of such an Application (its kind, its namespace), one clause; "" if it does not.
std::string refusalOf(const Project &project, const ObjectId &object, const Cluster &cluster);

} // namespace noclobber::argo
