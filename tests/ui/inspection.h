#pragma once

#include <QStringList>
#include <QWidget>

/// What is wrong with a window for who has no mouse, no eyes, or needs large letters.
namespace noclobber::test {

/// Class and names of something, to say which one it is.
QString described(const QObject *object);

/// What is on the screen, can be reached, and has no name; what is in lists is looked at row by row.
QStringList nameless(QWidget &window);

/// Rows whose first cell does not say all of the row.
QStringList tersenessOf(const QWidget &window);

/// How many pixels deep the ring goes in from the left or the upper edge of what has the keyboard.
int ringDepth(QWidget &window, const QWidget &widget);

/// Labels and buttons that have less room than their text needs, and columns or texts that go out of sight.
QStringList clipped(const QWidget &window);

/// What Tab reaches, beginning with what has the keyboard now, until it comes round.
QList<QWidget *> tabbed();

} // namespace noclobber::test
