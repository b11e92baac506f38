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
    explicit ExportDialog(models::Exported exported, QWidget *parent = nullptr);

    /// Writes to a file in the chosen form: `exported` or a message in the dialog follows.
    void save(const QString &file);

signals:
    /// A sentence on what was done.
    void exported(const QString &message);

private:
    QWidget *makeForms();
    QWidget *makeScopes();
    void takeForm();
    QWidget *makeButtons();
    models::ExportForm form() const { return static_cast<models::ExportForm>(m_forms.checkedId()); }
    models::ExportScope scope() const { return static_cast<models::ExportScope>(m_scopes.checkedId()); }
    std::function<std::string()> writing() const;
    void measure();
    void askForFile();
    void copy();
    void say(const QString &message);
    void setBusy(bool isBusy);

    models::Exported m_exported;
    runner::Background m_measuring;
    runner::Background m_writing;
    QButtonGroup m_forms;
    QButtonGroup m_scopes;
    QLabel *m_remark; ///< why there is nothing to choose
    QLabel *m_size;
    QLabel *m_state;
    QPushButton *m_save;
    QPushButton *m_copy;
};

} // namespace noclobber::views
