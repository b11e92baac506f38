#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>
#include <cmath>

#include "ui/widgets/desktop_style.h"
#include "ui/widgets/theme.h"

using namespace noclobber::widgets;

namespace {

double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

/// As WCAG 2 computes it, 1 to 21.
double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

struct Pair {
    const char *name;
    QColor colour;
    QColor ground;
};

/// What is read, with everything it stands on.
QList<Pair> textPairs(const Theme &theme)
{
    QList<Pair> pairs{{"page", theme.page.text, theme.page.fill},
                      {"window", theme.page.text, theme.window},
                      {"button", theme.page.text, theme.levels[0].fill},
                      {"added line", theme.page.text, theme.addedLine},
                      {"removed line", theme.page.text, theme.removedLine},
                      {"added word", theme.page.text, theme.addedWord},
                      {"removed word", theme.page.text, theme.removedWord},
                      {"hatch", theme.page.text, theme.absentLine},
                      {"chosen row", theme.selection.text, theme.selection.fill},
                      {"safe banner", theme.safe.text, theme.safe.fill},
                      {"weak on page", theme.weak, theme.page.fill},
                      {"weak on window", theme.weak, theme.window},
                      {"weak on added line", theme.weak, theme.addedLine},
                      {"weak on removed line", theme.weak, theme.removedLine},
                      {"link on page", theme.link, theme.page.fill},
                      {"link on window", theme.link, theme.window}};
    for (const ColourPair &level : theme.levels)
        pairs << Pair{"level", level.text, level.fill};
    return pairs;
}

/// What is seen without being read.
QList<Pair> shapePairs(const Theme &theme)
{
    return {{"ring on page", theme.focus, theme.page.fill},
            {"ring on window", theme.focus, theme.window},
            {"border on page", theme.border, theme.page.fill},
            {"border on window", theme.border, theme.window},
            {"border on chosen row", theme.border, theme.page.fill},
            {"glyph of danger on page", theme.levels[3].fill, theme.page.fill},
            {"glyph of loss on page", theme.levels[4].fill, theme.page.fill},
            {"mark of the chosen section", theme.focus, theme.levels[0].fill}};
}

QString told(const Pair &pair)
{
    return QStringLiteral("%1: %2 on %3 is %4")
        .arg(QLatin1String(pair.name), pair.colour.name(), pair.ground.name())
        .arg(contrast(pair.colour, pair.ground), 0, 'f', 2);
}

/// How many pixels deep the focus colour goes in from the left edge of a widget, half-way down.
int ringDepth(QWidget &window, const QWidget &widget)
{
    const QImage image = window.grab().toImage();
    const QPoint corner = widget.mapTo(&window, QPoint(0, widget.height() / 2));
    int depth = 0;
    while (depth < widget.width() && image.pixelColor(corner.x() + depth, corner.y()) == currentTheme().focus)
        ++depth;
    return depth;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void colourPairsAreReadable_data()
    {
        QTest::addColumn<const Theme *>("theme");
        QTest::newRow("light") << &lightTheme();
        QTest::newRow("dark") << &darkTheme();
        QTest::newRow("high contrast") << &highContrastTheme();
    }
    void colourPairsAreReadable()
    {
        QFETCH(const Theme *, theme);
        const double enough = theme == &highContrastTheme() ? 7 : 4.5;
        for (const Pair &pair : textPairs(*theme))
            QVERIFY2(contrast(pair.colour, pair.ground) >= enough, qPrintable(told(pair)));
        for (const Pair &pair : shapePairs(*theme))
            QVERIFY2(contrast(pair.colour, pair.ground) >= 3, qPrintable(told(pair)));
    }

    /// What widgets take from the palette are pairs of the theme too.
    void paletteRolesAreReadable_data() { colourPairsAreReadable_data(); }
    void paletteRolesAreReadable()
    {
        QFETCH(const Theme *, theme);
        const QPalette palette = paletteOf(*theme);
        using Role = QPalette::ColorRole;
        const std::pair<Role, Role> pairs[] = {
            {Role::WindowText, Role::Window},       {Role::Text, Role::Base},
            {Role::Text, Role::AlternateBase},      {Role::ButtonText, Role::Button},
            {Role::ToolTipText, Role::ToolTipBase}, {Role::HighlightedText, Role::Highlight},
            {Role::PlaceholderText, Role::Base},    {Role::Link, Role::Base},
            {Role::LinkVisited, Role::Base}};
        for (const auto &[text, ground] : pairs) {
            for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
                const double ratio = contrast(palette.color(group, text), palette.color(group, ground));
                QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("role %1: %2").arg(text).arg(ratio)));
            }
        }
    }

    void severitiesAreThoseOfTheDesign()
    {
        QCOMPARE(lightTheme().levels[3].fill, QColor(0xb3400a));
        QCOMPARE(lightTheme().levels[4].fill, QColor(0x4a0a16));
        QCOMPARE(darkTheme().levels[4].text, QColor(0x3b0008));
    }

    void theRingIsTwoPixelsWideAroundWhateverHasTheKeyboard_data() { colourPairsAreReadable_data(); }
    void theRingIsTwoPixelsWideAroundWhateverHasTheKeyboard()
    {
        QFETCH(const Theme *, theme);
        useTheme(theme == &lightTheme()  ? ThemeChoice::Light
                 : theme == &darkTheme() ? ThemeChoice::Dark
                                         : ThemeChoice::HighContrast);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        const QList<QWidget *> widgets{new QPushButton(QStringLiteral("a")), new QLineEdit, new QCheckBox,
                                       new QPushButton(QStringLiteral("b"))};
        for (QWidget *widget : widgets)
            column->addWidget(widget);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (QWidget *widget : widgets) {
            widget->setFocus();
            QCoreApplication::processEvents();
            QCOMPARE(ringDepth(window, *widget), 2);
            for (const QWidget *other : widgets)
                QVERIFY(other == widget || ringDepth(window, *other) == 0);
        }
    }

    void aMarkInABoxIsSeenInEveryTheme_data() { colourPairsAreReadable_data(); }
    void aMarkInABoxIsSeenInEveryTheme()
    {
        QFETCH(const Theme *, theme);
        useTheme(theme == &lightTheme()  ? ThemeChoice::Light
                 : theme == &darkTheme() ? ThemeChoice::Dark
                                         : ThemeChoice::HighContrast);
        QCheckBox box;
        box.resize(box.sizeHint());
        const QImage unchecked = box.grab().toImage();
        box.setChecked(true);
        const QImage checked = box.grab().toImage();
        QVERIFY(unchecked != checked);
        double best = 0;
        for (int x = 0; x < unchecked.width(); ++x)
            best = std::max(best, contrast(unchecked.pixelColor(x, unchecked.height() / 2), theme->window));
        QVERIFY2(best >= 3, qPrintable(QString::number(best)));
    }

    void theRingGoesWithItsWindow()
    {
        useTheme(ThemeChoice::Light);
        for (int i = 0; i < 2; ++i) {
            QWidget window;
            auto *button = new QPushButton(QStringLiteral("a"), &window);
            window.show();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            button->setFocus();
            QCOMPARE(ringDepth(window, *button), 2);
            delete button;
            QCoreApplication::processEvents();
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
