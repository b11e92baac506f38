#pragma once

#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include "ui/models/overwrite_card.h"

namespace noclobber::views {

/// One object with its definitions side by side (more than two: one below the other, numbered in the order in which
/// they are applied), who wins, what follows, and how to mend or accept it.
class OverwriteCardView : public QWidget
{
    Q_OBJECT
public:
    explicit OverwriteCardView(const models::OverwriteCard &card, QWidget *parent = nullptr);

    /// Copies the patch that renames it, or the sentence that says what to rename; nothing if nothing tells.
    void copyMend() const;
    /// Shows or hides what accepts it as intended.
    void toggleWaiver();

signals:
    void radiusAsked();
    void textAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *heading(const models::OverwriteCard &card);
    QWidget *definitions(const models::OverwriteCard &card);
    QWidget *definition(const models::DefinitionCard &card, int number);
    QWidget *buttons(const models::OverwriteCard &card);
    QWidget *mend(const models::OverwriteCard &card);
    QWidget *waiver(const models::OverwriteCard &card);
    QWidget *fields(const models::OverwriteCard &card);
    QPushButton *button(const QString &text, QWidget *row);

    QString m_mend;
    QWidget *m_waiver = nullptr;
    QList<QBoxLayout *> m_rows; ///< side by side, or one below the other
};

} // namespace noclobber::views
