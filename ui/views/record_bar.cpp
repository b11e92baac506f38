#include "ui/views/record_bar.h"

#include "ui/views/key_bindings.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace noclobber::views {

RecordBar::RecordBar(QAction *approve, QAction *requestChanges, QWidget *parent)
    : QWidget(parent), m_notice(new widgets::NoticeBar(this)), m_text(new QLabel(this)), m_message(new QLabel(this))
{
    for (QLabel *label : {m_text, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_text->setObjectName(QStringLiteral("progress"));
    m_text->setWordWrap(true);
    m_notice->setObjectName(QStringLiteral("trouble"));
    connect(m_notice, &widgets::NoticeBar::acted, this, &RecordBar::saveAsked);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 4, 8, 4);
    line->setSpacing(8);
    line->addWidget(m_text, 3);
    line->addWidget(m_message, 2);
    for (QAction *action : {approve, requestChanges}) {
        auto *button = new QToolButton(this);
        action->setIconText(plainText(*action));
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->iconText());
        line->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addLayout(line);
}

void RecordBar::setDuration(qint64 milliseconds)
{
    const QLocale locale;
    m_duration = tr("analysed %1 s").arg(locale.toString(static_cast<double>(milliseconds) / 1000, 'f', 1));
    setMessage({});
    write();
}

void RecordBar::setRecord(const record::RecordKeeper &record, int unseen)
{
    const QString decision = models::RecordWords::decided(record.shown());
    QStringList parts = decision.isEmpty() ? QStringList() : QStringList{decision};
    parts << QStringList{models::RecordWords::progress(record.progress()),
                         tr("%Ln comments", nullptr, static_cast<int>(record.comments().size()))};
    if (const auto drafts = static_cast<int>(record.drafts().size()); drafts > 0)
        parts << tr("%Ln unsaved comments", nullptr, drafts);
    if (unseen > 0)
        parts << tr("%Ln blocked objects to look at", nullptr, unseen);
    m_progress = parts.join(QStringLiteral("  ·  "));
    showTrouble(record);
    write();
}

/// Trouble comes back however often somebody waves it away: what is done is not on disk.
void RecordBar::showTrouble(const record::RecordKeeper &record)
{
    QStringList wrong = record.remarks();
    if (!record.trouble().isEmpty())
        wrong.prepend(record.trouble());
    const QString text = wrong.join(QLatin1Char('\n'));
    if (text.isEmpty())
        return m_notice->hide();
    const bool isDismissed = m_notice->isHidden() && !record.trouble().isEmpty();
    if (text != m_notice->text() || isDismissed)
        m_notice->showNotice(text, record.trouble().isEmpty() ? QString() : tr("Try to save again"));
}

void RecordBar::setMessage(const QString &message)
{
    m_message->setText(message);
    m_message->setToolTip(message);
    m_message->setVisible(!message.isEmpty());
}

void RecordBar::write()
{
    const QString whole = m_duration.isEmpty() ? m_progress : m_progress + QStringLiteral("  ·  ") + m_duration;
    m_text->setText(whole);
    m_text->setToolTip(whole);
    m_text->setAccessibleName(whole);
}

} // namespace noclobber::views
