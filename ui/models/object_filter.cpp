#include "ui/models/object_filter.h"

#include <QStringList>
#include <algorithm>

namespace noclobber::models {

namespace {

const QStringList &fieldNames()
{
    static const QStringList names{QStringLiteral("kind"),  QStringLiteral("ns"),    QStringLiteral("name"),
                                   QStringLiteral("scope"), QStringLiteral("state"), QStringLiteral("has"),
                                   QStringLiteral("file")};
    return names;
}

/// One line of a text, the last one with all that follows it.
QStringView lineOf(const QString &text, int line)
{
    qsizetype begin = 0;
    for (int i = 0; i < line; ++i)
        begin = text.indexOf(QLatin1Char('\n'), begin) + 1;
    const bool isLast = line == fieldNames().size() - 1;
    const qsizetype end = isLast ? text.size() : text.indexOf(QLatin1Char('\n'), begin);
    return QStringView(text).mid(begin, end - begin);
}

} // namespace

QString FilterFields::joined() const
{
    return QStringList{kind, nameSpace, name, scope, state, has, files}.join(QLatin1Char('\n'));
}

ObjectFilter::ObjectFilter(const QString &text)
{
    for (const QString &word : text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qsizetype colon = word.indexOf(QLatin1Char(':'));
        const qsizetype field = colon > 0 ? fieldNames().indexOf(word.left(colon)) : -1;
        if (field < 0)
            m_terms << Term{-1, word};
        else if (colon + 1 < word.size())
            m_terms << Term{static_cast<int>(field), word.mid(colon + 1)};
    }
}

bool ObjectFilter::matches(const QString &joined) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) {
        return term.field < 0 ? joined.contains(term.value) : lineOf(joined, term.field).contains(term.value);
    });
}

} // namespace noclobber::models
