#include "ui/widgets/reader_toggle.h"

#include <QAction>

namespace noclobber::widgets {

void triggerByToggle(QToolButton &button)
{
    QObject::connect(&button, &QToolButton::toggled, &button, [&button](bool isOn) {
        QAction *action = button.defaultAction();
        if (action != nullptr && action->isChecked() != isOn)
            action->trigger();
    });
}

} // namespace noclobber::widgets
