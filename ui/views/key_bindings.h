#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QMenuBar>

/// Which keys an action has: its own, or those a person bound. Kept in QSettings, shared by all windows.
namespace noclobber::views {

/// Gives an action its id and the keys it has unless a person binds others.
void identify(QAction &action, const char *id, const QList<QKeySequence> &keys);

/// Every action of the menus that has an id, in the order of the menus.
QList<QAction *> namedActions(const QMenuBar &menus);

/// What an action is called without the letter to reach it in a menu.
QString plainText(const QAction &action);

/// The keys an action has when nothing is bound.
QList<QKeySequence> ownKeys(const QAction &action);
/// The keys it is meant to have: bound ones, else its own. Single letters are among them even when they are switched
/// off.
QList<QKeySequence> chosenKeys(const QAction &action);

/// Binds a key; an empty one leaves the action without a key.
void bindKey(const QAction &action, const QKeySequence &key);
/// Takes one key away; the action keeps the others.
void unbindKey(const QAction &action, const QKeySequence &key);
/// Gives all actions their own keys again.
void resetKeys();

/// Whether keys without Ctrl or Alt that write something count (WCAG 2.1.4 wants them to be switchable).
bool areLettersOn();
void setLettersOn(bool areOn);
/// Whether this is such a key.
bool isLetter(const QKeySequence &keys);

/// Gives the actions the keys they are to have now. Of two with one key (only a settings file that was edited has such)
/// the one it was bound to has it, else the first; the other one has none then.
void applyKeys(const QList<QAction *> &actions);

} // namespace noclobber::views
