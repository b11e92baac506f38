#include "ui/views/object_header.h"

#include <QVBoxLayout>

#include "ui/models/object_summary.h"
#include "ui/models/text.h"
#include "ui/widgets/fonts.h"

namespace noclobber::views {

ObjectHeader::ObjectHeader(QWidget *parent)
    : QWidget(parent), m_name(new widgets::ElidedLabel(this)), m_state(new widgets::Badge(this)),
      m_fate(new widgets::Badge(this)), m_where(new widgets::ElidedLabel(this)), m_chain(new ChainLabel(this))
{
    widgets::setTextSize(m_name, 1.15, true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_name, 1);
    row->addWidget(m_state);
    row->addWidget(m_fate);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_where);
    column->addWidget(m_chain);
}

void ObjectHeader::showObject(const models::ReviewedObject &object)
{
    using models::Words;
    m_name->setWholeText(models::objectText(object.id));
    m_where->setWholeText(models::whereText(object));
    const QString state = Words::state(object.state);
    if (object.state == models::ObjectState::Deleted) // how it is deleted says that it is
        m_state->setContent({}, {}, 0);
    else
        m_state->setContent(models::glyphOf(object.state), state, static_cast<int>(models::levelOf(object.state)));
    const QString fate = object.affected != nullptr ? Words::effect(object.affected->effect) : QString();
    if (!fate.isEmpty() && fate != state)
        m_fate->setContent(models::glyphOf(*object.affected), fate,
                           static_cast<int>(models::levelOf(*object.affected)));
    else
        m_fate->setContent({}, {}, 0);
    m_chain->setChain(object.affected != nullptr ? object.affected->because : std::vector<blast::Reason>{});
}

void ObjectHeader::clear()
{
    m_name->setWholeText({});
    m_where->setWholeText({});
    m_state->setContent({}, {}, 0);
    m_fate->setContent({}, {}, 0);
    m_chain->setChain({});
}

} // namespace noclobber::views
