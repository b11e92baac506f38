#pragma once

#include <QLabel>
#include <vector>

#include "core/blast/blast_radius.h"

namespace noclobber::views {

/// The chain of reasons from the change to an object, one numbered line each.
class ChainLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ChainLabel(QWidget *parent = nullptr);

    /// Hides itself where there is no chain.
    void setChain(const std::vector<blast::Reason> &because);
};

} // namespace noclobber::views
