#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/argo/object_id.h"
#include "core/base/digest.h"
#include "core/base/result.h"
#include "core/recovery/runbook.h"

namespace noclobber::record {

/// "I have looked at this object as it was then."
struct SeenMark {
    argo::ObjectId id;
    Digest digest; ///< of what there was to see (seenDigests): another one, and the mark counts no more

    bool operator==(const SeenMark &) const = default;
};

/// What a reviewer has to say about an object, or about one field of it.
struct Comment {
    int number = 0; ///< from 1; names the comment within its record
    argo::ObjectId id;
    std::string field; ///< path as in diff::FieldChange; "": the whole object
    std::string text;  ///< one line or several
    std::string time;  ///< "2026-11-23T18:04:05Z"

    bool operator==(const Comment &) const = default;
};

/// A comment that somebody began to write, or to write anew, and has not saved as one yet.
struct Draft {
    int number = 0; ///< of the comment that is written anew; 0: a new one
    argo::ObjectId id;
    std::string field; ///< as of a comment
    std::string text;

    /// Whether both are begun at the same place: of one comment, or a new one on one object.
    bool isSamePlace(const Draft &other) const { return number == other.number && id == other.id; }
    bool operator==(const Draft &) const = default;
};

enum class Choice { Approve, RequestChanges };

/// Why a change that is blocked was approved all the same.
struct Override {
    std::string object; ///< the name that was typed, "app01-cluster01"
    std::string reason;

    bool operator==(const Override &) const = default;
};

/// What the reviewer decided, about which two commits.
struct Decision {
    Choice choice = Choice::RequestChanges;
    std::string summary; ///< may be empty
    std::string by;      ///< name as git's configuration says; "" where it says none
    std::string time;    ///< "2026-11-23T18:04:05Z"
    std::string base;    ///< commit, 40 hexadecimal digits
    std::string head;
    std::optional<Override> overridden; ///< of an approval although the verdict was Block

    bool operator==(const Decision &) const = default;
};

/// What a person has done with the review of two branches. Outlives the review: branches move.
struct ReviewRecord {
    std::string repository; ///< its git directory
    std::string base;       ///< revisions as the person wrote them, "main"
    std::string head;
    std::vector<SeenMark> seen;    ///< sorted by id, each once
    std::vector<Comment> comments; ///< by number
    std::vector<Draft> drafts;     ///< each at another place
    std::optional<Decision> decision;
    std::vector<std::string> doneSteps; ///< stepKey of each, sorted

    bool operator==(const ReviewRecord &) const = default;
};

/// Names a step of the runbook by what it says: a step that says something else is not done yet.
std::string stepKey(const recovery::Step &step);

/// How much of a review has been looked at.
struct Progress {
    std::size_t seen = 0;
    std::size_t objects = 0;
    std::size_t seenRisky = 0; ///< of the objects that a person must not miss
    std::size_t risky = 0;
    std::size_t changed = 0; ///< seen once, but no longer as they were then

    bool operator==(const Progress &) const = default;
};

/// What every export prints of a record.
struct ShownRecord {
    Progress progress;
    std::vector<Comment> comments; ///< of objects in the review, by identity, field, number
    std::optional<Decision> decision;
    std::string by;          ///< who reviews, as git's configuration says; may be empty
    bool isOutdated = false; ///< the decision is about other commits than those of the review
};

/// The record as JSON, schema noclobber.record/1, comments numbered from 1 on. Equal records give equal bytes.
std::string toJson(const ReviewRecord &record);

/// Reads such a text. Error Io says what is wrong and where ("line 3, column 7", "comments[2].text").
Result<ReviewRecord> readRecord(std::string_view json);

/// Whether a newer noclobber wrote such a text.
bool isOfNewerVersion(std::string_view json);

} // namespace noclobber::record
