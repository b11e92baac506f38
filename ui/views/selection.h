#pragma once

#include <QList>
#include <QObject>
#include <optional>

#include "core/argo/object_id.h"

namespace noclobber::views {

enum class Section { Changes, Overwrites, BlastRadius, GuardRails, Runbook, Review };

/// Where a person looks: which object in which section. Shared by all sections, with a way back.
class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const std::optional<argo::ObjectId> &object() const { return m_place.object; }
    Section section() const { return m_place.section; }
    bool canGoBack() const { return !m_before.isEmpty(); }
    bool canGoForward() const { return !m_after.isEmpty(); }

    /// Another object in the same section: one step of history for as long as one walks through rows.
    void setObject(const argo::ObjectId &object);
    /// A jump that Back undoes.
    void go(Section section, const std::optional<argo::ObjectId> &object);
    void goBack();
    void goForward();
    void reset();

signals:
    void objectChanged(const noclobber::argo::ObjectId &object);
    void sectionChanged(noclobber::views::Section section);
    void historyChanged();

private:
    struct Place {
        Section section = Section::Changes;
        std::optional<argo::ObjectId> object;

        bool operator==(const Place &) const = default;
    };
    void take(const Place &place);

    Place m_place;
    QList<Place> m_before;
    QList<Place> m_after;
};

} // namespace noclobber::views
