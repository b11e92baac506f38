#include "ui/models/radius_overview.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

#include "ui/models/kind_text.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

constexpr int levels = 3;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::RadiusOverview)
};

/// What an object is sorted by at a level; of two Applications by their whole name.
std::string keyOf(const RadiusObject &object, int level)
{
    if (level == 0)
        return object.application != nullptr ? argo::toText(*object.application) : std::string();
    return level == 1 ? object.id->key.nameSpace.text() : object.id->key.kind.text();
}

QString nameOf(const RadiusObject &object, int level)
{
    if (level == 0)
        return object.application != nullptr ? toQString(object.application->key.name) : Say::tr("no Application");
    if (level == 2)
        return toQString(object.id->key.kind);
    return object.id->key.nameSpace.empty() ? Say::tr("cluster", "objects without a namespace")
                                            : toQString(object.id->key.nameSpace);
}

class OverviewMaker
{
public:
    OverviewMaker(const RadiusList &list, RadiusOverview &overview) : m_list(list), m_overview(overview) {}

    void add(std::vector<std::uint32_t> places, int level, int parent);

private:
    void addCell(const std::vector<std::uint32_t> &places, int level, int parent);

    const RadiusList &m_list;
    RadiusOverview &m_overview;
};

void OverviewMaker::add(std::vector<std::uint32_t> places, int level, int parent)
{
    if (level == levels) {
        m_overview.order.insert(m_overview.order.end(), places.begin(), places.end());
        return;
    }
    std::map<std::string, std::vector<std::uint32_t>> parts;
    for (const std::uint32_t place : places)
        parts[keyOf(m_list.objects[place], level)].push_back(place);
    std::vector<const std::vector<std::uint32_t> *> sorted;
    for (const auto &[key, part] : parts)
        sorted.push_back(&part);
    std::ranges::stable_sort(sorted, std::greater(), [](const auto *part) { return part->size(); });
    for (const auto *part : sorted)
        addCell(*part, level, parent);
}

void OverviewMaker::addCell(const std::vector<std::uint32_t> &places, int level, int parent)
{
    const RadiusObject &first = m_list.objects[places.front()];
    OverviewCell cell;
    cell.level = level;
    cell.parent = parent;
    cell.first = static_cast<int>(m_overview.order.size());
    cell.count = static_cast<int>(places.size());
    cell.dataLost = static_cast<int>(std::ranges::count_if(places, [this](std::uint32_t place) {
        const blast::AffectedObject *affected = m_list.objects[place].affected;
        return affected != nullptr && losesData(*affected);
    }));
    cell.name = nameOf(first, level);
    const QString where = parent < 0 ? cell.name
                                     : Say::tr("%1 in %2", "kind or namespace, what it is in")
                                           .arg(cell.name, m_overview.cells[static_cast<std::size_t>(parent)].sentence);
    cell.sentence = where;
    if (level == 2)
        cell.brief = shortKind(cell.name);
    m_overview.cells.push_back(cell);
    add(places, level + 1, static_cast<int>(m_overview.cells.size()) - 1);
}

/// Completes the sentences, once no cell needs the name of the one around it any more.
void count(RadiusOverview &overview)
{
    for (OverviewCell &cell : overview.cells) {
        const QString objects = Say::tr("%Ln objects", "", cell.count);
        cell.sentence = cell.dataLost > 0
                            ? Say::tr("%1: %2, the data of %L3 is lost or at risk", "place, objects, count")
                                  .arg(cell.sentence, objects)
                                  .arg(cell.dataLost)
                            : Say::tr("%1: %2", "place, objects").arg(cell.sentence, objects);
    }
}

} // namespace

std::vector<std::uint32_t> RadiusOverview::placesOf(const OverviewCell &cell) const
{
    const auto begin = order.begin() + cell.first;
    std::vector<std::uint32_t> places(begin, begin + cell.count);
    std::ranges::sort(places);
    return places;
}

RadiusOverview overviewOf(const RadiusList &list, RadiusPart part)
{
    RadiusOverview overview;
    OverviewMaker(list, overview).add(placesOf(list, part), 0, -1);
    count(overview);
    return overview;
}

} // namespace noclobber::models
