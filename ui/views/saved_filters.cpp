#include "ui/views/saved_filters.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSettings>
#include <algorithm>

#include "ui/views/key_bindings.h"
#include "ui/widgets/reader_toggle.h"
#include "ui/widgets/theme.h"

namespace noclobber::views {

namespace {

const QLatin1String filtersKey("changes/filters");
constexpr qsizetype longestChip = 24; ///< letters

QString shortened(const QString &name)
{
    return name.size() <= longestChip ? name : name.left(longestChip - 1) + QChar(0x2026);
}

} // namespace

SavedFilters::SavedFilters(QWidget *parent)
    : QToolBar(parent), m_menu(new QMenu(tr("Saved &filters"), this)), m_saveButton(new QToolButton(this))
{
    setAccessibleName(tr("Saved filters"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_save = m_menu->addAction(tr("&Save this filter"), this, &SavedFilters::save);
    m_rename = m_menu->addAction(tr("&Rename this filter"), this, [this] { beginRename(current()); });
    m_remove = m_menu->addAction(tr("R&emove this filter"), this, [this] { remove(current()); });
    identify(*m_save, "view.filter-save", {});
    identify(*m_rename, "view.filter-rename", {});
    identify(*m_remove, "view.filter-remove", {});
    m_menu->addSeparator();
    m_saveButton->setText(tr("Save filter"));
    m_saveButton->setAccessibleName(m_saveButton->text());
    m_saveButton->setFocusPolicy(Qt::TabFocus);
    connect(m_saveButton, &QToolButton::clicked, this, &SavedFilters::save);
    load();
    showChips();
}

void SavedFilters::load()
{
    QSettings settings;
    const int count = settings.beginReadArray(filtersKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        m_saved.push_back(
            {settings.value(QLatin1String("name")).toString(), settings.value(QLatin1String("text")).toString()});
    }
}

void SavedFilters::store() const
{
    QSettings settings;
    settings.remove(filtersKey);
    settings.beginWriteArray(filtersKey, static_cast<int>(m_saved.size()));
    for (std::size_t i = 0; i < m_saved.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(QLatin1String("name"), m_saved[i].name);
        settings.setValue(QLatin1String("text"), m_saved[i].text);
    }
    settings.endArray();
}

int SavedFilters::current() const
{
    const auto found = std::ranges::find(m_saved, m_filter, &Saved::text);
    return found == m_saved.end() ? -1 : static_cast<int>(found - m_saved.begin());
}

void SavedFilters::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    const int inUse = current();
    for (int place = 0; place < m_chips.size(); ++place) {
        m_chips.at(place)->setChecked(place == inUse);
        m_chips.at(place)->setIcon(place == inUse ? widgets::glyph(QStringLiteral("seen")) : QIcon());
    }
    m_save->setEnabled(!m_filter.isEmpty() && inUse < 0);
    m_rename->setEnabled(inUse >= 0);
    m_remove->setEnabled(inUse >= 0);
    m_saveButton->setVisible(m_save->isEnabled());
}

void SavedFilters::showChips()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    for (int place = 0; place < static_cast<int>(m_saved.size()); ++place)
        addChip(place);
    setVisible(!m_chips.isEmpty());
    setFilter(m_filter);
}

void SavedFilters::addChip(int place)
{
    const Saved &saved = m_saved[static_cast<std::size_t>(place)];
    auto *chip = new QAction(shortened(saved.name).replace(QLatin1Char('&'), QLatin1String("&&")), this);
    chip->setCheckable(true);
    chip->setToolTip(saved.text);
    connect(chip, &QAction::triggered, this,
            [this, text = saved.text](bool isOn) { emit chosen(isOn ? text : QString()); });
    addAction(chip);
    m_menu->addAction(chip);
    m_chips << chip;
    auto *button = qobject_cast<QToolButton *>(widgetForAction(chip));
    widgets::triggerByToggle(*button);
    button->setAccessibleName(tr("Saved filter: %1").arg(saved.name));
    button->setFocusPolicy(Qt::TabFocus);
    button->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(button, &QWidget::customContextMenuRequested, this,
            [this, button, place](const QPoint &at) { showChipMenu(place, button->mapToGlobal(at)); });
}

void SavedFilters::showChipMenu(int place, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Rename"), this, [this, place] { beginRename(place); });
    menu->addAction(tr("R&emove"), this, [this, place] { remove(place); });
    menu->popup(at);
}

/// The filter itself is its first name.
void SavedFilters::save()
{
    if (m_filter.isEmpty() || current() >= 0)
        return;
    m_saved.push_back({m_filter, m_filter});
    store();
    showChips();
}

void SavedFilters::remove(int place)
{
    if (place < 0)
        return;
    m_saved.erase(m_saved.begin() + place);
    store();
    showChips();
}

/// A line to type the name into takes the chip's place until Enter, Escape or a look elsewhere.
void SavedFilters::beginRename(int place)
{
    if (place < 0 || m_renaming != nullptr)
        return;
    auto *line = new QLineEdit(m_saved[static_cast<std::size_t>(place)].name, this);
    line->setAccessibleName(tr("Name of the saved filter"));
    line->installEventFilter(this);
    line->selectAll();
    m_renaming = line;
    m_renamed = place;
    QAction *chip = m_chips.at(place);
    insertWidget(chip, line);
    chip->setVisible(false);
    line->setFocus();
    connect(line, &QLineEdit::editingFinished, this, [this, line] {
        if (m_renaming != line)
            return;
        if (const QString name = line->text().trimmed(); !name.isEmpty())
            m_saved[static_cast<std::size_t>(m_renamed)].name = name;
        endRename();
    });
}

void SavedFilters::endRename()
{
    m_renaming->deleteLater();
    m_renaming = nullptr;
    store();
    showChips();
}

bool SavedFilters::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEscape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (watched != m_renaming || !isEscape)
        return QToolBar::eventFilter(watched, event);
    endRename();
    return true;
}

void SavedFilters::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_saveButton != nullptr)
        setFilter(m_filter); // glyphs have the colour of the text
}

} // namespace noclobber::views
