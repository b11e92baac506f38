#include "ui/views/code_tints.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <QApplication>
#include <cmath>

#include "ui/widgets/theme.h"

namespace noclobber::views {

namespace {

using TextStyle = KSyntaxHighlighting::Theme::TextStyle;

constexpr int styleCount = TextStyle::Error + 1;

class Tinter : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QList<QList<widgets::CodeTint>> tint(const QStringList &lines)
    {
        QList<QList<widgets::CodeTint>> tints;
        tints.reserve(lines.size());
        KSyntaxHighlighting::State state;
        for (const QString &line : lines) {
            m_line.clear();
            state = highlightLine(line, state);
            tints << m_line;
        }
        return tints;
    }

protected:
    void applyFormat(int begin, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length > 0 && format.textStyle() != TextStyle::Normal)
            m_line << widgets::CodeTint{begin, length, static_cast<int>(format.textStyle())};
    }

private:
    QList<widgets::CodeTint> m_line;
};

/// Relative luminance, 0 to 1. Source: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

bool isReadable(const QColor &text, const QColor &fill)
{
    constexpr double least = 4.5;
    const auto [darker, lighter] = std::minmax({luminance(text), luminance(fill)});
    return (lighter + 0.05) / (darker + 0.05) >= least;
}

/// The library's colour, nearer to that of plain text where a fill of ours would swallow it.
QColor readable(const QColor &wanted)
{
    constexpr int steps = 10;
    const widgets::Theme &theme = widgets::currentTheme();
    for (int step = 0; step < steps; ++step) {
        const auto mixed = [&](int one, int other) { return (one * (steps - step) + other * step) / steps; };
        const QColor plain = theme.page.text;
        const QColor colour(mixed(wanted.red(), plain.red()), mixed(wanted.green(), plain.green()),
                            mixed(wanted.blue(), plain.blue()));
        if (isReadable(colour, theme.page.fill) && isReadable(colour, theme.addedLine) &&
            isReadable(colour, theme.removedLine))
            return colour;
    }
    return theme.page.text;
}

} // namespace

QList<QList<widgets::CodeTint>> yamlTints(const QStringList &lines)
{
    // definitions are not for several threads at once, so each thread reads its own
    thread_local const KSyntaxHighlighting::Repository repository;
    Tinter tinter;
    tinter.setDefinition(repository.definitionForName(QStringLiteral("YAML")));
    return tinter.tint(lines);
}

QList<widgets::CodeInk> yamlInks(const KSyntaxHighlighting::Repository &repository)
{
    // the library's own choice for a dark palette has keys that are hard to read
    const auto dark = repository.theme(QStringLiteral("GitHub Dark"));
    const bool takesDark = widgets::currentTheme().isDark && dark.isValid();
    const auto theme = takesDark ? dark : repository.themeForPalette(QApplication::palette());
    QList<widgets::CodeInk> inks;
    for (int style = 0; style < styleCount; ++style)
        inks << widgets::CodeInk{readable(QColor(theme.textColor(static_cast<TextStyle>(style)))),
                                 theme.isBold(static_cast<TextStyle>(style))};
    return inks;
}

} // namespace noclobber::views
