#include "ui/widgets/filter_line.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace noclobber::widgets {

FilterLine::FilterLine(const QString &placeholder, QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_count(new QLabel(this)), m_clear(new QToolButton(this))
{
    m_edit->setPlaceholderText(placeholder);
    m_edit->setAccessibleName(placeholder);
    m_edit->setObjectName(QStringLiteral("filter"));
    m_edit->installEventFilter(this);
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_clear->setFocusPolicy(Qt::TabFocus);
    m_clear->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_count);
    row->addWidget(m_clear);
    setFocusProxy(m_edit);

    m_pause.setSingleShot(true);
    m_pause.setInterval(0);
    connect(m_edit, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { emit filterChanged(m_edit->text()); });
    connect(m_clear, &QToolButton::clicked, this, &FilterLine::clear);
}

void FilterLine::setText(const QString &text)
{
    m_edit->setText(text);
    m_pause.stop();
    emit filterChanged(text);
}

void FilterLine::takeFocus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterLine::setCounts(int shown, int all)
{
    const bool hides = shown < all;
    m_count->setText(hides ? tr("%Ln hidden by filter", "", all - shown) : tr("%Ln objects", "", all));
    m_clear->setVisible(hides);
}

bool FilterLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (m_edit->text().isEmpty())
        focusNextChild();
    else
        clear();
    return true;
}

} // namespace noclobber::widgets
