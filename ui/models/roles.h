#pragma once

#include <QString>
#include <Qt>

namespace noclobber::models {

/// Roles beside those of Qt.
enum Role {
    IdentityRole = Qt::UserRole, ///< argo::ObjectId; invalid for a row without an object
    GlyphRole,                   ///< name of a glyph in resources/icons
    LevelRole,                   ///< Level, as int
    BadgeRole,                   ///< bool: the text stands on the level's fill
    SortRole,                    ///< what a sort compares
    CountRole,                   ///< of a group row: how many rows it holds
    PlaceRole,                   ///< "path:line" to copy
    MarksRole,                   ///< QList<Mark>: glyphs with words before the text
};

/// How much a row weighs: what its colour means.
enum class Level { Quiet, Note, Caution, Danger, Loss };

/// A word with a shape of its own beside the state of an object.
struct Mark {
    QString glyph;
    QString word;
    Level level = Level::Quiet;
};

} // namespace noclobber::models
