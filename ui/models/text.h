#pragma once

#include <QStringList>
#include <string_view>

#include "core/argo/declaration.h"

namespace noclobber::models {

/// UTF-8 of core for a person: control and bidirectional characters are shown as escapes.
QString toQString(std::string_view text);

/// The beginning of a text that may be very long, with an ellipsis where it is cut: at most so many bytes.
QString clipped(std::string_view text, std::size_t most);

/// "kafka/kafka", "prod": namespace and name.
QString nameText(const argo::ObjectId &id);

/// "StatefulSet kafka/kafka".
QString objectText(const argo::ObjectId &id);

/// "a, b": the parts of a list, as the language writes one.
QString listed(const QStringList &parts);

/// Sentences in a row, as the language writes them.
QString inARow(const QStringList &sentences);

/// A clause of core, such as an error's, where it stands alone: its first word with a capital letter, unless that is a
/// name.
QString withCapital(const QString &clause);

/// "5,000": how core's sentences have numbers in a window.
std::string countText(std::size_t count);

/// "10,000Gi" of core's "10000Gi".
QString sizeText(const std::string &total);

/// "env/cluster01/app01.yml:12".
QString placeText(const argo::Location &location);

} // namespace noclobber::models
