#include "ui/views/error_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/models/text.h"

namespace noclobber::views {

ErrorPage::ErrorPage(QWidget *parent)
    : QWidget(parent), m_title(new widgets::Paragraph(this)), m_message(new widgets::Paragraph(this)),
      m_where(new widgets::Paragraph(this)), m_found(new widgets::Paragraph(this)),
      m_trust(new widgets::Paragraph(this)), m_advice(new widgets::Paragraph(this)),
      m_retry(new QPushButton(tr("Try again"), this))
{
    m_title->setTitleFont(1.3);
    auto *buttons = new QHBoxLayout;
    auto *back = new QPushButton(tr("Back"), this);
    auto *copy = new QPushButton(tr("Copy details"), this);
    for (QPushButton *button : {m_retry, back, copy}) {
        button->setAccessibleName(button->text());
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *centre = new QWidget(this);
    centre->setMaximumWidth(fontMetrics().averageCharWidth() * 100);
    auto *column = new QVBoxLayout(centre);
    column->setSpacing(12);
    column->addStretch(1);
    for (QWidget *label : std::initializer_list<QWidget *>{m_title, m_message, m_where, m_found, m_trust, m_advice})
        column->addWidget(label);
    column->addLayout(buttons);
    column->addStretch(2);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(centre, 4);
    row->addStretch(1);
    connect(m_retry, &QPushButton::clicked, this, &ErrorPage::retryAsked);
    connect(back, &QPushButton::clicked, this, &ErrorPage::backAsked);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_details); });
}

void ErrorPage::setError(const Error &error, const QString &folder, const Remains &remains)
{
    const bool wasCancelled = error.code == ErrorCode::Cancelled;
    m_title->setContent({},
                        wasCancelled ? tr("Cannot tell (stopped)") : tr("Cannot tell: this change was not reviewed"));
    const QString message = models::withCapital(models::toQString(error.message));
    m_message->setContent({}, message);
    const QString where = models::toQString(error.where);
    m_where->setContent(tr("Where"), where);
    m_advice->setContent(tr("What to do"), advice(error.code));
    showRemains(remains, wasCancelled);
    m_retry->setFocus();
    m_details = tr("noclobber %1\nRepository: %2\n%3\nWhere: %4")
                    .arg(QStringLiteral(NOCLOBBER_VERSION), folder, message, where);
}

void ErrorPage::showRemains(const Remains &remains, bool wasCancelled)
{
    m_found->setContent(wasCancelled ? tr("Found before it was stopped") : tr("Found before it failed"), remains.found);
    const QString partly = remains.found.isEmpty()
                               ? tr("Nothing is known about this change.")
                               : tr("This is not all: it says nothing about the rest of the change, "
                                    "and nothing here means that it is safe.");
    m_trust->setContent(
        tr("What still counts"),
        remains.hasReview
            ? tr("%1 The review that was shown before is whole; Back returns to it.", "another sentence").arg(partly)
            : partly);
}

QString ErrorPage::advice(ErrorCode code) const
{
    switch (code) {
    case ErrorCode::Usage:
        return tr("Choose base and head again.");
    case ErrorCode::Git:
        return tr("Check with git that this repository is whole and that you may read it.");
    case ErrorCode::NotFound:
        return tr("Check the folder and the names of both commits; fetch what is not here yet.");
    case ErrorCode::Yaml:
        return tr("Mend the file named above and try again.");
    case ErrorCode::Configuration:
        return tr("Mend .noclobber.yaml in the base commit and try again.");
    case ErrorCode::Io:
        return tr("Check that the file can be read or written and that there is room for it.");
    case ErrorCode::Cancelled:
        break;
    }
    return tr("Try again when you like.");
}

} // namespace noclobber::views
