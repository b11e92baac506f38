#include "ui/views/code_highlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Theme>
#include <QApplication>

#include "ui/widgets/theme.h"

namespace noclobber::views {

using widgets::CodeChange;

namespace {

constexpr qsizetype mostColouredLines = 3000;

} // namespace

CodeHighlighter::CodeHighlighter(widgets::CodePane *pane, const KSyntaxHighlighting::Repository &repository)
    : KSyntaxHighlighting::SyntaxHighlighter(pane->document()), m_pane(pane), m_repository(repository)
{
    refresh();
}

void CodeHighlighter::refresh()
{
    // the library's own choice for a dark palette has keys that are hard to read
    const auto dark = m_repository.theme(QStringLiteral("GitHub Dark"));
    const bool takesDark = widgets::currentTheme().isDark && dark.isValid();
    setTheme(takesDark ? dark : m_repository.themeForPalette(QApplication::palette()));
    const bool isLong = m_pane->lines().size() > mostColouredLines;
    setDefinition(isLong ? KSyntaxHighlighting::Definition() : m_repository.definitionForName(QStringLiteral("YAML")));
    rehighlight();
}

void CodeHighlighter::setWordMarks(bool shown)
{
    m_wordMarks = shown;
    rehighlight();
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    KSyntaxHighlighting::SyntaxHighlighter::highlightBlock(text);
    const int number = currentBlock().blockNumber();
    if (!m_wordMarks || number >= m_pane->lines().size())
        return;
    const widgets::CodeLine &line = m_pane->lines().at(number);
    const bool added = line.change == CodeChange::Added;
    const widgets::Theme &theme = widgets::currentTheme();
    for (const widgets::CodeSpan &word : line.words) {
        for (int at = word.begin; at < word.begin + word.length; ++at) {
            QTextCharFormat marked = format(at);
            marked.setBackground(added ? theme.addedWord : theme.removedWord);
            marked.setForeground(theme.page.text);
            marked.setFontUnderline(added);
            marked.setFontStrikeOut(!added);
            setFormat(at, 1, marked);
        }
    }
}

} // namespace noclobber::views
