#include "ui/models/overwrite_mend.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

#include "ui/models/text.h"

namespace noclobber::models {

using rules::Witness;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::OverwriteMend)
};

QString witnessText(const Witness &witness)
{
    const QString text = toQString(witness.text);
    switch (witness.about) {
    case Witness::About::File:
        return Say::tr("file %1").arg(text);
    case Witness::About::SourcePath:
        return Say::tr("source path %1").arg(text);
    case Witness::About::Project:
        return Say::tr("project %1").arg(text);
    case Witness::About::DestinationNamespace:
        return Say::tr("destination namespace %1").arg(text);
    case Witness::About::DestinationCluster:
        break;
    }
    return Say::tr("destination cluster %1").arg(text);
}

QString witnessesText(const rules::Slip &slip, bool saysProperName)
{
    QStringList texts;
    for (const Witness &witness : slip.witnesses) {
        if (witness.saysProperName == saysProperName)
            texts << witnessText(witness);
    }
    return listed(texts);
}

/// A text as a YAML scalar: as it is where that is safe, else in single quotes.
QString yamlWord(const QString &text)
{
    const bool isSafe = std::ranges::all_of(text, [](QChar letter) {
        return letter.unicode() < 0x80 && (letter.isLetterOrNumber() || QStringLiteral("/._-").contains(letter));
    });
    if (isSafe && !text.startsWith(QLatin1Char('-')))
        return text;
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QStringLiteral("''")) + QLatin1Char('\'');
}

} // namespace

bool isAboutDefinitions(const rules::Finding &finding)
{
    constexpr std::array<std::string_view, 5> rules{"overwrite", "duplicate-identity", "contested-object",
                                                    "shadowed-declaration", "naming"};
    return std::ranges::find(rules, finding.rule) != rules.end();
}

QString slipText(const review::OverwriteFacts &facts)
{
    if (!facts.slip)
        return {};
    const rules::Slip &slip = *facts.slip;
    QStringList sentences{Say::tr("By its place it would be called %1.").arg(toQString(slip.name))};
    const QString proper = witnessesText(slip, true);
    if (!proper.isEmpty()) {
        const QString word = toQString(slip.word);
        const QString own = witnessesText(slip, false);
        sentences << Say::tr("%1 is what these say: %2.", "word, list").arg(toQString(slip.properWord), proper);
        sentences << (own.isEmpty() ? Say::tr("Only the name says %1.").arg(word)
                                    : Say::tr("The name says %1, and so do these: %2.").arg(word, own));
    }
    return inARow(sentences);
}

QString renameText(const argo::ObjectId &id, const review::OverwriteFacts &facts)
{
    if (!facts.slip || !facts.slipAt)
        return {};
    return Say::tr("Rename the %1 at %2 from %3 to %4, and what refers to it.", "kind, place, old name, new name")
        .arg(toQString(id.key.kind), placeText(*facts.slipAt), toQString(id.key.name), toQString(facts.slip->name));
}

QString waiverText(const review::Review &review, const argo::ObjectId &id)
{
    QStringList lines;
    for (const rules::Finding &finding : review.findings) {
        if (finding.id != id || finding.waived || finding.severity < Severity::Warn || !isAboutDefinitions(finding))
            continue;
        const QString rule = QStringLiteral("  - rule: ") + toQString(finding.rule);
        if (lines.contains(rule))
            continue;
        lines << rule << QStringLiteral("    identity: ") + yamlWord(toQString(argo::toText(id)))
              << QStringLiteral("    reason: ") + Say::tr("WHY THIS IS INTENDED, AND WHO AGREED");
    }
    if (lines.isEmpty())
        return {};
    if (review.configuration.waivers.empty())
        lines.prepend(QStringLiteral("waivers:"));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString waiverPlaceText(const review::Review &review)
{
    const QString base = toQString(review.comparison.base.revision);
    const QString why = Say::tr("A change cannot loosen the rules it is judged by, so this counts once it is there. "
                                "Words in capitals are to be filled in.");
    const QString where =
        review.configuration.waivers.empty()
            ? Say::tr("Add this to .noclobber.yaml on %1, the base of this review.").arg(base)
            : Say::tr("Add this below waivers in .noclobber.yaml on %1, the base of this review.").arg(base);
    return inARow({where, why});
}

} // namespace noclobber::models
