#pragma once

#include <git2.h>
#include <string>
#include <vector>

/// Objects that git keeps in a file of their own. Not for other folders: nothing of libgit2 leaves this one.
namespace noclobber::git {

/// Whether one of the folders has the object in a file that ends too early, as a full disk or a power cut leaves it.
/// libgit2 1.5 never comes back from reading one.
bool isCutShort(const std::vector<std::string> &folders, const git_oid &id);

/// Tells libgit2's error, for objectError(), of an object that is cut short; the code to go with it.
int cutShortError();

} // namespace noclobber::git
