#include <KSyntaxHighlighting/Repository>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QTimer>
#include <QTranslator>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

#include "ui/views/main_window.h"

// window_walk DIR BASE..HEAD: opens the review window, does in it what a person does (every action of the menus that
// neither opens a dialog nor leaves the review, keys in the list, the filter), and prints for each step how long the
// window was deaf at most, of that how long its thread worked (the rest others had the processor), and what the program
// holds then: "STEP MILLISECONDS MILLISECONDS MEBIBYTES", tabs between. "scroll" is a page of the list, "memory" what
// is held at the end.

namespace {

using namespace noclobber;

struct Deafness {
    double milliseconds = 0;
    double worked = 0; ///< of the thread's own time
};

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Tells how long the longest event took, from its delivery until the window listens again.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer clock;
        clock.start();
        const double before = threadMilliseconds();
        const bool taken = QApplication::notify(receiver, event);
        m_longest.milliseconds = std::max(m_longest.milliseconds, static_cast<double>(clock.nsecsElapsed()) / 1e6);
        m_longest.worked = std::max(m_longest.worked, threadMilliseconds() - before);
        --m_depth;
        return taken;
    }

    Deafness takeLongest() { return std::exchange(m_longest, {}); }

private:
    Deafness m_longest;
    int m_depth = 0;
};

struct Step {
    QString name;
    std::function<void()> action;
};

void press(int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = {})
{
    QWidget *widget = QApplication::focusWidget();
    if (widget == nullptr)
        return;
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyPress, key, modifiers, text));
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyRelease, key, modifiers, text));
}

/// Whether the walk stays in the review when it does this.
bool staysHere(const QAction &action)
{
    const QString id = action.objectName();
    if (id.isEmpty() || !action.isEnabled() || action.text().contains(QChar(0x2026))) // "…": asks something first
        return false;
    for (const char *other : {"file.", "help.", "view.theme", "view.font", "window."}) {
        if (id.startsWith(QLatin1String(other)))
            return false;
    }
    return true;
}

std::vector<Step> stepsOf(QWidget &window)
{
    std::vector<Step> steps;
    const auto showList = [&window] { window.findChild<QAction *>(QStringLiteral("view.changes"))->trigger(); };
    for (int page = 0; page < 200; ++page)
        steps.push_back({QStringLiteral("scroll"), [] { press(Qt::Key_PageDown); }});
    for (const int key : {Qt::Key_End, Qt::Key_Home, Qt::Key_Down, Qt::Key_Down})
        steps.push_back({QStringLiteral("key %1").arg(QKeySequence(key).toString()), [key] { press(key); }});
    for (QAction *action : window.findChildren<QAction *>()) {
        if (staysHere(*action)) {
            steps.push_back({action->objectName(), [action] { action->trigger(); }});
            steps.push_back({QStringLiteral("down after ") + action->objectName(), [] { press(Qt::Key_Down); }});
        }
    }
    steps.push_back({QStringLiteral("view.changes"), showList});
    QAction *filter = window.findChild<QAction *>(QStringLiteral("go.filter"));
    steps.push_back({QStringLiteral("go.filter"), [filter] { filter->trigger(); }});
    for (const QChar letter : QStringLiteral("service-10"))
        steps.push_back({QStringLiteral("filter"), [letter] { press(letter.toUpper().unicode(), letter); }});
    steps.push_back({QStringLiteral("clear the filter"), [] { press(Qt::Key_Escape); }});
    return steps;
}

double memory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                return line.simplified().split(' ').at(1).toDouble() / 1024;
        }
    }
    return 0;
}

void print(const QString &step, const Deafness &deafness)
{
    std::printf("%s\t%.1f\t%.1f\t%.0f\n", qPrintable(step), deafness.milliseconds, deafness.worked, memory());
}

/// One step after the other, each when the window had time for what the one before set off.
class Walk
{
public:
    Walk(WatchedApplication &application, QWidget &window)
        : m_application(application), m_window(window), m_steps(stepsOf(window))
    {
        application.takeLongest();
        next();
    }

private:
    void next()
    {
        if (m_next > 0)
            print(m_steps[m_next - 1].name, m_application.takeLongest());
        if (m_next == m_steps.size()) {
            std::printf("memory\t%.0f\n", memory());
            return QCoreApplication::exit(0);
        }
        const Step &step = m_steps[m_next++];
        QTimer::singleShot(0, &m_window, step.action);
        QTimer::singleShot(step.name == QLatin1String("scroll") ? 30 : 400, &m_window, [this] { next(); });
    }

    WatchedApplication &m_application;
    QWidget &m_window;
    std::vector<Step> m_steps;
    std::size_t m_next = 0;
};

int walk(WatchedApplication &application, const QStringList &arguments)
{
    const KSyntaxHighlighting::Repository highlighting;
    views::MainWindow window(runner::userServices(), highlighting);
    std::unique_ptr<Walk> walk;
    QObject::connect(&window, &views::MainWindow::reviewShown, &window, [&] {
        if (walk)
            return;
        print(QStringLiteral("open"), application.takeLongest());
        walk = std::make_unique<Walk>(application, window);
    });
    QObject::connect(&window, &views::MainWindow::reviewFailed, &window, [](const Error &error) {
        std::fprintf(stderr, "window_walk: %s\n", error.message.c_str());
        QCoreApplication::exit(2);
    });
    window.show();
    window.openReview({arguments.at(1).toStdString(), arguments.at(2).toStdString(), std::nullopt});
    return QApplication::exec();
}

} // namespace

int main(int count, char **words)
{
    WatchedApplication application(count, words);
    QApplication::setApplicationName(QStringLiteral("noclobber"));
    QApplication::setOrganizationName(QStringLiteral("noclobber"));
    QTranslator translator;
    if (translator.load(QStringLiteral(":/i18n/noclobber_en")))
        QApplication::installTranslator(&translator);
    if (QApplication::arguments().size() == 3)
        return walk(application, QApplication::arguments());
    std::fputs("usage: window_walk DIR BASE..HEAD\n", stderr);
    return 2;
}
