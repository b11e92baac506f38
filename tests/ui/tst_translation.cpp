#include <KSyntaxHighlighting/Repository>
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>
#include <algorithm>

#include "tests/ui/small_services.h"
#include "ui/runner/language.h"
#include "ui/views/main_window.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/translation.h"

using namespace noclobber;

namespace {

const QChar opening(0x27e6);
const QChar closing(0x27e7);

/// Stands for a language whose texts are longer by two fifths; what did not go through tr() is not in brackets.
class Pseudo : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        if (QByteArray(context).startsWith("noclobber::"))
            m_asked.insert({QString::fromUtf8(context), text});
        return opening + text + QString(text.size() * 2 / 5, QLatin1Char('~')) + closing;
    }
    const QSet<std::pair<QString, QString>> &asked() const { return m_asked; }

private:
    mutable QSet<std::pair<QString, QString>> m_asked; ///< context and source
};

struct Entry {
    QString context;
    QString source;
    QStringList translations;
    bool isFinished = true;
};

QList<Entry> entriesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(path));
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            entries << Entry{context, {}, {}, true};
        } else if (xml.name() == QLatin1String("source")) {
            entries.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            entries.last().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            entries.last().translations << text.trimmed();
        }
    }
    return entries;
}

/// What is filled in: "%1", "%n"; whether a number is written the local way may differ.
QStringList placesOf(const QString &text)
{
    static const QRegularExpression place("%L?(\\d|n)");
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places << match.next().captured(1);
    places.sort();
    return places;
}

void add(QString &pool, std::string_view text)
{
    pool += QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())) + '\n';
}

/// Everything that core says of a review: names, places and sentences, which are translated elsewhere.
QString saidByCore(const review::Review &review)
{
    QString pool;
    const auto addFinding = [&pool](const rules::Finding &finding) {
        for (const std::string &text : {finding.rule, finding.message, finding.help, argo::shortText(finding.id)})
            add(pool, text);
    };
    std::ranges::for_each(review.findings, addFinding);
    for (const rules::Rule &rule : rules::allRules()) {
        for (const std::string_view text :
             {rule.id, rule.summary, rule.explanation, rule.accident, rule.mend, rule.example})
            add(pool, text);
        add(pool, std::string(rule.summary) + " " + std::string(rule.explanation));
    }
    for (const recovery::Step &step : review.recovery.steps) {
        add(pool, step.what);
        add(pool, step.limit);
        add(pool, recovery::labelOf(step));
        for (const std::string &command : step.commands)
            add(pool, command);
    }
    for (const review::Problem &problem : review.problems)
        add(pool, problem.message);
    add(pool, "There is no revision nowhere.");
    add(pool, review::verdictSentence(review));
    add(pool, review::headlineText(review.headline));
    for (const blast::AffectedObject &object : review.radius.objects) {
        for (const blast::Reason &reason : object.because)
            add(pool, reason.text);
    }
    return pool;
}

/// Texts on the screen that did not go through tr() and are none of core's. Names, places and the like have no two
/// words side by side.
class Untranslated
{
public:
    explicit Untranslated(QString pool) : m_pool(std::move(pool)) {}

    void walk(const QWidget &window)
    {
        look(window.windowTitle(), window);
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            look(widget->accessibleName(), *widget);
            look(widget->accessibleDescription(), *widget);
            look(widget->toolTip(), *widget);
            look(widget->property("text").toString(), *widget);
            look(widget->property("placeholderText").toString(), *widget);
            if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
                walkModel(*view);
        }
        for (const QAction *action : window.findChildren<QAction *>()) {
            look(action->text(), window);
            look(action->toolTip(), window);
        }
    }
    const QStringList &found() const { return m_found; }

private:
    void walkModel(const QAbstractItemView &view)
    {
        const QAbstractItemModel *model = view.model();
        for (int column = 0; model != nullptr && column < model->columnCount(); ++column) {
            look(model->headerData(column, Qt::Horizontal).toString(), view);
            walkRows(view, *model, {}, column);
        }
    }
    void walkRows(const QAbstractItemView &view, const QAbstractItemModel &model, const QModelIndex &parent, int column)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, column, parent);
            look(index.data().toString(), view);
            look(index.data(Qt::AccessibleTextRole).toString(), view);
            walkRows(view, model, model.index(row, 0, parent), column);
        }
    }
    /// What stands between brackets is translated; what is left must be names, or said by core.
    void look(const QString &text, const QObject &where)
    {
        QString left;
        int depth = 0;
        for (const QChar letter : text) {
            depth += letter == opening ? 1 : letter == closing ? -1 : 0;
            if (depth == 0 && letter != closing)
                left += letter;
        }
        static const QRegularExpression between("[,;:·→()\n]|\\.( |$)|\\s{2,}");
        for (const QString &piece : left.split(between, Qt::SkipEmptyParts)) {
            if (!isName(piece.trimmed()) && !m_pool.contains(left.trimmed()) && !m_pool.contains(text))
                m_found << QStringLiteral("%1: %2").arg(QLatin1String(where.metaObject()->className()), text);
        }
    }
    /// One word with a sign of being a name, a kind, or a kind and a name.
    static bool isName(const QString &text)
    {
        static const QRegularExpression name(
            "^((StatefulSet|Application|PersistentVolumeClaim|Deployment|ConfigMap|Kim|"
            "Begin)( \\S+)?|\\S*[-/.=\\d]\\S*|\\PL*)$");
        return name.match(text).hasMatch();
    }

    QString m_pool;
    QStringList m_found;
};

} // namespace

class TestTranslation : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_highlighting;

    std::unique_ptr<views::MainWindow> makeWindow()
    {
        auto window = std::make_unique<views::MainWindow>(test::wholeServices(), *m_highlighting);
        window->resize(1366, 744);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not get active");
        return window;
    }
    static void picture(QWidget &window, const QString &name)
    {
        QCoreApplication::processEvents();
        QVERIFY(window.grab().save(QStringLiteral(NOCLOBBER_PICTURES "/%1.png").arg(name)));
    }
    template <typename Looked>
    void visitEveryPage(const Looked &look)
    {
        auto window = makeWindow();
        look(*window, QStringLiteral("start"));
        window->chooseCommits(QStringLiteral("/srv/manifests"));
        QTRY_VERIFY(window->findChild<views::ChooserPage *>()->isVisible());
        look(*window, QStringLiteral("chooser"));
        QSignalSpy failed(window.get(), &views::MainWindow::reviewFailed);
        window->openReview({"/srv/manifests", "main", "nowhere"});
        QTRY_VERIFY(!failed.isEmpty());
        look(*window, QStringLiteral("error"));
        QSignalSpy shown(window.get(), &views::MainWindow::reviewShown);
        window->openReview({"/srv/manifests", "main", "change"});
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 20'000);
        for (int section = 1; section <= 6; ++section) {
            QTest::keyClick(window.get(), static_cast<Qt::Key>(Qt::Key_0 + section));
            QCoreApplication::processEvents();
            look(*window, QStringLiteral("section-%1").arg(section));
        }
        QTest::keyClick(window.get(), Qt::Key_1);
        QTest::keyClick(window.get(), Qt::Key_F);
        look(*window, QStringLiteral("fields"));
    }

private slots:
    void initTestCase()
    {
        for (const char *folder : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
            qputenv(folder, m_home.path().toLocal8Bit());
        QCoreApplication::setOrganizationName(QStringLiteral("noclobber-test"));
        QDir().mkpath(QStringLiteral(NOCLOBBER_PICTURES));
        widgets::useTheme(widgets::ThemeChoice::Light);
        m_highlighting = std::make_unique<KSyntaxHighlighting::Repository>();
    }

    void everyTextOnTheScreenCanBeTranslated()
    {
        Pseudo pseudo;
        QVERIFY(QCoreApplication::installTranslator(&pseudo));
        Untranslated untranslated(saidByCore(*test::wholeReview()));
        visitEveryPage([&](QWidget &window, const QString &page) {
            untranslated.walk(window);
            picture(window, "pseudo-" + page);
        });
        QVERIFY(QCoreApplication::removeTranslator(&pseudo));
        QStringList found = untranslated.found();
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));

        QSet<std::pair<QString, QString>> known;
        for (const Entry &entry : entriesOf(QStringLiteral(NOCLOBBER_TRANSLATIONS "/noclobber_zh_CN.ts")))
            known.insert({entry.context, entry.source});
        QStringList missing;
        for (const auto &[context, source] : pseudo.asked() - known)
            missing << context + ": " + source;
        QVERIFY2(missing.isEmpty(), qPrintable("run the target update_translations:\n" + missing.join('\n')));
    }

    void everyTextIsTranslatedAndFillsInWhatItsSourceDoes()
    {
        QStringList wrong;
        for (const Entry &entry : entriesOf(QStringLiteral(NOCLOBBER_TRANSLATIONS "/noclobber_zh_CN.ts"))) {
            QVERIFY2(entry.context.startsWith("noclobber::"), qPrintable(entry.context + ": " + entry.source));
            for (const QString &translation : entry.translations) {
                const bool isWhole = entry.isFinished && !translation.isEmpty();
                if (!isWhole || placesOf(translation) != placesOf(entry.source) ||
                    translation.contains('&') != entry.source.contains('&'))
                    wrong << entry.context + ": " + entry.source;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void everyPageIsDrawnInChinese()
    {
        widgets::useTranslation(QLocale("zh_CN"));
        runner::installCatalogue(QLocale("zh_CN"));
        const auto restore = qScopeGuard([] {
            widgets::useTranslation(QLocale::c());
            runner::installCatalogue(QLocale::c());
        });
        visitEveryPage([&](QWidget &window, const QString &page) {
            QVERIFY2(window.findChildren<QMenuBar *>().first()->actions().first()->text() == "文件(&F)", "menu");
            picture(window, "zh-" + page);
        });
    }

    void theChosenLanguageIsTakenIntoUse()
    {
        QSettings().setValue("language", "zh_CN");
        QCOMPARE(widgets::chosenLanguage(), QLocale("zh_CN"));
        QSettings().setValue("language", "xx");
        QCOMPARE(widgets::chosenLanguage(), QLocale::system());
        QSettings().remove("language");
        widgets::useTranslation(QLocale("de_DE"));
        QCOMPARE(QCoreApplication::translate("noclobber::models::ChangeModel", "%1, %Ln objects", "group of rows", 1),
                 "%1, 1 object");
        widgets::useTranslation(QLocale::c());
    }
};

QTEST_MAIN(TestTranslation)
#include "tst_translation.moc"
