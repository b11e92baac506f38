#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QTest>
#include <QWidget>

namespace noclobber::test {

/// Leaves a picture of a widget as NAME.png in the test's own folder, for eyes.
inline void picture(QWidget &widget, const QString &name)
{
    QCoreApplication::processEvents();
    const QDir folder(QStringLiteral(NOCLOBBER_PICTURES));
    QDir().mkpath(folder.path());
    QVERIFY(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

} // namespace noclobber::test
