#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace noclobber::widgets {

enum class CodeChange { Same, Added, Removed, Absent };

/// Characters [begin, begin + length) of a line.
struct CodeSpan {
    int begin = 0;
    int length = 0;
};

/// Characters in a colour of the pane's inks.
struct CodeTint {
    int begin = 0;
    int length = 0;
    int ink = 0;
};

/// One line of a code pane. Absent: this side has no such line, its text is empty.
struct CodeLine {
    QString text;
    CodeChange change = CodeChange::Same;
    QList<CodeSpan> words; ///< what differs from the other side's line
    QList<CodeTint> tints; ///< in order, apart from each other
    QList<CodeSpan> links; ///< what can be clicked; Return takes the first
    int number = 0;        ///< beside the line; 0: none
    int otherNumber = 0;   ///< in a column of its own, where any line has one
    QString note;          ///< a remark behind the text
    bool isAside = false;  ///< stands for lines that are not shown, is no text of the file
};

/// A colour of text.
struct CodeInk {
    QColor colour;
    bool isBold = false;
};

} // namespace noclobber::widgets
