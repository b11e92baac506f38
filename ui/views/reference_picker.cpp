#include "ui/views/reference_picker.h"

#include <QVBoxLayout>

#include "ui/views/row_delegate.h"
#include "ui/widgets/fonts.h"

namespace noclobber::views {

ReferencePicker::ReferencePicker(const QString &role, const QString &question, QWidget *parent)
    : QWidget(parent), m_role(role), m_model(new models::ReferenceModel(this)), m_chosen(new QLabel(this)),
      m_search(new QLineEdit(this)),
      m_list(new widgets::TreeView(tr("Branches, tags and commits for %1").arg(role), this))
{
    widgets::setTextSize(m_chosen, 1.15, true);
    m_chosen->setTextFormat(Qt::PlainText);
    m_search->setPlaceholderText(tr("Search, or type any revision"));
    m_search->setAccessibleName(tr("Search branches, tags and commits for %1").arg(role));
    m_search->setClearButtonEnabled(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setColumnCharacters({26, 13, 30});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chosen);
    column->addWidget(new QLabel(question, this));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textEdited, this, &ReferencePicker::search);
    connect(m_search, &QLineEdit::returnPressed, this, &ReferencePicker::activated);
    connect(m_list, &QAbstractItemView::activated, this, &ReferencePicker::activated);
    connect(m_list, &widgets::TreeView::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            take(m_model->revision(current.row()));
    });
    take({});
}

void ReferencePicker::setReferences(const std::vector<git::Reference> &references)
{
    m_model->setReferences(references);
}

void ReferencePicker::setRevision(const QString &revision)
{
    m_search->clear();
    m_model->setSearch({});
    take(revision);
    if (const int row = m_model->find(revision); row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
}

void ReferencePicker::search(const QString &text)
{
    m_model->setSearch(text);
    if (m_model->rowCount() > 0 && !text.isEmpty())
        m_list->setCurrentIndex(m_model->index(qMax(0, m_model->find(text)), 0));
    else if (!text.isEmpty())
        take(text.trimmed());
}

void ReferencePicker::take(const QString &revision)
{
    m_revision = revision;
    m_chosen->setText(
        tr("%1: %2", "base or head, revision").arg(m_role, revision.isEmpty() ? tr("none yet") : revision));
    emit revisionChanged();
}

} // namespace noclobber::views
