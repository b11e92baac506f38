#pragma once

#include <QWidget>

#include "ui/models/overwrite_card.h"

namespace noclobber::views {

/// One object with its definitions side by side (more than two: one below the other, numbered).
class OverwriteCardView : public QWidget
{
    Q_OBJECT
public:
    explicit OverwriteCardView(const models::OverwriteCard &card, QWidget *parent = nullptr);

signals:
    void radiusAsked();
    void textAsked();

private:
    QWidget *definitions(const models::OverwriteCard &card);
    QWidget *definition(const models::DefinitionCard &card, int number);
    QWidget *fields(const models::OverwriteCard &card);
    QWidget *buttons(const models::OverwriteCard &card);
};

} // namespace noclobber::views
