#include "ui/models/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "core/base/catalogue.h"
#include "core/base/text.h"
#include "core/review/verdict.h"

namespace noclobber::models {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::Text)
};

} // namespace

QString listed(const QStringList &parts)
{
    return parts.join(Text::tr(", ", "between the parts of a list"));
}

QString inARow(const QStringList &sentences)
{
    std::string all;
    for (const QString &sentence : sentences)
        all = noclobber::inARow(all, sentence.toStdString());
    return QString::fromStdString(all);
}

QString toQString(std::string_view text)
{
    return QString::fromStdString(printable(text, true));
}

QString clipped(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return toQString(text);
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) // not within a character
        --most;
    return toQString(text.substr(0, most)) + QChar(0x2026);
}

QString withCapital(const QString &clause)
{
    const QString word = clause.section(QLatin1Char(' '), 0, 0);
    const bool isWord = std::ranges::all_of(word, [](QChar letter) { return letter >= u'a' && letter <= u'z'; });
    return isWord ? clause.left(1).toUpper() + clause.mid(1) : clause;
}

QString nameText(const argo::ObjectId &id)
{
    if (id.key.nameSpace.empty())
        return toQString(id.key.name);
    return toQString(id.key.nameSpace) + QLatin1Char('/') + toQString(id.key.name);
}

QString objectText(const argo::ObjectId &id)
{
    return toQString(id.key.kind) + QLatin1Char(' ') + nameText(id);
}

std::string countText(std::size_t count)
{
    return QLocale().toString(qulonglong{count}).toStdString();
}

QString sizeText(const std::string &total)
{
    return toQString(review::sizeText(total, countText));
}

QString placeText(const argo::Location &location)
{
    return toQString(location.path) + QLatin1Char(':') + QString::number(location.firstLine);
}

} // namespace noclobber::models
