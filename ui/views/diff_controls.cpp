#include "ui/views/diff_controls.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include "ui/widgets/theme.h"

namespace noclobber::views {

namespace {

/// A button whose choice shows in every palette: by a bar below its text.
class Toggle : public QToolButton
{
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QToolButton::paintEvent(event);
        if (isChecked())
            QPainter(this).fillRect(QRect(4, height() - 4, width() - 8, 2), widgets::currentTheme().focus);
    }
};

} // namespace

DiffControls::DiffControls(QWidget *parent)
    : QWidget(parent), m_lines(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_choices(new QHBoxLayout),
      m_modes(new widgets::SectionBar(this))
{
    for (const QString &mode : {tr("Side by side"), tr("Unified"), tr("Fields")})
        m_modes->addSection(mode);
    m_verbatim = makeButton(tr("Raw"), tr("The lines of the files as they are (R)"), true);
    m_words = makeButton(tr("Words"), tr("Mark the words that differ (W)"), true);
    m_noise = makeButton({}, tr("Show what rules call noise (H)"), true);
    m_context = new QLabel(this);
    m_less = makeButton(QStringLiteral("\u2212"), tr("Fewer unchanged lines around a change (-)"), false);
    m_more = makeButton(QStringLiteral("+"), tr("More unchanged lines around a change (+)"), false);
    m_choices->addStretch(1);
    for (QWidget *control : std::initializer_list<QWidget *>{m_noise, m_verbatim, m_words, m_context, m_less, m_more})
        m_choices->addWidget(control);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
    m_lines->addWidget(m_modes);
    m_lines->addLayout(m_choices, 1);
    m_modes->setCurrent(0);
    m_words->setChecked(true);
    connect(m_modes, &widgets::SectionBar::chosen, this,
            [this](int mode) { emit modeChosen(static_cast<Mode>(mode)); });
    connect(m_verbatim, &QToolButton::clicked, this, &DiffControls::verbatimChosen);
    connect(m_words, &QToolButton::clicked, this, &DiffControls::wordMarksChosen);
    connect(m_noise, &QToolButton::clicked, this, &DiffControls::noiseChosen);
    connect(m_less, &QToolButton::clicked, this, [this] { emit contextChosen(-1); });
    connect(m_more, &QToolButton::clicked, this, [this] { emit contextChosen(1); });
}

bool DiffControls::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrange();
    return isHandled;
}

void DiffControls::arrange()
{
    const int needed = m_modes->sizeHint().width() + m_lines->spacing() + m_choices->sizeHint().width();
    m_lines->setDirection(needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QToolButton *DiffControls::makeButton(const QString &text, const QString &tip, bool isCheckable)
{
    auto *button = new Toggle(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text.size() > 1 ? text : tip);
    button->setAccessibleDescription(tip);
    button->setCheckable(isCheckable);
    button->setMinimumSize(24, fontMetrics().height() * 3 / 2);
    return button;
}

void DiffControls::setContext(int lines)
{
    m_context->setText(tr("Context %1", "unchanged lines around a change").arg(QLocale().toString(lines)));
    m_less->setEnabled(lines > 0);
}

void DiffControls::setNoise(int count, bool isShown)
{
    m_noise->setVisible(count > 0);
    m_noise->setChecked(isShown);
    m_noise->setText(isShown ? tr("Noise: %n field(s) shown", nullptr, count)
                             : tr("Noise: %n field(s) hidden", nullptr, count));
    m_noise->setAccessibleName(m_noise->text());
}

void DiffControls::setForText(bool isText)
{
    for (QWidget *control : std::initializer_list<QWidget *>{m_verbatim, m_words, m_context, m_less, m_more})
        control->setVisible(isText);
}

} // namespace noclobber::views
