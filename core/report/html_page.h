#pragma once

#include <map>
#include <string>

#include "core/report/html_report.h"
#include "core/report/html_writer.h"
#include "core/report/summary.h"
#include "core/report/words.h"

namespace noclobber::report {

/// The five fills of the visual language: hue means how bad something is, and nothing else.
enum class Level { Quiet, Info, Caution, Danger, Loss };

/// How something is marked: fill, glyph and word together.
struct Badge {
    Level level = Level::Quiet;
    Literal glyph = "unchanged";
    std::string word;
};

Badge badgeOf(diff::Status status);
Badge badgeOf(blast::Effect effect);
Badge badgeOf(blast::DataFate fate); ///< the word is empty for None
Badge badgeOf(Severity severity);
Badge badgeOf(review::Headline headline);

/// "s0" to "s4".
std::string classOf(Level level);

/// What every part of the page needs.
class HtmlPage
{
public:
    HtmlPage(const review::Review &review, const HtmlOptions &options);

    HtmlWriter html;
    const review::Review &review;
    const HtmlOptions &options;
    const Summary summary;
    const bool isAudit; ///< of one commit: no change is listed

    /// `id` of the place where an object is told about: "o-" and 16 hexadecimal digits of its identity, stable.
    static std::string anchor(const argo::ObjectId &id);

    /// The element that an object's anchor points to; only the first one of an object gets it.
    void openBody(const argo::ObjectId &id);

    /// "StatefulSet kafka/kafka", kind and name apart; with its scope where there are several.
    void name(const argo::ObjectId &id);

    /// The same as a link to where it is told about, if it is anywhere.
    void link(const argo::ObjectId &id);

    void badge(const Badge &badge);

    /// Whether the page has grown to this share of what it may be (16 MB): then a section leaves its last rows out, and
    /// says so.
    bool isFull(double share) const;
    /// The sentence for rows that are left out.
    void leftOut(std::size_t rows);

    /// How much of what the heading counts is listed; nothing where all of it is.
    void sayListed(std::size_t listed);

    /// A heading of a section with its count.
    void heading(Literal tag, std::string_view text, std::size_t count);

private:
    enum class Anchor { Known, Written };
    std::map<argo::ObjectId, Anchor> m_anchors;
};

/// What an `lang` attribute says of the language that core speaks: "en", "zh-CN".
std::string pageLanguage();

/// `<head>` with the page's style and what it may do.
void writeDocumentHead(HtmlPage &page, std::string_view title);

// The sections, in the order of the page.
void writeFindingsSection(HtmlPage &page);
void writeEffectsSection(HtmlPage &page);
void writeRecoverySection(HtmlPage &page); ///< nothing without a runbook
void writeOverwritesSection(HtmlPage &page);
void writeChangesSection(HtmlPage &page);
void writeUnseenSection(HtmlPage &page);
void writeRecordSection(HtmlPage &page); ///< nothing without a record

/// Beside the verdict: that it was overridden, by whom and why; nothing if it was not.
void writeOverride(HtmlPage &page);

/// The fields of a change as a table; nothing without fields.
void writeFieldTable(HtmlPage &page, const diff::ObjectChange &change);

} // namespace noclobber::report
