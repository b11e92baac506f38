#include "ui/models/diff_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "core/base/digest.h"
#include "core/base/text.h"
#include "ui/models/certificate_text.h"
#include "ui/models/text.h"

namespace noclobber::models {

using diff::LineChange;
using diff::Noise;

namespace {

constexpr std::size_t longestLine = 1000; ///< bytes; a longer value is told by its size and digest
constexpr std::size_t chunkLength = 160;  ///< bytes of each line of one that is opened
constexpr std::string_view pemBegin = "-----BEGIN CERTIFICATE-----";
constexpr std::string_view pemEnd = "-----END CERTIFICATE-----";

class DiffWords
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::DiffText)
public:
    static QString longValue(std::string_view value)
    {
        return tr("%1, SHA-256 %2…", "size and digest of a long value")
            .arg(QLocale().formattedDataSize(static_cast<qint64>(value.size())),
                 QString::fromStdString(toHex(sha256(value)).substr(0, 12)));
    }
    static QString structure() { return tr("compared by what it says"); }
    static QString order() { return tr("the order differs"); }
};

class NoiseWords
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::Noise)
public:
    static QString name(Noise noise)
    {
        switch (noise) {
        case Noise::Checksum:
            return tr("checksum");
        case Noise::ChartLabel:
            return tr("chart label");
        case Noise::TimeStamp:
            return tr("time stamp");
        case Noise::ClusterField:
            return tr("field of the cluster");
        case Noise::SameValue:
            return tr("same value");
        }
        return {};
    }

    static QString reason(Noise noise)
    {
        switch (noise) {
        case Noise::Checksum:
            return tr("It repeats that something else changed, which is shown where it changed.");
        case Noise::ChartLabel:
            return tr("It names the version of the chart that the manifest was rendered from.");
        case Noise::TimeStamp:
            return tr("It tells when the manifest was made.");
        case Noise::ClusterField:
            return tr("The cluster writes it; what git says there is not taken.");
        case Noise::SameValue:
            return tr("Kubernetes reads both spellings as one value.");
        }
        return {};
    }
};

/// A part of a line with what differs in it. Bytes become UTF-16, so places are measured anew.
void append(DiffSide &side, std::string_view text, std::size_t offset, const std::vector<diff::WordSpan> &words)
{
    std::size_t place = 0;
    for (const diff::WordSpan &word : words) {
        if (word.end <= offset || word.begin >= offset + text.size())
            continue;
        const std::size_t begin = std::max(word.begin, offset) - offset;
        const std::size_t end = std::min(word.end - offset, text.size());
        side.text += toQString(text.substr(place, begin - place));
        const QString marked = toQString(text.substr(begin, end - begin));
        side.words << TextSpan{static_cast<int>(side.text.size()), static_cast<int>(marked.size())};
        side.text += marked;
        place = end;
    }
    side.text += toQString(text.substr(place));
}

/// Bytes [0, length) of a text, or fewer where a character would be cut.
std::size_t wholeCharacters(std::string_view text, std::size_t length)
{
    while (length < text.size() && length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        --length;
    return std::min(length, text.size());
}

/// Where the value begins that a line holds behind its key.
std::size_t valueOf(std::string_view line)
{
    const std::size_t colon = line.substr(0, longestLine / 2).find(": ");
    if (colon != std::string_view::npos)
        return colon + 2;
    const std::size_t first = line.find_first_not_of(" -");
    return first == std::string_view::npos ? 0 : first;
}

class TextMaker
{
public:
    explicit TextMaker(const review::ObjectDiff &diff) : m_diff(diff) {}

    DiffText make()
    {
        m_text.hasBase = m_diff.base.has_value();
        m_text.hasHead = m_diff.head.has_value();
        m_text.baseLocation = m_diff.base;
        m_text.headLocation = m_diff.head;
        m_text.form = m_diff.form;
        m_text.bytes = static_cast<qsizetype>(m_diff.bytes);
        m_text.isSame =
            std::ranges::all_of(m_diff.rows, [](const auto &row) { return row.change == LineChange::Same; });
        m_text.rows.reserve(static_cast<qsizetype>(m_diff.rows.size()));
        const bool hasBoth = m_text.hasBase && m_text.hasHead;
        for (std::size_t row = 0; row < m_diff.rows.size(); ++row) {
            const diff::ObjectRow &read = m_diff.rows[row];
            if (read.noise && hasBoth && (row == 0 || m_diff.rows[row - 1].path != read.path))
                ++m_text.noiseFields;
            isLong(read) ? addLong(read) : add(read);
            followCertificate(read);
        }
        return std::move(m_text);
    }

private:
    static bool isLong(const diff::ObjectRow &row)
    {
        return row.baseText.size() > longestLine || row.headText.size() > longestLine;
    }

    DiffRow &begin(const diff::ObjectRow &read)
    {
        DiffRow &row = m_text.rows.emplace_back();
        row.change = read.change;
        row.path = toQString(read.path);
        if (m_text.hasBase && m_text.hasHead)
            row.noise = read.noise;
        return row;
    }

    void add(const diff::ObjectRow &read)
    {
        DiffRow &row = begin(read);
        row.base.isThere = read.hasBase;
        row.base.number = read.baseLine;
        append(row.base, read.baseText, 0, read.baseWords);
        row.head.isThere = read.hasHead;
        row.head.number = read.headLine;
        append(row.head, read.headText, 0, read.headWords);
        if (read.isReordered)
            row.note = DiffWords::order();
        else if (read.isEmbedding)
            row.note = DiffWords::structure();
    }

    void addLong(const diff::ObjectRow &read)
    {
        DiffBlock block;
        block.first = static_cast<int>(m_text.rows.size());
        block.isChanged = read.change != LineChange::Same;
        const bool isReadable =
            (read.hasHead ? read.headText : read.baseText).substr(valueOf(read.headText)).find(' ') !=
            std::string::npos;
        block.beginsOpen = isReadable && block.isChanged && read.hasBase && read.hasHead;
        if (read.hasBase)
            block.base = summary(read.baseText, read.baseLine);
        if (read.hasHead)
            block.head = summary(read.headText, read.headLine);
        std::size_t base = 0;
        std::size_t head = 0;
        while (base < read.baseText.size() || head < read.headText.size()) {
            DiffRow &row = begin(read);
            base = addChunk(row.base, read.baseText, base, read.baseWords);
            head = addChunk(row.head, read.headText, head, read.headWords);
            if (row.base.isThere && row.head.isThere && row.base.words.isEmpty() && row.head.words.isEmpty())
                row.change = LineChange::Same;
            if (block.first == m_text.rows.size() - 1) {
                row.base.number = read.baseLine;
                row.head.number = read.headLine;
            }
        }
        block.last = static_cast<int>(m_text.rows.size()) - 1;
        m_text.blocks << block;
    }

    static std::size_t addChunk(DiffSide &side, std::string_view text, std::size_t from,
                                const std::vector<diff::WordSpan> &words)
    {
        if (from >= text.size())
            return from;
        const std::size_t length = wholeCharacters(text.substr(from), chunkLength);
        side.isThere = true;
        append(side, text.substr(from, length), from, words);
        return from + length;
    }

    static DiffSide summary(std::string_view line, int number)
    {
        const std::size_t value = valueOf(line);
        const QString certificate = certificateText(trimmed(line.substr(value)));
        DiffSide side;
        side.isThere = true;
        side.number = number;
        side.text = toQString(line.substr(0, value)) +
                    (certificate.isEmpty() ? DiffWords::longValue(line.substr(value)) : certificate);
        return side;
    }

    /// One side of the certificate that is being followed.
    struct Certificate {
        bool isOpen = false;
        std::string pem;
        int number = 0;
        std::size_t indentation = 0;
    };

    void follow(Certificate &side, const std::string &text, int number)
    {
        const std::string_view line = trimmed(text);
        if (line == pemBegin && !side.isOpen)
            side = {true, {}, number, text.find_first_not_of(' ')};
        if (!side.isOpen)
            return;
        side.pem.append(line).append("\n");
        side.isOpen = line != pemEnd;
    }

    void followCertificate(const diff::ObjectRow &row)
    {
        const int here = static_cast<int>(m_text.rows.size()) - 1;
        const bool wasOpen = m_base.isOpen || m_head.isOpen;
        if (row.hasBase)
            follow(m_base, row.baseText, row.baseLine);
        if (row.hasHead)
            follow(m_head, row.headText, row.headLine);
        if (!wasOpen && (m_base.isOpen || m_head.isOpen)) {
            m_first = here;
            m_isChanged = false;
        }
        m_isChanged = m_isChanged || row.change != LineChange::Same;
        if (!wasOpen || m_base.isOpen || m_head.isOpen)
            return;
        DiffBlock block;
        block.first = m_first;
        block.last = here;
        block.isChanged = m_isChanged;
        block.base = told(m_base);
        block.head = told(m_head);
        if (block.base.isThere || block.head.isThere)
            m_text.blocks << block;
        m_base = m_head = {};
    }

    static DiffSide told(const Certificate &certificate)
    {
        DiffSide side;
        const QString text = certificateText(certificate.pem);
        if (text.isEmpty())
            return side;
        side.isThere = true;
        side.number = certificate.number;
        side.text = QString(static_cast<qsizetype>(certificate.indentation), QLatin1Char(' ')) + text;
        return side;
    }

    const review::ObjectDiff &m_diff;
    DiffText m_text;
    Certificate m_base;
    Certificate m_head;
    int m_first = 0;
    bool m_isChanged = false;
};

} // namespace

DiffText makeDiffText(const review::ObjectDiff &diff)
{
    return TextMaker(diff).make();
}

QString noiseName(Noise noise)
{
    return NoiseWords::name(noise);
}

QString noiseReason(Noise noise)
{
    return NoiseWords::reason(noise);
}

} // namespace noclobber::models
