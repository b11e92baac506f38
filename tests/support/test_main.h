#pragma once

#include <QCoreApplication>
#include <QTest>

#include "tests/support/program_arguments.h"

/// main of a test program without a window. Refuses to compile for a class without Q_OBJECT, which would run nothing
/// and pass. Besides the arguments of Qt Test it takes `--reader exact` or `--reader fast`: who reads YAML; without it
/// the product's default one.
#define NOCLOBBER_TEST_MAIN(TestClass)                                                                                 \
    static_assert(!std::is_same_v<decltype(&TestClass::metaObject), decltype(&QObject::metaObject)>,                   \
                  #TestClass " lacks Q_OBJECT");                                                                       \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        noclobber::test::chooseReader(argc, argv);                                                                     \
        const QCoreApplication app(argc, argv);                                                                        \
        TestClass test;                                                                                                \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
