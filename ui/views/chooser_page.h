#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include "core/git/comparison.h"
#include "ui/runner/background.h"
#include "ui/runner/services.h"
#include "ui/views/reference_picker.h"

namespace noclobber::views {

/// Which two commits of a repository to compare, and how.
class ChooserPage : public QWidget
{
    Q_OBJECT
public:
    explicit ChooserPage(const runner::Services &services, QWidget *parent = nullptr);

    /// Lists the repository's references; `failed` if it is none.
    void open(const QString &folder);

signals:
    void chosen(const noclobber::git::ComparisonRequest &request);
    void failed(const noclobber::Error &error, const QString &folder);
    void backAsked();

private:
    struct Listing;
    void show(const Listing &listing);
    void choose();

    const runner::Services &m_services;
    runner::Background m_listing;
    QString m_folder;
    QLabel *m_title;
    ReferencePicker *m_base;
    ReferencePicker *m_head;
    QComboBox *m_kind;
    QPushButton *m_review;
};

} // namespace noclobber::views
