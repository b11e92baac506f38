#include "ui/views/commit_picker.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/models/text.h"
#include "ui/views/commit_delegate.h"
#include "ui/widgets/fonts.h"

namespace noclobber::views {

CommitPicker::CommitPicker(const QString &role, const QString &question, QWidget *parent)
    : QWidget(parent), m_role(role), m_model(new models::CommitModel(this)), m_chosen(new widgets::ElidedLabel(this)),
      m_search(new QLineEdit(this)),
      m_list(new widgets::TreeView(tr("Branches, tags and commits for %1").arg(role), this))
{
    widgets::setTextSize(m_chosen, 1.15, true);
    m_chosen->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_search->setPlaceholderText(tr("Search, or type any revision"));
    m_search->setAccessibleName(tr("Search branches, tags and commits for %1").arg(role));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setIndentation(12);
    m_list->setItemDelegate(new CommitDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setColumnCharacters({24, 32, 12}, {16, 18, 6, 6});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chosen);
    auto *asked = new widgets::ElidedLabel(this);
    asked->setWholeText(question);
    column->addWidget(asked);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textEdited, this, &CommitPicker::search);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            search(text);
    });
    connect(m_search, &QLineEdit::returnPressed, this, &CommitPicker::activated);
    connect(m_list, &QAbstractItemView::activated, this, &CommitPicker::activated);
    connect(m_list, &widgets::TreeView::currentRowChanged, this, [this](const QModelIndex &current) {
        if (const QString revision = m_model->revision(current); !revision.isEmpty())
            take(revision);
    });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > 0 && value == m_list->verticalScrollBar()->maximum())
            emit moreWanted();
    });
    take({});
}

void CommitPicker::setList(const models::CommitListPtr &list)
{
    const int place = m_list->verticalScrollBar()->value();
    const QSignalBlocker quiet(m_list->verticalScrollBar());
    m_model->setList(list);
    m_list->expandAll();
    const QSignalBlocker same(m_list);
    m_list->setCurrentIndex(m_model->find(m_revision));
    m_list->verticalScrollBar()->setValue(place);
}

void CommitPicker::setRevision(const QString &revision)
{
    m_search->clear();
    m_model->setSearch({});
    m_list->expandAll();
    take(revision);
    reveal(m_model->find(revision));
}

void CommitPicker::reveal(const QModelIndex &row)
{
    if (row.isValid())
        m_list->setCurrentIndex(row);
}

void CommitPicker::search(const QString &text)
{
    m_model->setSearch(text);
    m_list->expandAll();
    if (text.isEmpty()) {
        reveal(m_model->find(m_revision));
        return;
    }
    const QModelIndex exact = m_model->find(text.trimmed());
    if (exact.isValid() || m_model->shownCount() > 0)
        reveal(exact.isValid() ? exact : m_model->first());
    else
        take(text.trimmed());
    emit moreWanted();
}

void CommitPicker::take(const QString &revision)
{
    m_revision = revision;
    const QString shown = revision.isEmpty() ? tr("none yet") : models::toQString(revision.toStdString());
    m_chosen->setWholeText(tr("%1: %2", "base or head, revision").arg(m_role, shown));
    emit revisionChanged();
}

/// Up and Down in the search line walk through what it found.
bool CommitPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down && key != Qt::Key_PageUp && key != Qt::Key_PageDown)
        return QWidget::eventFilter(watched, event);
    QCoreApplication::sendEvent(m_list, event);
    return true;
}

} // namespace noclobber::views
