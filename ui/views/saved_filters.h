#pragma once

#include <QMenu>
#include <QToolBar>
#include <QToolButton>
#include <vector>

namespace noclobber::views {

/// The filters a person keeps, one chip each: pressed while it is the filter in use. Shared by all reviews.
class SavedFilters : public QToolBar
{
    Q_OBJECT
public:
    explicit SavedFilters(QWidget *parent = nullptr);

    /// The filter in use now.
    void setFilter(const QString &text);
    /// Save, rename and remove, and every saved filter, for the View menu.
    QMenu *menu() const { return m_menu; }
    /// Saves the filter in use; shown while there is something to save.
    QToolButton *saveButton() const { return m_saveButton; }

signals:
    /// Another filter shall be used; "" for none.
    void chosen(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Saved {
        QString name;
        QString text;
    };

    void load();
    void store() const;
    /// Makes the chips anew.
    void showChips();
    void addChip(int place);
    /// Which is in use; -1: none.
    int current() const;
    void save();
    void remove(int place);
    void beginRename(int place);
    void endRename();
    void showChipMenu(int place, const QPoint &at);

    std::vector<Saved> m_saved;
    QString m_filter;
    QMenu *m_menu;
    QAction *m_save;
    QAction *m_rename;
    QAction *m_remove;
    QToolButton *m_saveButton = nullptr;
    QList<QAction *> m_chips;
    QWidget *m_renaming = nullptr; ///< the line to type a name into, while there is one
    int m_renamed = -1;
};

} // namespace noclobber::views
