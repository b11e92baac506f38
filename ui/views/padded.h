#pragma once

#include <QVBoxLayout>
#include <QWidget>

namespace noclobber::views {

/// A pane around a list, so that it does not touch the window's edge.
inline QWidget *padded(QWidget *list)
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(8, 4, 0, 4);
    column->addWidget(list);
    return pane;
}

} // namespace noclobber::views
