#pragma once

#include <QComboBox>
#include <QPushButton>
#include <QWidget>
#include <stop_token>

#include "ui/runner/background.h"
#include "ui/runner/services.h"
#include "ui/views/commit_picker.h"
#include "ui/widgets/elided_label.h"

namespace noclobber::views {

/// Which two commits of a repository to compare, and how.
class ChooserPage : public QWidget
{
    Q_OBJECT
public:
    explicit ChooserPage(const runner::Services &services, QWidget *parent = nullptr);
    ~ChooserPage() override;

    /// Lists what there is to choose from; `failed` if it is no repository. `name`: what people call it.
    void open(const QString &folder, const QString &name);

signals:
    void chosen(const noclobber::git::ComparisonRequest &request);
    void failed(const noclobber::Error &error, const QString &folder);
    void backAsked();

private:
    struct Answer;
    void makeLayout(QPushButton *back);
    void read(std::size_t commits);
    void take(const Answer &answer);
    void readMore();
    void swap();
    void choose();

    const runner::Services &m_services;
    runner::Background m_reading;
    std::stop_source m_stop;
    QString m_folder;
    models::CommitListPtr m_list; ///< nullptr until something was read
    bool m_isReading = false;
    widgets::ElidedLabel *m_title;
    widgets::ElidedLabel *m_remark; ///< what is not listed
    CommitPicker *m_base;
    CommitPicker *m_head;
    QPushButton *m_swap;
    QComboBox *m_kind;
    QPushButton *m_review;
};

} // namespace noclobber::views
