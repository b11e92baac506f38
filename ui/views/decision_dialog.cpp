#include "ui/views/decision_dialog.h"

#include <QAccessible>
#include <QTime>
#include <QVBoxLayout>

#include "ui/models/error_text.h"
#include "ui/models/text.h"

namespace noclobber::views {

using record::Choice;

DecisionDialog::DecisionDialog(const Question &question, record::RecordKeeper &record, const runner::Services &services,
                               QWidget *parent)
    : QDialog(parent), m_review(question.review), m_folders(question.folders), m_gate(question.gate), m_record(record),
      m_services(services), m_state(new QLabel(this)), m_requestChanges(new QRadioButton(tr("Re&quest changes"), this)),
      m_approve(new QRadioButton(tr("&Approve"), this)), m_obstacle(new QLabel(this)), m_name(new QLineEdit(this)),
      m_reason(new QLineEdit(this)), m_summary(new QPlainTextEdit(this)), m_preview(new ReviewText(this))
{
    setWindowTitle(tr("Decide on %1").arg(models::toQString(m_review->comparison.head.revision)));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 640);
    m_override = makeOverride();
    auto *previewTitle = new QLabel(tr("The text of the review. It stays on this computer, nothing is sent to any "
                                       "host: copy or export it."),
                                    this);
    previewTitle->setWordWrap(true);
    previewTitle->setBuddy(m_preview);
    m_summary->setAccessibleName(tr("Summary, may stay empty"));
    m_summary->setPlaceholderText(tr("Summary, may stay empty"));
    m_summary->setTabChangesFocus(true);
    m_summary->setFixedHeight(m_summary->fontMetrics().lineSpacing() * 3 + 12);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_state);
    column->addWidget(makeChoices());
    column->addWidget(m_override);
    column->addWidget(m_summary);
    column->addWidget(previewTitle);
    column->addWidget(m_preview, 1);
    column->addWidget(makeButtons());
    m_approve->setEnabled(m_obstacle->text().isEmpty());
    if (question.choice)
        (*question.choice == Choice::Approve && m_approve->isEnabled() ? m_approve : m_requestChanges)
            ->setChecked(true);
    check([] {});
    refresh();
}

QWidget *DecisionDialog::makeChoices()
{
    auto *choices = new QWidget(this);
    m_obstacle->setText(models::DecisionGate::obstacle(m_gate.unseen(m_record)));
    m_obstacle->setVisible(!m_obstacle->text().isEmpty());
    m_approve->setToolTip(m_obstacle->text());
    m_approve->setAccessibleDescription(m_obstacle->text());
    const record::Progress progress = m_record.progress();
    const QLocale locale;
    auto *seen = new QLabel(tr("Seen: %1 of %2 that need a look, %3 of %4 in all.")
                                .arg(locale.toString(progress.seenRisky), locale.toString(progress.risky),
                                     locale.toString(progress.seen), locale.toString(progress.objects)),
                            choices);
    auto *line = new QHBoxLayout;
    line->addWidget(m_requestChanges);
    line->addWidget(m_approve);
    line->addStretch(1);
    line->addWidget(seen);
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(line);
    column->addWidget(m_obstacle);
    for (QRadioButton *button : {m_requestChanges, m_approve})
        connect(button, &QRadioButton::toggled, this, &DecisionDialog::refresh);
    connect(m_summary, &QPlainTextEdit::textChanged, this, &DecisionDialog::refresh);
    return choices;
}

QWidget *DecisionDialog::makeOverride()
{
    auto *area = new QWidget(this);
    auto *heading = new QLabel(
        tr("This change is blocked. To approve it all the same, type %1 and say why.").arg(m_gate.confirmation()),
        area);
    heading->setWordWrap(true);
    heading->setTextFormat(Qt::PlainText);
    m_name->setPlaceholderText(tr("Type %1").arg(m_gate.confirmation()));
    m_name->setAccessibleName(tr("Name to confirm: type %1").arg(m_gate.confirmation()));
    m_reason->setPlaceholderText(tr("Reason, printed in every export"));
    m_reason->setAccessibleName(tr("Reason for approving a blocked change, printed in every export"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_name, 1);
    line->addWidget(m_reason, 2);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading);
    column->addLayout(line);
    for (QLineEdit *edit : {m_name, m_reason})
        connect(edit, &QLineEdit::textChanged, this, &DecisionDialog::refresh);
    return area;
}

QWidget *DecisionDialog::makeButtons()
{
    auto *area = new QWidget(this);
    auto *cancel = new QPushButton(tr("Cancel"), area);
    m_reload = new QPushButton(tr("Reload"), area);
    m_done = new QPushButton(area);
    m_done->setObjectName(QStringLiteral("record-decision"));
    auto *line = new QHBoxLayout(area);
    line->setContentsMargins(0, 0, 0, 0);
    line->addStretch(1);
    for (QPushButton *button : {m_reload, cancel, m_done}) {
        button->setAutoDefault(false);
        button->setDefault(false);
        line->addWidget(button);
    }
    m_reload->hide();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_reload, &QPushButton::clicked, this, [this] {
        reject();
        emit reloadAsked();
    });
    connect(m_done, &QPushButton::clicked, this, &DecisionDialog::record);
    return area;
}

void DecisionDialog::check(const std::function<void()> &done)
{
    m_isCurrent = false;
    m_state->setText(tr("Asking git whether base and head are still what is shown…"));
    const git::Comparison &comparison = m_review->comparison;
    git::ComparisonRequest request;
    request.folder = comparison.place.workTree.empty() ? comparison.place.gitDirectory : comparison.place.workTree;
    request.base = comparison.base.revision;
    request.head = comparison.head.revision;
    const auto work = [find = m_services.findTips, findFolders = m_services.findFolderState, request,
                       folders = m_folders]() -> Result<git::Tips> {
        if (folders && findFolders) { // their copy stays what it is
            const auto state = findFolders(*folders, {}, {});
            return state ? Result<git::Tips>(state->tips) : state.error();
        }
        if (!find)
            return Error{ErrorCode::Git, "there is nobody to ask.", request.folder};
        return find(request);
    };
    m_checking.ask(this, work, [this, done](const Result<git::Tips> &tips) {
        const git::Tips shown{m_review->comparison.base.commit, m_review->comparison.head.commit};
        m_isCurrent = tips && *tips == shown;
        m_reload->setVisible(tips && !m_isCurrent);
        if (!tips)
            m_state->setText(tr("Git cannot say where base and head are, so nothing can be recorded: %1")
                                 .arg(models::errorText(tips.error())));
        else if (!m_isCurrent)
            m_state->setText(tr("%1 has moved to %2 since this review: reload before you decide.")
                                 .arg(models::toQString(tips->head == shown.head ? m_review->comparison.base.revision
                                                                                 : m_review->comparison.head.revision),
                                      models::toQString(tips->head == shown.head ? tips->base : tips->head).left(10)));
        else
            m_state->setText(tr("%1 is still %2, checked at %3.")
                                 .arg(models::toQString(m_review->comparison.head.revision),
                                      models::toQString(shown.head).left(10),
                                      QLocale().toString(QTime::currentTime(), QLocale::ShortFormat)));
        QAccessibleEvent alert(m_state, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
        refresh();
        if (m_isCurrent)
            done();
    });
}

bool DecisionDialog::isComplete() const
{
    if (m_requestChanges->isChecked())
        return true;
    if (!m_approve->isChecked())
        return false;
    return !m_gate.isBlocked() ||
           (m_name->text().trimmed() == m_gate.confirmation() && !m_reason->text().trimmed().isEmpty());
}

record::Decision DecisionDialog::decision() const
{
    record::Decision made;
    made.choice = isApproval() ? Choice::Approve : Choice::RequestChanges;
    made.summary = m_summary->toPlainText().trimmed().toStdString();
    if (isApproval() && m_gate.isBlocked())
        made.overridden =
            record::Override{m_gate.confirmation().toStdString(), m_reason->text().trimmed().toStdString()};
    return made;
}

void DecisionDialog::refresh()
{
    m_override->setVisible(isApproval() && m_gate.isBlocked());
    m_done->setText(isApproval() ? tr("Record the approval") : tr("Record the request"));
    m_done->setEnabled(m_isCurrent && isComplete());
    record::ShownRecord shown = m_record.shown();
    if (isApproval() || m_requestChanges->isChecked())
        shown.decision = m_record.completed(decision());
    shown.isOutdated = false;
    m_preview->showReview(m_review, shown);
}

void DecisionDialog::record()
{
    m_done->setEnabled(false);
    check([this] {
        m_record.setDecision(decision());
        accept();
    });
}

} // namespace noclobber::views
