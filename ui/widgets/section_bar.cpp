#include "ui/widgets/section_bar.h"

#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

#include "ui/widgets/theme.h"

namespace noclobber::widgets {

namespace {

/// A button whose choice shows in every palette: by a bar below its text.
class SectionButton : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPushButton::paintEvent(event);
        if (!isChecked())
            return;
        QPainter painter(this);
        painter.fillRect(QRect(4, height() - 5, width() - 8, 3), currentTheme().focus);
    }
};

/// A reader says "page tab, selected", not "check box".
class TabAccessible : public QAccessibleWidget
{
public:
    explicit TabAccessible(SectionButton *button) : QAccessibleWidget(button, QAccessible::PageTab), m_button(button) {}

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.selectable = true;
        state.selected = m_button->isChecked();
        return state;
    }
    QStringList actionNames() const override { return QStringList{pressAction()} + QAccessibleWidget::actionNames(); }
    void doAction(const QString &name) override
    {
        name == pressAction() ? m_button->click() : QAccessibleWidget::doAction(name);
    }

private:
    SectionButton *m_button;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *button = dynamic_cast<SectionButton *>(object))
        return new TabAccessible(button);
    auto *bar = qobject_cast<SectionBar *>(object);
    return bar != nullptr ? new QAccessibleWidget(bar, QAccessible::PageTabList) : nullptr;
}

void tellSelected(SectionButton *button)
{
    QAccessible::State changed;
    changed.selected = true;
    QAccessibleStateChangeEvent event(button, changed);
    QAccessible::updateAccessibility(&event);
}

} // namespace

SectionBar::SectionBar(QWidget *parent) : QWidget(parent)
{
    static const bool installed = (QAccessible::installFactory(&makeInterface), true);
    Q_UNUSED(installed)
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addStretch(1);
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int section, bool isOn) {
        if (isOn) // by whatever means: readers toggle without a click
            emit chosen(section);
    });
}

int SectionBar::addSection(const QString &name)
{
    const int section = static_cast<int>(m_names.size());
    m_names << name;
    auto *button = new SectionButton(this); // a text would bring Qt's interface while it is no SectionButton yet
    button->setText(name);
    button->setCheckable(true);
    button->setAutoDefault(false);
    button->setAccessibleName(name);
    button->setMinimumHeight(fontMetrics().height() * 2);
    m_group.addButton(button, section);
    connect(button, &QPushButton::toggled, button, [button] { tellSelected(button); });
    qobject_cast<QHBoxLayout *>(layout())->insertWidget(section, button);
    return section;
}

void SectionBar::setCount(int section, int count)
{
    const QString text = tr("%1  %2", "section name, count").arg(m_names.at(section), QLocale().toString(count));
    m_group.button(section)->setText(text);
    m_group.button(section)->setAccessibleName(text);
}

void SectionBar::setShown(int section, bool isShown)
{
    m_group.button(section)->setVisible(isShown);
}

void SectionBar::setCurrent(int section)
{
    const QSignalBlocker quiet(m_group);
    m_group.button(section)->setChecked(true);
}

} // namespace noclobber::widgets
