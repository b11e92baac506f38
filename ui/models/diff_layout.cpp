#include "ui/models/diff_layout.h"

#include <QCoreApplication>
#include <algorithm>

namespace noclobber::models {

using diff::LineChange;
using Kind = LayoutLine::Kind;

namespace {

class DiffFolds
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::DiffLayout)
public:
    static QString unchanged(int count, const QString &first, const QString &last)
    {
        if (first.isEmpty())
            return tr("… %n unchanged line(s)", nullptr, count);
        if (first == last)
            return tr("… %n unchanged line(s): %1", "count, path", count).arg(first);
        return tr("… %n unchanged line(s): %1 to %2", "count, first and last path", count).arg(first, last);
    }
    static QString noise(const QString &path, const QString &rule)
    {
        return tr("… noise: %1 (rule: %2)").arg(path, rule);
    }
};

class Layout
{
public:
    Layout(const DiffText &text, const DiffOptions &options)
        : m_text(text), m_options(options), m_isVisible(static_cast<std::size_t>(text.rows.size()))
    {}

    QList<LayoutLine> make()
    {
        decide();
        int row = 0;
        while (row < m_text.rows.size())
            row = take(row);
        flushRun();
        return std::move(m_lines);
    }

private:
    bool isFoldedNoise(int row) const
    {
        return m_text.rows.at(row).noise && !m_options.showsNoise && !m_options.opened.contains(noiseStart(row));
    }
    int noiseStart(int row) const
    {
        while (row > 0 && m_text.rows.at(row - 1).noise && m_text.rows.at(row - 1).path == m_text.rows.at(row).path)
            --row;
        return row;
    }

    /// Which rows stand for themselves.
    void decide()
    {
        const bool all = m_options.showsAll || !m_text.hasBase || !m_text.hasHead || m_text.isSame;
        if (all)
            std::fill(m_isVisible.begin(), m_isVisible.end(), true);
        const int count = static_cast<int>(m_text.rows.size());
        int shownUntil = 0;
        for (int row = 0; row < count && !all; ++row) {
            if (m_text.rows.at(row).change == LineChange::Same || isFoldedNoise(row))
                continue;
            const int from = qMax(shownUntil, row - m_options.context);
            shownUntil = qMin(count, row + m_options.context + 1);
            for (int shown = from; shown < shownUntil; ++shown)
                m_isVisible[static_cast<std::size_t>(shown)] = true;
        }
        for (int block = 0; block < m_text.blocks.size(); ++block) {
            if (!isOpen(block))
                decideAsOne(m_text.blocks.at(block));
        }
    }

    void decideAsOne(const DiffBlock &block)
    {
        const auto begin = m_isVisible.begin() + block.first;
        const auto end = m_isVisible.begin() + block.last + 1;
        if (std::find(begin, end, true) != end)
            std::fill(begin, end, true);
    }

    int take(int row)
    {
        while (m_block < m_text.blocks.size() && m_text.blocks.at(m_block).first < row)
            ++m_block;
        if (isFoldedNoise(row))
            return takeNoise(row);
        if (!isVisible(row))
            return takeHidden(row);
        if (m_block < m_text.blocks.size() && m_text.blocks.at(m_block).first == row && !isOpen(m_block))
            return takeBlock(row);
        takeRow(row);
        return row + 1;
    }

    bool isVisible(int row) const { return m_isVisible[static_cast<std::size_t>(row)]; }
    bool isOpen(int block) const { return m_text.blocks.at(block).beginsOpen != m_options.turned.contains(block); }

    int takeNoise(int row)
    {
        flushRun();
        int end = row;
        while (end < m_text.rows.size() && isFoldedNoise(end) && m_text.rows.at(end).path == m_text.rows.at(row).path)
            ++end;
        m_lines << LayoutLine{Kind::Noise, row, end - 1, -1};
        return end;
    }

    int takeHidden(int row)
    {
        int end = row;
        while (end < m_text.rows.size() && !isVisible(end) && !isFoldedNoise(end))
            ++end;
        const bool isOpened = m_options.opened.contains(row) || end - row == 1;
        if (!isOpened) {
            flushRun();
            m_lines << LayoutLine{Kind::Fold, row, end - 1, -1};
            return end;
        }
        for (int shown = row; shown < end; ++shown)
            m_isVisible[static_cast<std::size_t>(shown)] = true;
        return row;
    }

    int takeBlock(int row)
    {
        flushRun();
        const DiffBlock &block = m_text.blocks.at(m_block);
        if (m_options.isUnified && block.isChanged && block.base.isThere && block.head.isThere) {
            m_lines << LayoutLine{Kind::BlockBase, row, block.last, m_block};
            m_lines << LayoutLine{Kind::BlockHead, row, block.last, m_block};
        } else {
            m_lines << LayoutLine{Kind::Block, row, block.last, m_block};
        }
        return block.last + 1;
    }

    void takeRow(int row)
    {
        if (!m_options.isUnified || m_text.rows.at(row).change == LineChange::Same) {
            flushRun();
            m_lines << LayoutLine{Kind::Row, row, row, -1};
            return;
        }
        m_run << row;
    }

    /// Of a run of changes a unified view shows first what base had, then what head has.
    void flushRun()
    {
        for (const int row : std::as_const(m_run)) {
            if (m_text.rows.at(row).base.isThere)
                m_lines << LayoutLine{Kind::Base, row, row, -1};
        }
        for (const int row : std::as_const(m_run)) {
            if (m_text.rows.at(row).head.isThere)
                m_lines << LayoutLine{Kind::Head, row, row, -1};
        }
        m_run.clear();
    }

    const DiffText &m_text;
    const DiffOptions &m_options;
    std::vector<bool> m_isVisible;
    QList<LayoutLine> m_lines;
    QList<int> m_run;
    int m_block = 0;
};

/// The path up to where both go on alike: whole keys and brackets.
QString commonPath(const QString &one, const QString &other)
{
    qsizetype same = 0;
    qsizetype end = 0;
    const auto endsKey = [](const QString &path, qsizetype at) {
        return at == path.size() || path.at(at) == QLatin1Char('.') || path.at(at) == QLatin1Char('[');
    };
    for (; same <= qMin(one.size(), other.size()); ++same) {
        if (endsKey(one, same) && endsKey(other, same))
            end = same;
        if (same == one.size() || same == other.size() || one.at(same) != other.at(same))
            break;
    }
    return one.left(end);
}

QString firstKey(const QString &path)
{
    const auto end = std::ranges::find_if(path, [](QChar c) { return c == QLatin1Char('.') || c == QLatin1Char('['); });
    return path.left(end - path.begin());
}

} // namespace

bool LayoutLine::isChange(const DiffText &text) const
{
    if (kind == Kind::Fold || kind == Kind::Noise)
        return false;
    return block >= 0 ? text.blocks.at(block).isChanged : text.rows.at(first).change != LineChange::Same;
}

QList<LayoutLine> layoutOf(const DiffText &text, const DiffOptions &options)
{
    return Layout(text, options).make();
}

QString standInText(const DiffText &text, const LayoutLine &line)
{
    const DiffRow &first = text.rows.at(line.first);
    if (line.kind == Kind::Noise)
        return DiffFolds::noise(first.path, noiseName(*first.noise));
    QString common = first.path;
    for (int row = line.first; row <= line.last && !common.isEmpty(); ++row)
        common = commonPath(common, text.rows.at(row).path);
    const int count = line.last - line.first + 1;
    if (!common.isEmpty())
        return DiffFolds::unchanged(count, common, common);
    return DiffFolds::unchanged(count, firstKey(first.path), firstKey(text.rows.at(line.last).path));
}

} // namespace noclobber::models
