#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace noclobber::models {

/// What a token of the filter asks for. Up to File each is a line of FilterFields::joined.
enum class FilterField { Name, Kind, NameSpace, Scope, Application, State, Effect, Fate, Rule, Has, File, Risk, Is };

inline constexpr std::size_t filterFieldCount = 13;

/// What a row offers to a filter. All in lower case.
struct FilterFields {
    QString name, kind, nameSpace, scope, application;
    QString state;  ///< words for what a person is told first, its status and its effect
    QString effect; ///< the contract's word
    QString fate;   ///< the contract's word
    QString rules;  ///< ids, blank between two
    QString has;    ///< words such as "data", "finding", blank between two
    QString files;  ///< paths, one a line

    /// Everything in one text, one field a line.
    QString joined() const;
};

/// What a filter asks of a row beside its text.
struct FilterMarks {
    int risk = 0; ///< 0 quiet to 4 loss of data
    bool isSeen = false;
    bool hasComment = false;
};

/// Free words and tokens such as `kind:Secret`, `risk:>=3`, `-is:seen`, `name:"a b"`; all must match. Text is compared
/// without case and found anywhere in its field; a word of `has:` and `is:` may be cut short.
class ObjectFilter
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::ObjectFilter)
public:
    ObjectFilter() = default;
    explicit ObjectFilter(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    /// Sentences about what is not applied as it was meant.
    const QStringList &problems() const { return m_problems; }
    /// Whether isSeen and hasComment are looked at.
    bool asksForMarks() const { return m_asksForMarks; }
    /// Whether a row matches, its fields given as FilterFields::joined made them.
    bool matches(const QString &joined, const FilterMarks &marks) const;

private:
    enum class Comparison { Equal, Less, AtMost, More, AtLeast };
    struct Term {
        int field = -1; ///< FilterField; -1: any text
        QString value;
        bool isNegated = false;
        Comparison comparison = Comparison::Equal; ///< of Risk
        int number = 0;                            ///< of Risk
    };

    void add(const QString &word);
    bool readRisk(Term &term);
    bool readMark(const Term &term);
    static bool matchesTerm(const Term &term, const QString &joined, const FilterMarks &marks);

    QList<Term> m_terms;
    QStringList m_problems;
    bool m_asksForMarks = false;
};

/// The words of a filter's text; blanks in quotes part nothing. Quotes stay.
QStringList filterWords(const QString &text);

/// Whether a row that one filter hides is hidden by the other for certain, told by their texts.
bool isNarrower(const QString &before, const QString &after);

/// What a word of a filter can become, given what stands in the review: names of tokens, or whole tokens with a value.
QStringList filterCompletions(const QString &word, const std::array<QStringList, filterFieldCount> &values);

} // namespace noclobber::models
