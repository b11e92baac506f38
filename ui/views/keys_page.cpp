#include "ui/views/keys_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/text.h"
#include "ui/views/key_bindings.h"
#include "ui/views/row_delegate.h"

namespace noclobber::views {

KeysPage::KeysPage(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent), m_actions(actions), m_list(new QTreeWidget(this)), m_key(new QKeySequenceEdit(this)),
      m_bind(new QPushButton(tr("&Bind"), this)), m_remove(new QPushButton(tr("&No key"), this)),
      m_own(new QPushButton(tr("&Own key"), this)), m_reset(new QPushButton(tr("Reset all keys"), this)),
      m_remark(new QLabel(this))
{
    auto *letters = new QCheckBox(tr("Keys without Ctrl or Alt, such as j, / and 1"), this);
    letters->setChecked(areLettersOn());
    auto *line = new QLineEdit(this);
    line->setPlaceholderText(tr("Search an action or a key"));
    line->setAccessibleName(tr("Search the actions"));
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setHeaderLabels({tr("Action"), tr("Key")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setColumnWidth(0, fontMetrics().averageCharWidth() * 46);
    m_key->setAccessibleName(tr("New key"));
    for (QLineEdit *inner : m_key->findChildren<QLineEdit *>())
        inner->setAccessibleName(tr("New key"));
    m_bind->setAccessibleName(tr("Bind the new key to the action"));
    m_remove->setAccessibleName(tr("Leave the action without a key"));
    m_own->setAccessibleName(tr("Give the action its own key again"));
    m_reset->setAccessibleName(tr("Give all actions their own keys again"));
    m_remark->setWordWrap(true);
    makeLayout(letters, line);
    list();
    connect(letters, &QCheckBox::toggled, this, [this](bool areOn) {
        setLettersOn(areOn);
        emit changed();
    });
    connect(line, &QLineEdit::textChanged, this, &KeysPage::search);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysPage::showCurrent);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeysPage::showConflict);
    connect(m_bind, &QPushButton::clicked, this, [this] { bind(m_key->keySequence()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { bind({}); });
    connect(m_own, &QPushButton::clicked, this, [this] { bind(ownKeys(*current()).value(0)); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        resetKeys();
        emit changed();
        list();
    });
    showCurrent();
}

void KeysPage::makeLayout(QWidget *letters, QWidget *search)
{
    auto *question = new QLabel(tr("N&ew key:"), this);
    question->setBuddy(m_key);
    auto *row = new QHBoxLayout;
    row->addWidget(question);
    row->addWidget(m_key, 1);
    for (QPushButton *button : {m_bind, m_remove, m_own}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    m_reset->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(letters);
    column->addWidget(search);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    column->addWidget(m_remark);
    column->addWidget(m_reset, 0, Qt::AlignLeft);
}

void KeysPage::list()
{
    const QAction *chosen = current();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (QAction *action : m_actions) {
        QString keys = QKeySequence::listToString(chosenKeys(*action), QKeySequence::NativeText);
        if (const QAction *other = taker(*action))
            keys = tr("%1 (taken by \"%2\")", "key, action").arg(keys, plainText(*other));
        auto *item = new QTreeWidgetItem(m_list, {plainText(*action), keys});
        item->setData(0, Qt::UserRole, action->objectName());
        item->setData(0, Qt::AccessibleTextRole,
                      models::listed(keys.isEmpty() ? QStringList{item->text(0)} : QStringList{item->text(0), keys}));
        if (action == chosen)
            m_list->setCurrentItem(item);
    }
    showCurrent();
}

void KeysPage::search(const QString &text)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        item->setHidden(!item->text(0).contains(text, Qt::CaseInsensitive) &&
                        !item->text(1).contains(text, Qt::CaseInsensitive));
    }
}

QAction *KeysPage::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item == nullptr)
        return nullptr;
    const QString id = item->data(0, Qt::UserRole).toString();
    const auto found =
        std::ranges::find_if(m_actions, [&](const QAction *action) { return action->objectName() == id; });
    return found == m_actions.end() ? nullptr : *found;
}

QAction *KeysPage::holder(const QKeySequence &key) const
{
    const QAction *own = current();
    const auto found = std::ranges::find_if(
        m_actions, [&](const QAction *action) { return action != own && chosenKeys(*action).contains(key); });
    return key.isEmpty() || found == m_actions.end() ? nullptr : *found;
}

QAction *KeysPage::taker(const QAction &action) const
{
    for (const QKeySequence &key : chosenKeys(action)) {
        const auto found = std::ranges::find_if(m_actions, [&](const QAction *other) {
            return other != &action && other->shortcuts().contains(key) && !action.shortcuts().contains(key);
        });
        if (found != m_actions.end())
            return *found;
    }
    return nullptr;
}

void KeysPage::showCurrent()
{
    const QAction *action = current();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_key, m_remove, m_own})
        widget->setEnabled(action != nullptr);
    m_key->setKeySequence(action != nullptr ? chosenKeys(*action).value(0) : QKeySequence());
    showConflict();
}

void KeysPage::showConflict()
{
    const QKeySequence key = m_key->keySequence();
    if (key.count() > 1) { // one stroke is a key, more would make a person wait
        m_key->setKeySequence(QKeySequence(key[0]));
        return;
    }
    const QAction *action = current();
    const QAction *other = holder(key);
    m_bind->setEnabled(action != nullptr && !key.isEmpty() && (other != nullptr || !chosenKeys(*action).contains(key)));
    m_remark->setText(other == nullptr
                          ? QString()
                          : tr("%1 is the key of \"%2\". Binding it here takes it away from there.", "key, action")
                                .arg(key.toString(QKeySequence::NativeText), plainText(*other)));
}

void KeysPage::bind(const QKeySequence &key)
{
    const QAction *action = current();
    if (action == nullptr)
        return;
    QStringList losers;
    while (const QAction *other = holder(key)) { // a settings file that was edited may have several
        losers << plainText(*other);
        unbindKey(*other, key);
    }
    bindKey(*action, key);
    emit changed();
    list();
    if (!losers.isEmpty())
        m_remark->setText(tr("%1 was taken away from: %2", "key, actions")
                              .arg(key.toString(QKeySequence::NativeText), models::listed(losers)));
}

} // namespace noclobber::views
