#pragma once

#include <QButtonGroup>
#include <QList>
#include <QPushButton>
#include <QWidget>

namespace noclobber::widgets {

/// Buttons of which one is chosen, each with a count.
class SectionBar : public QWidget
{
    Q_OBJECT
public:
    explicit SectionBar(QWidget *parent = nullptr);

    /// Adds a button; returns its number, from 0.
    int addSection(const QString &name);
    /// Text of a button: its name, and the count beside it.
    void setCount(int section, int count);
    void setShown(int section, bool isShown);
    bool isShown(int section) const { return !m_group.button(section)->isHidden(); }
    void setCurrent(int section);
    int current() const { return m_group.checkedId(); }

signals:
    void chosen(int section);

private:
    QButtonGroup m_group;
    QStringList m_names;
};

} // namespace noclobber::widgets
