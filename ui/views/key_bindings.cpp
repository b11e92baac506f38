#include "ui/views/key_bindings.h"

#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <algorithm>

namespace noclobber::views {

namespace {

const QLatin1String lettersKey("letterKeys");
const QLatin1String keysGroup("keys");
constexpr char ownKeysProperty[] = "ownKeys";

QString settingOf(const QAction &action)
{
    return keysGroup + QLatin1Char('/') + action.objectName();
}

void addActions(const QMenu &menu, QList<QAction *> &found)
{
    for (QAction *action : menu.actions()) {
        if (action->menu() != nullptr)
            addActions(*action->menu(), found);
        else if (!action->isSeparator() && !action->objectName().isEmpty())
            found << action;
    }
}

} // namespace

void identify(QAction &action, const char *id, const QList<QKeySequence> &keys)
{
    action.setObjectName(QLatin1String(id));
    action.setProperty(ownKeysProperty, QKeySequence::listToString(keys, QKeySequence::PortableText));
    action.setShortcuts(chosenKeys(action));
}

QList<QAction *> namedActions(const QMenuBar &menus)
{
    QList<QAction *> found;
    for (const QAction *action : menus.actions()) {
        if (action->menu() != nullptr)
            addActions(*action->menu(), found);
    }
    return found;
}

QString plainText(const QAction &action)
{
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)")); // as translations have it: "File(&F)"
    return action.text().remove(mnemonic).remove(QLatin1Char('&'));
}

QList<QKeySequence> ownKeys(const QAction &action)
{
    const QString keys = action.property(ownKeysProperty).toString();
    return keys.isEmpty() ? QList<QKeySequence>() : QKeySequence::listFromString(keys, QKeySequence::PortableText);
}

QList<QKeySequence> chosenKeys(const QAction &action)
{
    const QVariant bound = QSettings().value(settingOf(action));
    if (!bound.isValid())
        return ownKeys(action);
    const QString text = bound.toString();
    if (text.isEmpty())
        return {};
    const QList<QKeySequence> keys = QKeySequence::listFromString(text, QKeySequence::PortableText);
    const bool isKnown =
        std::ranges::none_of(keys, [](const QKeySequence &key) { // else somebody wrote it into the file
            return key.isEmpty() || key[0].key() == Qt::Key_unknown;
        });
    return isKnown ? keys : ownKeys(action);
}

void bindKey(const QAction &action, const QKeySequence &key)
{
    const QList<QKeySequence> own = ownKeys(action);
    if (own.value(0) == key)
        QSettings().remove(settingOf(action));
    else
        QSettings().setValue(settingOf(action), key.toString(QKeySequence::PortableText));
}

void unbindKey(const QAction &action, const QKeySequence &key)
{
    QList<QKeySequence> left = chosenKeys(action);
    left.removeAll(key);
    QSettings().setValue(settingOf(action), QKeySequence::listToString(left, QKeySequence::PortableText));
}

void resetKeys()
{
    QSettings().remove(keysGroup);
}

bool areLettersOn()
{
    return QSettings().value(lettersKey, true).toBool();
}

void setLettersOn(bool areOn)
{
    QSettings().setValue(lettersKey, areOn);
}

bool isLetter(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return false;
    const QKeyCombination first = keys[0];
    const bool isHeld = first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !isHeld && first.key() > Qt::Key_Space && first.key() < Qt::Key_Escape;
}

void applyKeys(const QList<QAction *> &actions)
{
    const bool withLetters = areLettersOn();
    QSet<QKeySequence> taken;
    for (const bool isBound : {true, false}) {
        for (QAction *action : actions) {
            if (QSettings().contains(settingOf(*action)) != isBound)
                continue;
            QList<QKeySequence> keys;
            for (const QKeySequence &key : chosenKeys(*action)) {
                if (taken.contains(key) || (!withLetters && isLetter(key)))
                    continue;
                taken.insert(key);
                keys << key;
            }
            action->setShortcuts(keys);
        }
    }
}

} // namespace noclobber::views
