#pragma once

#include <QLabel>
#include <QStackedWidget>
#include <QWidget>

#include "ui/models/change_list.h"
#include "ui/models/field_model.h"
#include "ui/runner/background.h"
#include "ui/runner/services.h"
#include "ui/views/chain_label.h"
#include "ui/views/diff_view.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/section_bar.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// One object: what happens to it and why, its text side by side, its fields.
class ObjectPane : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { SideBySide, Fields };

    ObjectPane(const runner::Services &services, const KSyntaxHighlighting::Repository &repository,
               QWidget *parent = nullptr);

    void setReview(const review::ReviewPtr &review);
    void showObject(const argo::ObjectId &id);
    void setMode(Mode mode);
    DiffView *diff() const { return m_diff; }

signals:
    /// The text of the object is on the screen (or why there is none).
    void shown();

private:
    QWidget *makeHeader();
    QWidget *makeFields();
    void showHeader(const models::ReviewedObject &object);
    QString whereText(const models::ReviewedObject &object) const;
    void readTexts(const argo::ObjectId &id);
    QString heading(const git::TreeSnapshot &snapshot, const review::ObjectText &text, const QString &role) const;

    const runner::Services &m_services;
    review::ReviewPtr m_review;
    runner::Background m_reading;
    widgets::Badge *m_state;
    widgets::Badge *m_fate;
    widgets::ElidedLabel *m_name;
    widgets::ElidedLabel *m_where;
    ChainLabel *m_chain;
    widgets::SectionBar *m_modes;
    QStackedWidget *m_stack;
    DiffView *m_diff;
    models::FieldModel *m_fields;
};

} // namespace noclobber::views
