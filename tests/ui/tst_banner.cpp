#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QToolButton>

#include "tests/ui/picture.h"
#include "tests/ui/profile.h"
#include "tests/ui/small_review.h"
#include "tests/ui/small_services.h"
#include "ui/views/key_bindings.h"
#include "ui/views/review_page.h"

using namespace noclobber;
using test::action;
using test::picture;

/// The verdict above the sections, what leads on from it, and what the sections say where there is nothing to show.
class TestBanner : public QObject
{
    Q_OBJECT

    test::Profile m_profile;

    static views::ReviewPage &page(QWidget &window) { return *window.findChild<views::ReviewPage *>(); }
    static QToolButton &why(QWidget &window)
    {
        return *window.findChild<widgets::Banner *>()->findChild<QToolButton *>();
    }

private slots:
    void numbersStandAsEverywhereInTheWindow()
    {
        auto window = m_profile.review(test::largeReview(0, 5000));
        const QString told = window->findChild<widgets::Banner *>()->accessibleName();
        QVERIFY2(told.contains("deletes 5,000 objects"), qPrintable(told));
    }

    void whyLeadsToTheDeclarationsThatStartTheDeletions()
    {
        auto window = m_profile.review(test::smallReview());
        QVERIFY(why(*window).isVisible());
        QCOMPARE(why(*window).text(), "Why");
        picture(*window, "why");
        page(*window).showObject(test::inCluster("", "PersistentVolumeClaim", "kafka", "data-kafka-0"));
        why(*window).click();
        const models::ReviewPlace place = page(*window).place();
        QCOMPARE(place.section, static_cast<int>(views::Section::Overwrites));
        QCOMPARE(place.object, std::optional(test::inCluster("argoproj.io", "Application", "argocd", "core")));
        QTest::keyClick(window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(page(*window).place().section, static_cast<int>(views::Section::Changes));
    }

    void whyLeadsToTheFindingThatDecides()
    {
        auto review = std::make_shared<review::Review>(*test::smallReview());
        review->radius.objects.clear();
        const auto settings = test::inCluster("", "ConfigMap", "web", "settings");
        for (rules::Finding &finding : review->findings) {
            if (finding.severity == Severity::Block)
                finding.id = settings;
        }
        auto window = m_profile.review(review);
        action(*window, "go.cause").trigger();
        QCOMPARE(page(*window).place().section, static_cast<int>(views::Section::GuardRails));
        QCOMPARE(page(*window).place().object, std::optional(settings));
    }

    void whatIsSafeHasNoWhy()
    {
        auto window = m_profile.review(std::make_shared<review::Review>());
        QVERIFY(!why(*window).isVisible());
        QVERIFY(!action(*window, "go.cause").isEnabled());
        QVERIFY(views::namedActions(*window->menuBar()).contains(&action(*window, "go.cause")));
    }

    /// At the upper left of where the rows would be.
    void sentencesOfNothingStandAlike()
    {
        auto window = m_profile.review(std::make_shared<review::Review>());
        for (const int section : {1, 2, 3, 6}) {
            QTest::keyClick(window.get(), static_cast<Qt::Key>(Qt::Key_0 + section));
            QLabel *sentence = nullptr;
            for (QLabel *label : page(*window).findChildren<QLabel *>()) {
                if (label->isVisible() && label->wordWrap() && label->margin() == 12)
                    sentence = label;
            }
            QVERIFY2(sentence != nullptr, qPrintable(QString::number(section)));
            QCOMPARE(sentence->alignment(), Qt::AlignTop | Qt::AlignLeft);
            QVERIFY(sentence->mapTo(window.get(), QPoint()).x() < 20);
            picture(*window, QStringLiteral("nothing-%1").arg(section));
        }
    }
};

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
