#include "core/fix/rename.h"

#include "core/fix/file_fix.h"
#include "core/fix/safe_patch.h"

namespace noclobber::fix {

Result<std::string> writeRename(argo::ContentReader &reader, const argo::Declaration &declaration,
                                const std::string &name)
{
    const auto bytes = reader.sharedFile(declaration.blob);
    if (!bytes)
        return bytes.error();
    const argo::Location &place = declaration.location;
    const Wish wish{Wish::Form::Text, {"metadata", "name"}, {name}};
    const FileFix fixed = fixFile(**bytes, yaml::formatOf(place.path.text()), {{place.document, place.item, wish}});
    if (!fixed.refused.front().empty())
        return Error{ErrorCode::Yaml, fixed.refused.front(), argo::toText(place)};
    return writeSafePatch(place.path, **bytes, fixed.bytes);
}

} // namespace noclobber::fix
