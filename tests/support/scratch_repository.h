#pragma once

#include <QTemporaryDir>
#include <string>

#include "core/git/write_repository.h"

namespace noclobber::test {

/// A real git repository in a temporary folder that goes with it: branch `main` is base, branch `change` (checked out)
/// is head.
class ScratchRepository
{
public:
    ScratchRepository(const git::Files &base, const git::Files &head);
    ~ScratchRepository();

    /// The folder, without a trailing slash.
    std::string path() const;

    /// Runs git in it with a fixed author and date and no configuration of this machine; aborts the test program if git
    /// fails.
    std::string git(const std::vector<std::string> &arguments) const;

private:
    QTemporaryDir m_folder;
};

/// Every file below a folder, by its path in it; symbolic links as writeRepository wants them.
git::Files readFolder(const std::string &folder);

} // namespace noclobber::test
