#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QPainter>
#include <QSvgRenderer>

#include "ui/widgets/desktop_style.h"

namespace noclobber::widgets {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

ColourPair pair(QRgb text, QRgb fill)
{
    return {rgb(text), rgb(fill)};
}

bool isSystemDark()
{
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

const Theme *&inUse()
{
    static const Theme *theme = &lightTheme();
    return theme;
}

QPixmap drawn(QSvgRenderer &renderer, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

const Theme &lightTheme()
{
    static const Theme theme{
        .isDark = false,
        .levels = {pair(0x424a53, 0xe6eaef), pair(0x08457e, 0xcfe4fa), pair(0x3d2c00, 0xf5c542),
                   pair(0xffffff, 0xb3400a), pair(0xffffff, 0x4a0a16)},
        .page = pair(0x1b1f24, 0xffffff),
        .window = rgb(0xf2f4f7),
        .line = rgb(0xc4cbd4),
        .border = rgb(0x7a8490),
        .weak = rgb(0x56606b),
        .focus = rgb(0x0550ae),
        .link = rgb(0x0550ae),
        .selection = pair(0x10243a, 0xcfdff2),
        .safe = pair(0x0b3d2e, 0xd5ecdf),
        .addedLine = rgb(0xddecfb),
        .removedLine = rgb(0xfbe3d6),
        .addedWord = rgb(0xb4d5f7),
        .removedWord = rgb(0xf5c3a6),
        .absentLine = rgb(0xe9ecf0),
    };
    return theme;
}

const Theme &darkTheme()
{
    static const Theme theme{
        .isDark = true,
        .levels = {pair(0xc3cbd5, 0x2a3038), pair(0xcfe4fa, 0x174a7c), pair(0x2e2200, 0xe0b43a),
                   pair(0x2b0e00, 0xff8a4c), pair(0x3b0008, 0xffd6dc)},
        .page = pair(0xe6e9ee, 0x14171c),
        .window = rgb(0x1d2127),
        .line = rgb(0x3b434d),
        .border = rgb(0x7d8896),
        .weak = rgb(0xa3adb9),
        .focus = rgb(0x8ab8ff),
        .link = rgb(0x8ab8ff),
        .selection = pair(0xf2f6fb, 0x2b4666),
        .safe = pair(0xc9f0dc, 0x123c2d),
        .addedLine = rgb(0x0f2f52),
        .removedLine = rgb(0x4a2410),
        .addedWord = rgb(0x1c4f86),
        .removedWord = rgb(0x7a3c1a),
        .absentLine = rgb(0x21262d),
    };
    return theme;
}

const Theme &highContrastTheme()
{
    static const Theme theme{
        .isDark = true,
        .levels = {pair(0xffffff, 0x2b2b2b), pair(0xffffff, 0x003d7a), pair(0x000000, 0xffd800),
                   pair(0x000000, 0xff9a5c), pair(0x000000, 0xffd6dc)},
        .page = pair(0xffffff, 0x000000),
        .window = rgb(0x000000),
        .line = rgb(0xffffff),
        .border = rgb(0xffffff),
        .weak = rgb(0xe0e0e0),
        .focus = rgb(0xffff00),
        .link = rgb(0x9ecbff),
        .selection = pair(0x000000, 0x7fd4ff),
        .safe = pair(0xffffff, 0x004d2b),
        .addedLine = rgb(0x00264d),
        .removedLine = rgb(0x4d1f00),
        .addedWord = rgb(0x004a99),
        .removedWord = rgb(0x8a3a00),
        .absentLine = rgb(0x1a1a1a),
    };
    return theme;
}

const Theme &currentTheme()
{
    return *inUse();
}

void useTheme(ThemeChoice choice)
{
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && isSystemDark());
    inUse() = choice == ThemeChoice::HighContrast ? &highContrastTheme() : dark ? &darkTheme() : &lightTheme();
    QApplication::setStyle(new DesktopStyle);
    QApplication::setPalette(paletteOf(currentTheme()));
    showFocusRing();
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.page.text);
    palette.setColor(QPalette::Base, theme.page.fill);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.page.text);
    palette.setColor(QPalette::Button, theme.levels[0].fill);
    palette.setColor(QPalette::ButtonText, theme.page.text);
    palette.setColor(QPalette::BrightText, theme.page.text);
    palette.setColor(QPalette::ToolTipBase, theme.page.fill);
    palette.setColor(QPalette::ToolTipText, theme.page.text);
    palette.setColor(QPalette::PlaceholderText, theme.weak);
    palette.setColor(QPalette::Highlight, theme.selection.fill);
    palette.setColor(QPalette::HighlightedText, theme.selection.text);
    palette.setColor(QPalette::Link, theme.link);
    palette.setColor(QPalette::LinkVisited, theme.link);
    palette.setColor(QPalette::Light, theme.isDark ? theme.line : theme.page.fill);
    palette.setColor(QPalette::Midlight, theme.line);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.line.darker(120));
    palette.setColor(QPalette::Shadow, theme.line.darker(200));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.weak);
    return palette;
}

QIcon glyph(const QString &name, const QColor &colour)
{
    static QHash<QString, QIcon> icons;
    if (name.isEmpty())
        return {};
    QIcon &icon = icons[name + colour.name()];
    if (!icon.isNull())
        return icon;
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isThere, "glyph", qPrintable(name));
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    for (const int size : {16, 20, 24, 32, 48, 64, 128})
        for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected}) // a chosen row does not tint it
            icon.addPixmap(drawn(renderer, size), mode);
    return icon;
}

QIcon glyph(const QString &name)
{
    return glyph(name, currentTheme().page.text);
}

} // namespace noclobber::widgets
