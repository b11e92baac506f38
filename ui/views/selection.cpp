#include "ui/views/selection.h"

namespace noclobber::views {

void Selection::setObject(const argo::ObjectId &object)
{
    if (m_place.object == object)
        return;
    m_place.object = object;
    emit objectChanged(object);
}

void Selection::go(Section section, const std::optional<argo::ObjectId> &object)
{
    const Place place{section, object ? object : m_place.object};
    if (place == m_place)
        return;
    m_before << m_place;
    m_after.clear();
    take(place);
}

void Selection::goBack()
{
    if (m_before.isEmpty())
        return;
    m_after << m_place;
    take(m_before.takeLast());
}

void Selection::goForward()
{
    if (m_after.isEmpty())
        return;
    m_before << m_place;
    take(m_after.takeLast());
}

void Selection::reset()
{
    m_before.clear();
    m_after.clear();
    m_place = {};
    emit sectionChanged(m_place.section);
    emit historyChanged();
}

void Selection::take(const Place &place)
{
    const bool isOther = place.object && place.object != m_place.object;
    m_place = place;
    emit sectionChanged(place.section);
    if (isOther)
        emit objectChanged(*place.object);
    emit historyChanged();
}

} // namespace noclobber::views
