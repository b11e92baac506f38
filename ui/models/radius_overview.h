#pragma once

#include <QString>

#include "ui/models/radius_list.h"

namespace noclobber::models {

/// A part of the overview: an Application, a namespace in it, or a kind in that.
struct OverviewCell {
    int level = 0;    ///< 0 Application, 1 namespace, 2 kind
    int parent = -1;  ///< place of the cell it is a part of
    int first = 0;    ///< of its objects, in RadiusOverview::order
    int count = 0;    ///< of its objects
    int dataLost = 0; ///< of them, how many whose data goes or may go
    QString name;
    QString brief;    ///< for where the name has no room; empty: there is none shorter
    QString sentence; ///< where it is, how much it holds
};

/// Where the objects of a part of the blast radius are: Applications, namespaces, kinds, the largest first. Each cell
/// holds neighbours of `order`, and its parts lie in it.
struct RadiusOverview {
    std::vector<std::uint32_t> order; ///< places in the list's objects
    std::vector<OverviewCell> cells;  ///< each before its parts

    /// The objects of a cell as places in the list, in the list's order.
    std::vector<std::uint32_t> placesOf(const OverviewCell &cell) const;
};

RadiusOverview overviewOf(const RadiusList &list, RadiusPart part);

} // namespace noclobber::models
