#pragma once

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>

#include "ui/widgets/code_pane.h"

namespace noclobber::views {

/// Colours a code pane as YAML and marks the words that differ.
class CodeHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT
public:
    /// The repository must outlive it: there is one for the program.
    CodeHighlighter(widgets::CodePane *pane, const KSyntaxHighlighting::Repository &repository);

    /// Takes the colours of the palette in use. Long texts stay plain: colouring 50,000 lines takes a second.
    void refresh();
    void setWordMarks(bool shown);

protected:
    void highlightBlock(const QString &text) override;

private:
    widgets::CodePane *m_pane;
    const KSyntaxHighlighting::Repository &m_repository;
    bool m_wordMarks = true;
};

} // namespace noclobber::views
