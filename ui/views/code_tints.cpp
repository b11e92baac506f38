#include "ui/views/code_tints.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <QApplication>

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
        inks << widgets::CodeInk{QColor(theme.textColor(static_cast<TextStyle>(style))),
                                 theme.isBold(static_cast<TextStyle>(style))};
    return inks;
}

} // namespace noclobber::views
