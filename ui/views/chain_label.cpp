#include "ui/views/chain_label.h"

#include "core/report/ranking.h"
#include "ui/models/text.h"

namespace noclobber::views {

ChainLabel::ChainLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setMinimumWidth(1); // a long name is cut rather than taking the place of all else
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Why this happens"));
}

void ChainLabel::setChain(const std::vector<blast::Reason> &because)
{
    QStringList lines;
    int number = 0;
    for (const blast::Reason &reason : because) {
        lines << tr("%1  %2%3", "number in the chain of reasons, object, reason with a colon or blank before it")
                     .arg(++number)
                     .arg(models::objectText(reason.id), models::toQString(report::afterName(reason)));
    }
    setText(lines.join(QLatin1Char('\n')));
    setAccessibleDescription(text());
    setVisible(!lines.isEmpty());
}

} // namespace noclobber::views
