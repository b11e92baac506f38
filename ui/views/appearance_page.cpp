#include "ui/views/appearance_page.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/views/preferences.h"
#include "ui/widgets/translation.h"

namespace noclobber::views {

AppearancePage::AppearancePage(QWidget *parent)
    : QWidget(parent), m_interface(makeSize(chosenFontSizes().interface, widgets::systemFontSizes().interface,
                                            tr("Text size of the window"))),
      m_code(makeSize(chosenFontSizes().code, widgets::systemFontSizes().code, tr("Text size of code")))
{
    auto *reset = new QPushButton(tr("Use the system's sizes"), this);
    reset->setAccessibleName(tr("Use the system's text sizes"));
    reset->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *restart = new QLabel(tr("The language changes when the program is started again."), this);
    restart->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(12);
    form->addRow(tr("&Theme:"), makeThemes());
    form->addRow(tr("&Window text:"), m_interface);
    form->addRow(tr("&Code text:"), m_code);
    form->addRow(QString(), reset);
    form->addRow(tr("&Language:"), makeLanguages());
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(restart); // a form has no room for a text of several lines
    column->addStretch(1);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_interface->setValue(widgets::systemFontSizes().interface);
        m_code->setValue(widgets::systemFontSizes().code);
    });
}

QComboBox *AppearancePage::makeThemes()
{
    auto *themes = new QComboBox(this);
    themes->setAccessibleName(tr("Theme"));
    themes->addItems({tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")});
    themes->setCurrentIndex(static_cast<int>(chosenTheme()));
    connect(themes, &QComboBox::activated, this, [this](int choice) {
        keepTheme(static_cast<widgets::ThemeChoice>(choice));
        emit changed();
    });
    return themes;
}

QComboBox *AppearancePage::makeLanguages()
{
    auto *languages = new QComboBox(this);
    languages->setAccessibleName(tr("Language"));
    languages->addItem(tr("As the system"), QString());
    for (const QString &language : widgets::languages())
        languages->addItem(language == QLatin1String("en") ? QStringLiteral("English")
                                                           : QLocale(language).nativeLanguageName(),
                           language);
    languages->setCurrentIndex(qMax(0, languages->findData(keptLanguage())));
    connect(languages, &QComboBox::activated, this,
            [languages](int row) { keepLanguage(languages->itemData(row).toString()); });
    return languages;
}

QDoubleSpinBox *AppearancePage::makeSize(double chosen, double system, const QString &name)
{
    auto *size = new QDoubleSpinBox(this);
    size->setRange(smallestFont, largestFont);
    size->setDecimals(1);
    size->setSuffix(tr(" pt", "size of letters in points"));
    size->setAccessibleName(name);
    size->setValue(chosen > 0 ? chosen : system);
    size->setKeyboardTracking(false); // not while "24" is but "2"
    connect(size, &QDoubleSpinBox::valueChanged, this, &AppearancePage::takeSizes);
    return size;
}

/// A size that is the system's stays the system's, also when that changes.
void AppearancePage::takeSizes()
{
    const widgets::FontSizes system = widgets::systemFontSizes();
    const auto chosen = [](const QDoubleSpinBox *box, double size) {
        return qAbs(box->value() - size) < 0.05 ? 0 : box->value();
    };
    keepFontSizes({chosen(m_interface, system.interface), chosen(m_code, system.code)});
    emit changed();
}

} // namespace noclobber::views
