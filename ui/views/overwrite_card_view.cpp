#include "ui/views/overwrite_card_view.h"

#include <QClipboard>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include "ui/widgets/badge.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/text_block.h"

namespace noclobber::views {

namespace {

QLabel *label(const QString &text, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setAccessibleName(text);
    made->setMinimumWidth(80);
    return made;
}

QLabel *strong(const QString &text, QWidget *parent, double size = 1.0)
{
    QLabel *made = label(text, parent);
    widgets::setTextSize(made, size, true);
    return made;
}

QLabel *code(const QString &text, QWidget *parent)
{
    QLabel *made = label(text, parent);
    widgets::useCodeFont(made);
    return made;
}

widgets::Paragraph *paragraph(const QString &heading, const QString &text, QWidget *parent)
{
    auto *made = new widgets::Paragraph(parent);
    made->setContent(heading, text);
    return made;
}

} // namespace

OverwriteCardView::OverwriteCardView(const models::OverwriteCard &card, QWidget *parent)
    : QWidget(parent), m_mend(card.patch.isEmpty() ? card.rename : card.patch)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addWidget(heading(card));
    column->addWidget(definitions(card));
    column->addWidget(
        paragraph(tr("Who wins, and why"), tr("%1. %2", "certainty, reason").arg(card.certainty, card.why), this));
    column->addWidget(paragraph(tr("Looks like a slip"), card.slip, this));
    column->addWidget(paragraph(tr("Then"), card.consequence, this));
    column->addWidget(buttons(card));
    column->addWidget(waiver(card));
    column->addWidget(mend(card));
    if (!card.fields.isEmpty())
        column->addWidget(fields(card));
    column->addWidget(paragraph(tr("Finding"), card.message, this));
    column->addStretch(1);
}

void OverwriteCardView::copyMend() const
{
    if (!m_mend.isEmpty())
        QGuiApplication::clipboard()->setText(m_mend);
}

void OverwriteCardView::toggleWaiver()
{
    if (m_waiver != nullptr)
        m_waiver->setVisible(m_waiver->isHidden());
}

QWidget *OverwriteCardView::heading(const models::OverwriteCard &card)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    const int count = static_cast<int>(card.definitions.size());
    QString text = tr("%1: %n declarations", "object", count).arg(card.heading);
    if (!card.scope.isEmpty())
        text = tr("%1 in %2", "object and its declarations, cluster").arg(text, card.scope);
    row->addWidget(strong(text, box, 1.15), 1);
    if (card.isApiMigrated) {
        auto *badge = new widgets::Badge(box);
        badge->setContent(QStringLiteral("api-moved"), tr("API moved"), static_cast<int>(models::Level::Caution));
        row->addWidget(badge, 0, Qt::AlignTop);
    }
    return box;
}

QWidget *OverwriteCardView::definitions(const models::OverwriteCard &card)
{
    auto *box = new QWidget(this);
    const bool isPair = card.definitions.size() <= 2;
    auto *layout = new QBoxLayout(isPair ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    int number = 0;
    for (const models::DefinitionCard &each : card.definitions)
        layout->addWidget(definition(each, isPair ? 0 : ++number), 1);
    if (isPair)
        m_rows << layout;
    return box;
}

/// Definitions and buttons stand side by side only where paths have room for that.
void OverwriteCardView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int narrow = 80; ///< letters
    const bool isNarrow = event->size().width() < narrow * fontMetrics().averageCharWidth();
    for (QBoxLayout *row : m_rows)
        row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QWidget *OverwriteCardView::definition(const models::DefinitionCard &card, int number)
{
    auto *frame = new QFrame(this);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    auto *badge = new widgets::Badge(frame);
    const bool wins = card.level == models::Level::Danger;
    badge->setContent(wins ? QStringLiteral("overwritten") : QStringLiteral("shadowed"), card.outcome,
                      static_cast<int>(card.level));
    const QString title = number > 0 ? tr("%1. %2", "number, title").arg(number).arg(card.title) : card.title;
    auto *top = new QHBoxLayout;
    top->addWidget(strong(title, frame), 1);
    top->addWidget(badge);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(code(card.place, frame));
    for (const QString &fact : card.facts)
        column->addWidget(label(fact, frame));
    column->addStretch(1);
    return frame;
}

QWidget *OverwriteCardView::fields(const models::OverwriteCard &card)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->addWidget(strong(tr("What differs"), box), 0, 0);
    grid->addWidget(strong(tr("Before"), box), 0, 1);
    grid->addWidget(strong(tr("After"), box), 0, 2);
    int row = 1;
    for (const models::FieldLine &field : card.fields) {
        grid->addWidget(code(field.path, box), row, 0, Qt::AlignTop);
        grid->addWidget(code(field.existing, box), row, 1, Qt::AlignTop);
        grid->addWidget(code(field.incoming, box), row, 2, Qt::AlignTop);
        ++row;
    }
    if (card.moreFields > 0)
        grid->addWidget(label(tr("and %n more fields", "", card.moreFields), box), row, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    return box;
}

QPushButton *OverwriteCardView::button(const QString &text, QWidget *row)
{
    auto *made = new QPushButton(text, row);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    row->layout()->addWidget(made);
    return made;
}

QWidget *OverwriteCardView::buttons(const models::OverwriteCard &card)
{
    auto *box = new QWidget(this);
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight, box);
    row->setContentsMargins(0, 0, 0, 0);
    m_rows << row;
    if (!card.consequence.isEmpty())
        connect(button(tr("Show its blast radius"), box), &QPushButton::clicked, this, &OverwriteCardView::radiusAsked);
    connect(button(tr("Show both texts"), box), &QPushButton::clicked, this, &OverwriteCardView::textAsked);
    if (!card.patch.isEmpty())
        connect(button(tr("Copy the patch that renames it"), box), &QPushButton::clicked, this,
                &OverwriteCardView::copyMend);
    else if (!card.rename.isEmpty())
        connect(button(tr("Copy what to rename"), box), &QPushButton::clicked, this, &OverwriteCardView::copyMend);
    if (!card.waiver.isEmpty())
        connect(button(tr("Mark intended…"), box), &QPushButton::clicked, this, &OverwriteCardView::toggleWaiver);
    row->addStretch(1);
    return box;
}

QWidget *OverwriteCardView::mend(const models::OverwriteCard &card)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(paragraph(tr("What to do"), card.rename.isEmpty() ? card.help : card.rename, box));
    if (!card.patch.isEmpty())
        column->addWidget(new widgets::TextBlock(tr("Patch that renames it"), card.patch, box));
    return box;
}

QWidget *OverwriteCardView::waiver(const models::OverwriteCard &card)
{
    m_waiver = new QWidget(this);
    auto *column = new QVBoxLayout(m_waiver);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(paragraph(tr("If this is intended"), card.waiverPlace, m_waiver));
    if (!card.waiver.isEmpty())
        column->addWidget(new widgets::TextBlock(tr("Accepted exception for .noclobber.yaml"), card.waiver, m_waiver));
    m_waiver->hide();
    return m_waiver;
}

} // namespace noclobber::views
