#include "ui/runner/language.h"

#include <QStringList>
#include <algorithm>

#include "core/base/catalogue.h"
#include "core/base/resources.h"

namespace noclobber::runner {
namespace {

/// The built-in catalogue for "zh_CN", or nullptr.
const Resource *catalogueFor(const std::string &name)
{
    const std::string path = "translations/core_" + name + ".json";
    const auto all = resources();
    const auto found = std::ranges::find(all, path, &Resource::path);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

void installCatalogue(const QLocale &language)
{
    Catalogue catalogue;
    for (QString name : language.uiLanguages()) {
        name.replace(QLatin1Char('-'), QLatin1Char('_'));
        if (name == QLatin1String("en") || name == QLatin1String("C"))
            break; // preferred to what comes after it
        const Resource *resource = catalogueFor(name.toStdString());
        if (resource == nullptr)
            continue;
        if (auto read = readCatalogue(resource->bytes, name.toStdString()))
            catalogue = std::move(*read);
        break;
    }
    useCatalogue(std::move(catalogue));
}

} // namespace noclobber::runner
