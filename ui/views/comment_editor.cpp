#include "ui/views/comment_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <algorithm>
#include <utility>

#include "ui/models/text.h"

namespace noclobber::views {

namespace {

constexpr int keepAfter = 500; ///< milliseconds

QToolButton *makeButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

CommentEditor::CommentEditor(record::RecordKeeper &record, QWidget *parent)
    : QWidget(parent), m_record(record), m_heading(new widgets::ElidedLabel(this)), m_field(new QComboBox(this)),
      m_text(new QPlainTextEdit(this)), m_save(makeButton(tr("Save comment"), this)),
      m_cancel(makeButton(tr("Cancel"), this)), m_remove(makeButton(tr("Remove comment"), this))
{
    m_heading->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_field->setAccessibleName(tr("What the comment is about"));
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setMinimumContentsLength(20);
    m_text->setAccessibleName(tr("Comment"));
    m_text->setPlaceholderText(tr("Ctrl+Enter saves, Esc leaves"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 4 + 12);
    m_save->setToolTip(tr("Ctrl+Enter"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_heading);
    line->addWidget(m_field);
    line->addStretch(1);
    for (QToolButton *button : {m_remove, m_cancel, m_save})
        line->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 8, 4);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_text);
    setTabOrder(m_field, m_text);
    setTabOrder(m_text, m_save);
    connect(m_save, &QToolButton::clicked, this, &CommentEditor::save);
    connect(m_cancel, &QToolButton::clicked, this, &CommentEditor::close);
    connect(m_remove, &QToolButton::clicked, this, &CommentEditor::discard);
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(keepAfter);
    connect(&m_keeping, &QTimer::timeout, this, &CommentEditor::keep);
    connect(m_text, &QPlainTextEdit::textChanged, &m_keeping, qOverload<>(&QTimer::start));
    connect(m_field, &QComboBox::currentIndexChanged, &m_keeping, qOverload<>(&QTimer::start));
    hide();
}

void CommentEditor::setReview(const review::Review &review)
{
    const git::Comparison &comparison = review.comparison;
    const QString shown = QString::fromStdString(comparison.place.gitDirectory + '\n' + comparison.base.revision +
                                                 '\n' + comparison.head.revision);
    if (std::exchange(m_review, shown) == shown)
        return;
    close();
    m_number = 0;
}

record::Draft CommentEditor::place() const
{
    const QString field = m_number != 0 ? m_oldField : m_field->currentData().toString();
    return {m_number, m_id, field.toStdString(), {}};
}

void CommentEditor::keep()
{
    m_keeping.stop();
    if (isHidden())
        return;
    record::Draft draft = place();
    const QString text = m_text->toPlainText();
    if (!text.trimmed().isEmpty() && text != m_before)
        draft.text = text.toStdString();
    m_record.setDraft(draft);
}

void CommentEditor::discard()
{
    m_record.removeComment(m_number);
    m_text->clear();
    close();
}

void CommentEditor::begin(const argo::ObjectId &id, const QStringList &fields, const QString &field)
{
    close();
    m_id = id;
    m_number = 0;
    m_field->clear();
    m_field->addItem(tr("the whole object"));
    for (const QString &each : fields)
        m_field->addItem(models::toQString(each.toStdString()), each);
    if (!field.isEmpty() && m_field->findData(field) < 0)
        m_field->addItem(models::toQString(field.toStdString()), field);
    m_field->setCurrentIndex(field.isEmpty() ? 0 : m_field->findData(field));
    m_field->show();
    m_remove->setText(tr("Discard"));
    m_remove->setAccessibleName(tr("Discard what is written"));
    open(tr("Comment on %1:").arg(models::objectText(id)), {});
}

void CommentEditor::edit(const record::Comment &comment)
{
    close();
    m_id = comment.id;
    m_number = comment.number;
    m_oldField = QString::fromStdString(comment.field);
    m_field->hide();
    m_remove->setText(tr("Remove comment"));
    m_remove->setAccessibleName(m_remove->text());
    const QString object = models::objectText(comment.id);
    const QString heading = comment.field.empty()
                                ? tr("Edit the comment on %1").arg(object)
                                : tr("Edit the comment on %1, field %2").arg(object, models::toQString(comment.field));
    open(heading, QString::fromStdString(comment.text));
}

void CommentEditor::resume(const record::Draft &draft, const QStringList &fields)
{
    if (draft.number == 0)
        return begin(draft.id, fields, QString::fromStdString(draft.field));
    const auto &comments = m_record.comments();
    const auto known = std::ranges::find(comments, draft.number, &record::Comment::number);
    edit(known != comments.end() && known->id == draft.id
             ? *known
             : record::Comment{draft.number, draft.id, draft.field, {}, {}});
}

void CommentEditor::open(const QString &heading, const QString &text)
{
    m_heading->setWholeText(heading);
    m_before = text;
    m_text->setPlainText(m_record.draftText(place()).value_or(text));
    m_text->moveCursor(QTextCursor::End);
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    emit toggled(true);
}

void CommentEditor::save()
{
    const QString text = m_text->toPlainText().trimmed();
    if (isHidden() || text.isEmpty())
        return;
    const auto isIt = [this](const record::Comment &comment) { return comment.number == m_number; };
    if (std::ranges::any_of(m_record.comments(), isIt))
        m_record.editComment(m_number, text);
    else // a new one, or one that was taken back meanwhile
        m_record.addComment(m_id, QString::fromStdString(place().field), text);
    m_text->clear();
    close();
}

void CommentEditor::close()
{
    if (isHidden())
        return;
    keep();
    hide();
    emit toggled(false);
}

void CommentEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QWidget::keyPressEvent(event);
}

} // namespace noclobber::views
