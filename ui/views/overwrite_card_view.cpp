#include "ui/views/overwrite_card_view.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/badge.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/paragraph.h"

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

OverwriteCardView::OverwriteCardView(const models::OverwriteCard &card, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(10);
    const int count = static_cast<int>(card.definitions.size());
    column->addWidget(strong(tr("%1: %n definitions", "object", count).arg(card.heading), this, 1.15));
    column->addWidget(definitions(card));
    const QString certainty = card.isCertain ? tr("Certain.") : tr("Unpredictable.");
    column->addWidget(
        paragraph(tr("Who wins, and why"), tr("%1 %2", "certainty, reason").arg(certainty, card.why), this));
    column->addWidget(paragraph(tr("What follows"), card.consequence, this));
    column->addWidget(paragraph(tr("What to do"), card.help, this));
    column->addWidget(buttons(card));
    if (!card.fields.isEmpty())
        column->addWidget(fields(card));
    column->addWidget(paragraph(tr("Finding"), card.message, this));
    column->addStretch(1);
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
    return box;
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

QWidget *OverwriteCardView::buttons(const models::OverwriteCard &card)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *radius = new QPushButton(tr("Show its blast radius"), box);
    radius->setVisible(!card.consequence.isEmpty());
    auto *text = new QPushButton(tr("Show both texts"), box);
    for (QPushButton *button : {radius, text}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(radius, &QPushButton::clicked, this, &OverwriteCardView::radiusAsked);
    connect(text, &QPushButton::clicked, this, &OverwriteCardView::textAsked);
    return box;
}

} // namespace noclobber::views
