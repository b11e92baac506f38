#pragma once

#include <QList>
#include <QString>

namespace noclobber::models {

/// What a row offers to a filter. All in lower case.
struct FilterFields {
    QString kind;
    QString nameSpace;
    QString name;
    QString scope;
    QString state;
    QString files; ///< paths, one a line
    QString has;   ///< words such as "data", "finding"

    /// Everything in one text, one field a line.
    QString joined() const;
};

/// Free words and `kind:`, `ns:`, `name:`, `scope:`, `state:`, `file:`, `has:` with a value; all must match.
class ObjectFilter
{
public:
    ObjectFilter() = default;
    explicit ObjectFilter(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    /// Whether the fields match, given as FilterFields::joined made them.
    bool matches(const QString &joined) const;

private:
    struct Term {
        int field = -1; ///< line of the joined text; -1: any
        QString value;
    };
    QList<Term> m_terms;
};

} // namespace noclobber::models
