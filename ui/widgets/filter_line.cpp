#include "ui/widgets/filter_line.h"

#include <QAbstractItemView>
#include <QKeyEvent>

namespace noclobber::widgets {

namespace {

constexpr qsizetype fewestLetters = 2; ///< of a word for which completions are offered unasked

} // namespace

FilterLine::FilterLine(const QString &placeholder, QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_count(new QLabel(this)), m_clear(new QToolButton(this)),
      m_problems(new QLabel(this)), m_line(new QHBoxLayout), m_below(new QHBoxLayout),
      m_completer(new QCompleter(this)), m_offers(new QStringListModel(this))
{
    m_edit->setPlaceholderText(placeholder);
    m_edit->setAccessibleName(placeholder);
    m_edit->setObjectName(QStringLiteral("filter"));
    m_edit->installEventFilter(this);
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_clear->setFocusPolicy(Qt::TabFocus);
    m_clear->hide();
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setWordWrap(true);
    m_problems->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_line);
    column->addLayout(m_below);
    column->addWidget(m_problems);
    m_line->addWidget(m_edit, 1);
    m_below->addWidget(m_count);
    m_below->addWidget(m_clear);
    m_below->addStretch(1);
    m_count->setMinimumHeight(m_clear->sizeHint().height()); // nothing below moves when the button comes
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    makeCompleter();

    m_pause.setSingleShot(true);
    m_pause.setInterval(0);
    connect(m_edit, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { emit filterChanged(m_edit->text()); });
    connect(m_clear, &QToolButton::clicked, this, &FilterLine::clear);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        if (!popup()->isVisible() || !popup()->currentIndex().isValid())
            emit leaveAsked();
    });
}

void FilterLine::makeCompleter()
{
    m_completer->setModel(m_offers);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    m_completer->setWidget(m_edit);
    popup()->setAccessibleName(tr("What the filter can become"));
    connect(m_edit, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterLine::complete);
}

qsizetype FilterLine::wordBegin() const
{
    const QString text = m_edit->text().left(m_edit->cursorPosition());
    bool isQuoted = false;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        isQuoted = isQuoted != (text.at(i) == QLatin1Char('"'));
        if (text.at(i).isSpace() && !isQuoted)
            begin = i + 1;
    }
    return begin;
}

void FilterLine::offer(bool isAsked)
{
    const QString word = m_edit->text().left(m_edit->cursorPosition()).mid(wordBegin());
    QStringList offers;
    if (m_completions && (isAsked || word.size() >= fewestLetters))
        offers = m_completions(word);
    if (offers.isEmpty() || offers.contains(word, Qt::CaseInsensitive))
        return popup()->hide();
    m_offers->setStringList(offers);
    const int width = qMin(m_edit->width(), 60 * m_edit->fontMetrics().averageCharWidth());
    m_completer->complete(QRect(0, 0, width, m_edit->height()));
}

void FilterLine::complete(const QString &completion)
{
    const qsizetype begin = wordBegin();
    const QString text = m_edit->text();
    const bool isWhole = !completion.endsWith(QLatin1Char(':'));
    const QString before = text.left(begin) + completion + (isWhole ? QStringLiteral(" ") : QString());
    m_edit->setText(before + text.mid(m_edit->cursorPosition()).trimmed());
    m_edit->setCursorPosition(static_cast<int>(before.size()));
    if (!isWhole)
        offer(true);
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
    m_count->setText(hides ? tr("%1 of %2 shown, %Ln hidden by the filter", "", all - shown)
                                 .arg(locale().toString(shown), locale().toString(all))
                           : tr("%Ln objects", "", all));
    m_clear->setVisible(hides);
}

void FilterLine::setProblems(const QStringList &problems)
{
    const QString text = problems.join(QLatin1Char('\n'));
    m_problems->setText(text);
    m_problems->setVisible(!text.isEmpty());
    m_edit->setAccessibleDescription(text);
}

bool FilterLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down) {
        offer(true);
        return true;
    }
    if (key != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (m_edit->text().isEmpty())
        emit leaveAsked();
    else
        clear();
    return true;
}

} // namespace noclobber::widgets
