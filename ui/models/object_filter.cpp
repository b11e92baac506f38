#include "ui/models/object_filter.h"

#include <QStringList>
#include <algorithm>

#include "ui/models/text.h"

namespace noclobber::models {

namespace {

const QStringList &tokenNames()
{
    static const QStringList names{QStringLiteral("name"),   QStringLiteral("kind"), QStringLiteral("ns"),
                                   QStringLiteral("scope"),  QStringLiteral("app"),  QStringLiteral("state"),
                                   QStringLiteral("effect"), QStringLiteral("fate"), QStringLiteral("rule"),
                                   QStringLiteral("has"),    QStringLiteral("file"), QStringLiteral("risk"),
                                   QStringLiteral("is")};
    return names;
}

const QStringList &hasWords()
{
    static const QStringList words{QStringLiteral("comment"), QStringLiteral("data"), QStringLiteral("finding"),
                                   QStringLiteral("protection")};
    return words;
}

/// One line of a text, that of the files with all that follows it.
QStringView lineOf(const QString &text, FilterField field)
{
    qsizetype begin = 0;
    for (int i = 0; i < static_cast<int>(field); ++i)
        begin = text.indexOf(QLatin1Char('\n'), begin) + 1;
    const qsizetype end = field == FilterField::File ? text.size() : text.indexOf(QLatin1Char('\n'), begin);
    return QStringView(text).mid(begin, end - begin);
}

bool hasWordThatBegins(QStringView line, const QString &beginning)
{
    return line.startsWith(beginning) || line.contains(QString(QLatin1Char(' ') + beginning));
}

bool beginsOneOf(const QString &beginning, const QStringList &words)
{
    return std::ranges::any_of(words, [&](const QString &word) { return word.startsWith(beginning); });
}

/// Whether nothing but the sign of a comparison was typed yet.
bool isStillToCome(const QString &value)
{
    return value.isEmpty() || value == QLatin1String(">") || value == QLatin1String("<") ||
           value == QLatin1String(">=") || value == QLatin1String("<=") || value == QLatin1String("=");
}

} // namespace

QString FilterFields::joined() const
{
    return QStringList{name, kind, nameSpace, scope, application, state, effect, fate, rules, has, files}.join(
        QLatin1Char('\n'));
}

QStringList filterWords(const QString &text)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    for (const QChar letter : text) {
        isQuoted = isQuoted != (letter == QLatin1Char('"'));
        if (!letter.isSpace() || isQuoted) {
            word += letter;
        } else if (!word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    return word.isEmpty() ? words : words << word;
}

ObjectFilter::ObjectFilter(const QString &text)
{
    for (const QString &word : filterWords(text))
        add(word);
}

void ObjectFilter::add(const QString &word)
{
    Term term;
    term.isNegated = word.size() > 1 && word.startsWith(QLatin1Char('-'));
    const QString rest = word.mid(term.isNegated ? 1 : 0).toLower();
    const qsizetype colon = rest.startsWith(QLatin1Char('"')) ? -1 : rest.indexOf(QLatin1Char(':'));
    term.field = colon > 0 ? static_cast<int>(tokenNames().indexOf(rest.left(colon))) : -1;
    term.value = term.field < 0 ? rest : rest.mid(colon + 1);
    term.value.remove(QLatin1Char('"'));
    if (colon > 0 && term.field < 0)
        m_problems << tr("There is no filter “%1:”, so this is looked for as text. Filters are %2.")
                          .arg(rest.left(colon), tokenNames().join(QStringLiteral(":, ")) + QLatin1Char(':'));
    if (term.value.isEmpty())
        return;
    const auto field = static_cast<FilterField>(term.field);
    if (field == FilterField::Risk && !readRisk(term))
        return;
    if ((field == FilterField::Is || field == FilterField::Has) && !readMark(term))
        return;
    m_terms << term;
}

/// The comparison of a risk; false where there is none to apply.
bool ObjectFilter::readRisk(Term &term)
{
    if (isStillToCome(term.value))
        return false;
    QString number = term.value;
    const auto takes = [&number](const char *sign) {
        const bool begins = number.startsWith(QLatin1String(sign));
        number.remove(0, begins ? static_cast<qsizetype>(qstrlen(sign)) : 0);
        return begins;
    };
    term.comparison = takes(">=")   ? Comparison::AtLeast
                      : takes("<=") ? Comparison::AtMost
                      : takes(">")  ? Comparison::More
                      : takes("<")  ? Comparison::Less
                                    : Comparison::Equal;
    takes("=");
    bool isNumber = false;
    term.number = number.toInt(&isNumber);
    if (isNumber && term.number >= 0 && term.number <= 4)
        return true;
    m_problems << tr("“risk:%1” is not applied: a risk is a number from 0 to 4, as in risk:>=3.").arg(term.value);
    return false;
}

bool ObjectFilter::readMark(const Term &term)
{
    const bool isHas = term.field == static_cast<int>(FilterField::Has);
    static const QStringList isWords{QStringLiteral("seen"), QStringLiteral("unseen")};
    const QStringList &known = isHas ? hasWords() : isWords;
    m_asksForMarks = m_asksForMarks || !isHas || QStringLiteral("comment").startsWith(term.value);
    if (beginsOneOf(term.value, known))
        return true;
    m_problems
        << tr("“%1:%2” is not applied: %1: knows %3.").arg(tokenNames().at(term.field), term.value, listed(known));
    return false;
}

bool ObjectFilter::matches(const QString &joined, const FilterMarks &marks) const
{
    return std::ranges::all_of(m_terms,
                               [&](const Term &term) { return matchesTerm(term, joined, marks) != term.isNegated; });
}

bool ObjectFilter::matchesTerm(const Term &term, const QString &joined, const FilterMarks &marks)
{
    if (term.field < 0)
        return joined.contains(term.value);
    const auto field = static_cast<FilterField>(term.field);
    if (field == FilterField::Is)
        return (marks.isSeen ? QStringLiteral("seen") : QStringLiteral("unseen")).startsWith(term.value);
    if (field == FilterField::Has)
        return hasWordThatBegins(lineOf(joined, field), term.value) ||
               (marks.hasComment && QStringLiteral("comment").startsWith(term.value));
    if (field != FilterField::Risk)
        return lineOf(joined, field).contains(term.value);
    switch (term.comparison) {
    case Comparison::Less:
        return marks.risk < term.number;
    case Comparison::AtMost:
        return marks.risk <= term.number;
    case Comparison::More:
        return marks.risk > term.number;
    case Comparison::AtLeast:
        return marks.risk >= term.number;
    case Comparison::Equal:
        break;
    }
    return marks.risk == term.number;
}

bool isNarrower(const QString &before, const QString &after)
{
    if (!after.startsWith(before) || after.contains(QLatin1Char('"')))
        return false;
    if (before.isEmpty() || before.back().isSpace())
        return true; // words were added, and all must match
    const QString grown = filterWords(after).at(filterWords(before).size() - 1);
    return !grown.contains(QLatin1Char(':')) && !grown.startsWith(QLatin1Char('-'));
}

QStringList filterCompletions(const QString &word, const std::array<QStringList, filterFieldCount> &values)
{
    const QString sign = word.startsWith(QLatin1Char('-')) ? QStringLiteral("-") : QString();
    const QString rest = word.mid(sign.size());
    const qsizetype colon = rest.indexOf(QLatin1Char(':'));
    QStringList completions;
    if (colon < 0) {
        for (const QString &name : tokenNames()) {
            if (name.startsWith(rest, Qt::CaseInsensitive))
                completions << sign + name + QLatin1Char(':');
        }
        return completions;
    }
    const qsizetype field = tokenNames().indexOf(rest.left(colon).toLower());
    if (field < 0)
        return {};
    const QString begun = rest.mid(colon + 1).remove(QLatin1Char('"'));
    qsizetype beginning = 0; // values that begin so come first
    for (const QString &value : values.at(static_cast<std::size_t>(field))) {
        if (!value.contains(begun, Qt::CaseInsensitive))
            continue;
        const bool hasBlank = std::ranges::any_of(value, [](QChar letter) { return letter.isSpace(); });
        const QString quoted = hasBlank ? QLatin1Char('"') + value + QLatin1Char('"') : value;
        const bool begins = value.startsWith(begun, Qt::CaseInsensitive);
        completions.insert(begins ? beginning++ : completions.size(), sign + rest.left(colon + 1) + quoted);
    }
    return completions;
}

} // namespace noclobber::models
