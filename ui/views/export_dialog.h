#pragma once

#include <QButtonGroup>
#include <QDialog>
#include <QLabel>
#include <QPushButton>

#include "ui/models/export_form.h"
#include "ui/runner/background.h"

namespace noclobber::views {

/// Writes a review, with what was done with it, to a file or to the clipboard.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(const review::ReviewPtr &review, const record::ShownRecord &record, QWidget *parent = nullptr);

    /// Writes to a file in the chosen form: `exported` or a message in the dialog follows.
    void save(const QString &file);

signals:
    /// A sentence on what was done.
    void exported(const QString &message);

private:
    QWidget *makeForms();
    QWidget *makeButtons();
    models::ExportForm form() const { return static_cast<models::ExportForm>(m_forms.checkedId()); }
    std::function<std::string()> writing() const;
    void measure();
    void askForFile();
    void copy();
    void say(const QString &message);
    void setBusy(bool isBusy);

    review::ReviewPtr m_review;
    record::ShownRecord m_record;
    runner::Background m_measuring;
    runner::Background m_writing;
    QButtonGroup m_forms;
    QLabel *m_size;
    QLabel *m_state;
    QPushButton *m_save;
    QPushButton *m_copy;
};

} // namespace noclobber::views
