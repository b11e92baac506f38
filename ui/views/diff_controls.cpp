#include "ui/views/diff_controls.h"

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

DiffControls::DiffControls(QWidget *parent) : LineOrTwo(parent), m_modes(new widgets::SectionBar(this))
{
    for (const QString &mode : {tr("Side by side"), tr("Unified"), tr("Fields")})
        m_modes->addSection(mode);
    m_verbatim = makeButton(tr("Raw"), tr("The lines of the files as they are (R)"), true);
    m_words = makeButton(tr("Words"), tr("Mark the words that differ (W)"), true);
    m_noise = makeButton({}, tr("Show what rules call noise (H)"), true);
    m_context = new QLabel(this);
    m_less = makeButton(QStringLiteral("\u2212"), tr("Fewer unchanged lines around a change (-)"), false);
    m_more = makeButton(QStringLiteral("+"), tr("More unchanged lines around a change (+)"), false);
    first()->addWidget(m_modes);
    for (QWidget *control : std::initializer_list<QWidget *>{m_noise, m_verbatim, m_words, m_context, m_less, m_more})
        second()->addWidget(control);
    m_modes->setCurrent(0);
    m_words->setChecked(true);
    connect(m_modes, &widgets::SectionBar::chosen, this,
            [this](int mode) { emit modeChosen(static_cast<Mode>(mode)); });
    // by whatever means: readers toggle without a click
    connect(m_verbatim, &QToolButton::toggled, this, &DiffControls::verbatimChosen);
    connect(m_words, &QToolButton::toggled, this, &DiffControls::wordMarksChosen);
    connect(m_noise, &QToolButton::toggled, this, &DiffControls::noiseChosen);
    connect(m_less, &QToolButton::clicked, this, [this] { emit contextChosen(-1); });
    connect(m_more, &QToolButton::clicked, this, [this] { emit contextChosen(1); });
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

void DiffControls::setOn(QToolButton *toggle, bool isOn)
{
    const QSignalBlocker quiet(toggle);
    toggle->setChecked(isOn);
}

void DiffControls::setContext(int lines)
{
    m_context->setText(tr("Context %1", "unchanged lines around a change").arg(QLocale().toString(lines)));
    m_less->setEnabled(lines > 0);
}

void DiffControls::setNoise(int count, bool isShown)
{
    m_noise->setVisible(count > 0);
    setOn(m_noise, isShown);
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
