#include "ui/widgets/command_line.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QTimer>

#include "ui/widgets/fonts.h"
#include "ui/widgets/glyph_button.h"

namespace noclobber::widgets {

namespace {

constexpr int copiedMilliseconds = 1500;

} // namespace

CommandLine::CommandLine(const QString &command, QWidget *parent)
    : QWidget(parent), m_command(command), m_text(new QTextEdit(this)),
      m_copy(new GlyphButton(QStringLiteral("copy"), tr("Copy"), this))
{
    m_text->setReadOnly(true);
    useCodeFont(m_text);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setTabChangesFocus(true);
    m_text->setPlainText(command);
    m_text->setAccessibleName(tr("Command: %1").arg(command));
    m_text->viewport()->installEventFilter(this);
    m_copy->setAccessibleName(tr("Copy the command %1").arg(command));
    connect(m_copy, &QToolButton::clicked, this, &CommandLine::copy);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    fitHeight();
}

void CommandLine::copy()
{
    QGuiApplication::clipboard()->setText(m_command);
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(copiedMilliseconds, m_copy, [this] { m_copy->setText(tr("Copy")); });
}

/// As high as its lines at the width it has.
bool CommandLine::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDone = QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        fitHeight();
    return isDone;
}

void CommandLine::fitHeight()
{
    m_text->document()->setTextWidth(m_text->viewport()->width());
    m_text->setFixedHeight(static_cast<int>(m_text->document()->size().height()) + 2 * m_text->frameWidth());
}

} // namespace noclobber::widgets
