#pragma once

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

#include "core/git/folder_pair.h"

namespace noclobber::views {

/// Which two plain folders to compare.
class FoldersPage : public QWidget
{
    Q_OBJECT
public:
    explicit FoldersPage(QWidget *parent = nullptr);

    /// Proposes folders; one may be empty.
    void begin(const git::FolderPair &folders);

signals:
    void chosen(const noclobber::git::FolderPair &folders);
    void backAsked();

private:
    QLineEdit *addFolder(QGridLayout &grid, const QString &role, const QString &question);
    void choose();

    QLineEdit *m_base = nullptr;
    QLineEdit *m_head = nullptr;
    QPushButton *m_compare;
};

} // namespace noclobber::views
