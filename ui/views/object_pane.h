#pragma once

#include <QLabel>
#include <QStackedWidget>
#include <QWidget>

#include "ui/models/field_model.h"
#include "ui/runner/background.h"
#include "ui/runner/services.h"
#include "ui/views/chain_label.h"
#include "ui/views/diff_controls.h"
#include "ui/views/diff_view.h"
#include "ui/views/object_header.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// One object: what happens to it and why, its text in both commits, its fields.
class ObjectPane : public QWidget
{
    Q_OBJECT
public:
    using Mode = DiffControls::Mode;

    ObjectPane(const runner::Services &services, const KSyntaxHighlighting::Repository &repository,
               QWidget *parent = nullptr);

    void setReview(const review::ReviewPtr &review);
    void showObject(const argo::ObjectId &id);
    DiffView *diff() const { return m_diff; }

    Mode mode() const;
    /// Back from the fields to the text, as it was shown.
    void showText();
    /// By hand: from now on the width of the pane decides no more.
    void setMode(Mode mode);
    void setVerbatim(bool isVerbatim);
    bool isVerbatim() const { return m_isVerbatim; }
    void setWordMarks(bool shown);
    bool hasWordMarks() const { return m_wordMarks; }
    void setNoiseShown(bool shown);
    bool isNoiseShown() const { return m_diff->options().showsNoise; }
    /// Shows more or fewer unchanged lines around a change.
    void stepContext(int step);
    /// Every unchanged line, or those around changes again.
    void toggleAll();
    /// What the object, its state, effect and place are, to paste somewhere.
    QString markdown() const;
    /// The field that is current in the text or the list of fields; "" for none.
    std::string currentField() const;

signals:
    /// The text of the object is on the screen (or why there is none).
    void shown();
    /// The mode or another choice is another one.
    void modeChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Reading;

    QWidget *makeFields();
    void readText();
    void colour(const models::DiffTextPtr &text);
    void take(const Reading &reading);
    void showHint();
    void showNoiseCount();
    void showMode();
    QString heading(const git::TreeSnapshot &snapshot, const std::optional<argo::Location> &place,
                    const QString &role) const;

    const runner::Services &m_services;
    review::ReviewPtr m_review;
    std::optional<models::ReviewedObject> m_object;
    runner::Background m_reading;
    runner::Background m_colouring;
    std::optional<bool> m_unifiedByHand;
    bool m_showsFields = false;
    bool m_isVerbatim = false;
    bool m_wordMarks = true;
    ObjectHeader *m_header;
    DiffControls *m_controls;
    QLabel *m_hint;
    QStackedWidget *m_stack;
    DiffView *m_diff;
    models::FieldModel *m_fields;
    widgets::TreeView *m_fieldList = nullptr;
    QLabel *m_noFields = nullptr;
};

} // namespace noclobber::views
