#include <string>

#include "core/base/few.h"
#include "core/base/name.h"
#include "core/base/places.h"
#include "tests/support/test_main.h"

using namespace noclobber;

class TestContainers : public QObject
{
    Q_OBJECT
private slots:
    void fewKeepTheirOrder()
    {
        Few<std::string> few;
        QVERIFY(few.empty());
        QVERIFY(few.begin() == few.end());
        for (int i = 0; i < 5; ++i) {
            few.push_back(std::to_string(i));
            QCOMPARE(few.size(), static_cast<std::size_t>(i) + 1);
            QCOMPARE(few.front(), std::string("0"));
            QCOMPARE(few.back(), std::to_string(i));
        }
        std::string all;
        for (const std::string &one : few)
            all += one;
        QCOMPARE(all, std::string("01234"));
        few[1] = "x";
        QCOMPARE(few[1], std::string("x"));
    }

    void fewAreEqualByTheirElements()
    {
        QVERIFY(Few<int>() == Few<int>{});
        QVERIFY((Few<int>{1, 2} == Few<int>{1, 2}));
        QVERIFY(!(Few<int>{1} == Few<int>{2}));
        QVERIFY(!(Few<int>{1} == Few<int>{1, 1}));
    }

    void aFewOfItsOwnElementsGrows()
    {
        Few<std::string> few{"one that needs memory of its own"};
        for (int i = 0; i < 3; ++i)
            few.push_back(few.front());
        QCOMPARE(few.size(), std::size_t{4});
        QCOMPARE(few.back(), few.front());
    }

    void movedFewAreThere()
    {
        for (const std::size_t count : {1U, 2U}) {
            Few<std::string> few;
            for (std::size_t i = 0; i < count; ++i)
                few.push_back("a");
            const Few<std::string> taken = std::move(few);
            QCOMPARE(taken.size(), count);
        }
    }

    void placesKeepTheFirstNumber()
    {
        Places<Name> places;
        QVERIFY(!places.find("a"));
        QCOMPARE(places.add("a", 7), (std::pair<std::uint32_t, bool>(7, true)));
        QCOMPARE(places.add("a", 8), (std::pair<std::uint32_t, bool>(7, false)));
        QVERIFY(places.find("a") == 7U);
        QVERIFY(!places.find("b"));
    }

    void placesGrow()
    {
        Places<Name> places;
        for (std::uint32_t i = 0; i < 10000; ++i)
            places.add(Name(std::to_string(i)), i);
        for (std::uint32_t i = 0; i < 10000; ++i)
            QVERIFY(places.find(Name(std::to_string(i))) == i);
        QVERIFY(!places.find("10000"));
    }

    void placesOfKeysWithOneHash()
    {
        struct Same {
            std::size_t operator()(int) const { return 1; }
        };
        Places<int, Same> places;
        places.reserve(100);
        for (int i = 0; i < 100; ++i)
            places.add(i, static_cast<std::uint32_t>(i));
        for (int i = 0; i < 100; ++i)
            QVERIFY(places.find(i) == static_cast<std::uint32_t>(i));
        QVERIFY(!places.find(100));
    }
};

NOCLOBBER_TEST_MAIN(TestContainers)
#include "tst_containers.moc"
