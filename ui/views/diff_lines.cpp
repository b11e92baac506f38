#include "ui/views/diff_lines.h"

#include <QCoreApplication>

#include "ui/views/code_tints.h"

namespace noclobber::views {

using diff::LineChange;
using models::DiffSide;
using models::LayoutLine;
using widgets::CodeChange;
using widgets::CodeLine;
using Kind = models::LayoutLine::Kind;

namespace {

class LineMaker
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::views::DiffLines)
public:
    LineMaker(const models::DiffText &text, const DiffTints &tints, PaneRole role)
        : m_text(text), m_tints(tints), m_role(role)
    {}

    CodeLine make(const LayoutLine &line) const
    {
        switch (line.kind) {
        case Kind::Fold:
        case Kind::Noise:
            return standIn(line);
        case Kind::Row:
        case Kind::Base:
        case Kind::Head:
            return ofRow(line);
        case Kind::Block:
        case Kind::BlockBase:
        case Kind::BlockHead:
            return ofBlock(line);
        }
        return {};
    }

private:
    /// Before the text, where a long one does not push it out of sight.
    static void addLinks(CodeLine &line, const QStringList &links)
    {
        QString begin;
        for (const QString &link : links) {
            line.links << widgets::CodeSpan{static_cast<int>(begin.size()), static_cast<int>(link.size())};
            begin += link + QStringLiteral("  ");
        }
        line.text.prepend(begin);
    }

    CodeLine standIn(const LayoutLine &standing) const
    {
        CodeLine line;
        line.isAside = true;
        line.text = models::standInText(m_text, standing);
        QStringList links{tr("[show]", "what a folded line stands for")};
        if (standing.kind == Kind::Fold)
            links << tr("[show all]", "every unchanged line");
        addLinks(line, links);
        return line;
    }

    /// Which of two sides this pane shows of a line.
    bool showsHead(Kind kind, const DiffSide &head) const
    {
        if (m_role != PaneRole::Unified)
            return m_role == PaneRole::Head;
        return kind == Kind::Head || kind == Kind::BlockHead ||
               (kind != Kind::Base && kind != Kind::BlockBase && head.isThere);
    }

    CodeLine ofSide(const DiffSide &side, bool isHead, bool isChange) const
    {
        CodeLine line;
        if (!side.isThere) {
            line.change = CodeChange::Absent;
            return line;
        }
        line.text = side.text;
        line.number = side.number;
        if (isChange)
            line.change = isHead ? CodeChange::Added : CodeChange::Removed;
        for (const models::TextSpan &word : side.words)
            line.words << widgets::CodeSpan{word.begin, word.length};
        return line;
    }

    /// A unified pane has the numbers of base on the left and those of head on the right.
    void setNumbers(CodeLine &line, bool isHead, const DiffSide &base, const DiffSide &head) const
    {
        if (m_role != PaneRole::Unified || !m_text.hasBase || !m_text.hasHead || m_text.isSame)
            return;
        const bool isChange = line.change != CodeChange::Same;
        line.number = isChange && isHead ? 0 : base.number;
        line.otherNumber = isChange && !isHead ? 0 : head.number;
    }

    CodeLine ofRow(const LayoutLine &shown) const
    {
        const models::DiffRow &row = m_text.rows.at(shown.first);
        const bool isHead = showsHead(shown.kind, row.head);
        CodeLine line = ofSide(isHead ? row.head : row.base, isHead, row.change != LineChange::Same);
        if (line.change == CodeChange::Absent)
            return line;
        setNumbers(line, isHead, row.base, row.head);
        const auto &tints = isHead ? m_tints.head : m_tints.base;
        line.tints = tints.value(shown.first);
        line.note = row.note;
        if (row.noise)
            line.note = tr("noise: %1", "name of the rule").arg(models::noiseName(*row.noise));
        return line;
    }

    CodeLine ofBlock(const LayoutLine &shown) const
    {
        const models::DiffBlock &block = m_text.blocks.at(shown.block);
        const bool isHead = showsHead(shown.kind, block.head);
        CodeLine line = ofSide(isHead ? block.head : block.base, isHead, block.isChanged);
        if (line.change == CodeChange::Absent)
            return line;
        setNumbers(line, isHead, block.base, block.head);
        addLinks(line, {tr("[show]", "what a folded line stands for")});
        return line;
    }

    const models::DiffText &m_text;
    const DiffTints &m_tints;
    PaneRole m_role;
};

} // namespace

DiffTints diffTints(const models::DiffText &text)
{
    QStringList base;
    QStringList head;
    for (const models::DiffRow &row : text.rows) {
        base << row.base.text;
        head << row.head.text;
    }
    return {text.hasBase ? yamlTints(base) : QList<QList<widgets::CodeTint>>(),
            text.hasHead ? yamlTints(head) : QList<QList<widgets::CodeTint>>()};
}

QList<CodeLine> diffLines(const models::DiffText &text, const QList<LayoutLine> &layout, const DiffTints &tints,
                          PaneRole role)
{
    const LineMaker maker(text, tints, role);
    QList<CodeLine> lines;
    lines.reserve(layout.size());
    for (const LayoutLine &line : layout)
        lines << maker.make(line);
    return lines;
}

} // namespace noclobber::views
