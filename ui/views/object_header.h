#pragma once

#include <QWidget>

#include "ui/models/change_list.h"
#include "ui/views/chain_label.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elided_label.h"

namespace noclobber::views {

/// Which object it is, where it stands, what happens to it and why.
class ObjectHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ObjectHeader(QWidget *parent = nullptr);

    void showObject(const models::ReviewedObject &object);
    void clear();

private:
    widgets::ElidedLabel *m_name;
    widgets::Badge *m_state;
    widgets::Badge *m_fate;
    widgets::ElidedLabel *m_where;
    ChainLabel *m_chain;
};

} // namespace noclobber::views
