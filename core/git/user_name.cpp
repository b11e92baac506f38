#include "core/git/user_name.h"

#include "core/git/object_view.h"

namespace noclobber::git {

Result<std::string> userName(const std::string &folder)
{
    const auto view = openView(folder, {});
    if (!view)
        return view.error();
    std::string name;
    for (Setting &setting : settings(view->repository.get())) {
        if (setting.name == "user.name")
            name = std::move(setting.value); // the last one counts
    }
    return name;
}

} // namespace noclobber::git
