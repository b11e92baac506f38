#pragma once

#include <KSyntaxHighlighting/Repository>
#include <QStringList>

#include "ui/widgets/code_line.h"

namespace noclobber::views {

/// The tints of each line of a YAML text. Takes some 10 ms for a thousand lines: not for the window's thread; may run
/// in any.
QList<QList<widgets::CodeTint>> yamlTints(const QStringList &lines);

/// What the numbers of those tints mean in the theme in use.
QList<widgets::CodeInk> yamlInks(const KSyntaxHighlighting::Repository &repository);

} // namespace noclobber::views
