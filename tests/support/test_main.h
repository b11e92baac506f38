#pragma once

#include <QTest>

/// main of a test program without a window. Refuses to compile for a class without Q_OBJECT, which would run nothing
/// and pass.
#define NOCLOBBER_TEST_MAIN(TestClass)                                                                                 \
    static_assert(!std::is_same_v<decltype(&TestClass::metaObject), decltype(&QObject::metaObject)>,                   \
                  #TestClass " lacks Q_OBJECT");                                                                       \
    QTEST_GUILESS_MAIN(TestClass)
