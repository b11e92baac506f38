#include <KSyntaxHighlighting/Repository>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QSettings>
#include <QTimer>
#include <QTranslator>
#include <chrono>
#include <cstdio>
#include <functional>

#include "core/yaml/reader.h"
#include "ui/views/main_window.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/filter_line.h"
#include "ui/widgets/tree_view.h"

// window_timing start NANOSECONDS DIR: opens the review window on branches main and change, with the index kept as the
// desktop app does, and prints the milliseconds from NANOSECONDS (since 1970, of the moment before the program was
// started) until the verdict stood on the screen.
// window_timing filter DIR BASE..HEAD: prints the milliseconds from each of some keystrokes in the filter of the list
// until the list shows what is left, one a line.
// window_timing cancel DIR: begins the review of branches main and change again and again, each time a bit longer, and
// prints the milliseconds from the Escape key until the window shows something else, one a line.

namespace {

using namespace noclobber;

/// Calls back once a widget was painted and the picture went to the display.
class Painted : public QObject
{
public:
    Painted(QWidget *widget, std::function<void()> done) : QObject(widget), m_done(std::move(done))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_isAsked) {
            m_isAsked = true;
            QTimer::singleShot(0, this, [this] {
                QGuiApplication::sync();
                m_isAsked = false;
                m_done();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_done;
    bool m_isAsked = false;
};

int timeStart(qint64 startedAt, const std::string &folder)
{
    using namespace std::chrono;
    const KSyntaxHighlighting::Repository highlighting;
    views::MainWindow window(runner::userServices(), highlighting);
    window.setTheme(widgets::ThemeChoice::Light);
    const Painted verdict(window.findChild<widgets::Banner *>(), [&] {
        const auto now = duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
        std::printf("%.1f\n", static_cast<double>(now - startedAt) / 1e6);
        QCoreApplication::exit(0);
    });
    QObject::connect(&window, &views::MainWindow::reviewFailed, [](const Error &error) {
        std::fprintf(stderr, "window_timing: %s\n", error.message.c_str());
        QCoreApplication::exit(2);
    });
    window.show();
    window.openReview({folder, "main", "change"});
    return QApplication::exec();
}

/// Types one character after the other, each when the list shows the answer to the one before.
class Typist
{
public:
    explicit Typist(QWidget &window)
        : m_edit(window.findChild<widgets::FilterLine *>()->edit()),
          m_painted(list(window)->viewport(), [this] { hearAnswer(); })
    {
        const widgets::TreeView *view = list(window);
        const QAbstractItemModel *model = view->model();
        const auto changed = [this, view] {
            m_hasChanged = true;
            QTimer::singleShot(0, view, [this, view] { // a list that is left without rows goes: nothing paints it
                if (view->isHidden())
                    hearAnswer();
            });
        };
        QObject::connect(model, &QAbstractItemModel::modelReset, m_edit, changed);
        QObject::connect(model, &QAbstractItemModel::layoutChanged, m_edit, changed);
        m_edit->setFocus(); // a list that goes would hand its keys over, and all letters be chosen to be typed over
        QTimer::singleShot(500, m_edit, [this] { type(); });
    }

private:
    static widgets::TreeView *list(QWidget &window)
    {
        for (widgets::TreeView *view : window.findChildren<widgets::TreeView *>()) {
            if (view->accessibleName() == QLatin1String("Changed and affected objects"))
                return view;
        }
        qFatal("there is no change list");
    }

    void hearAnswer()
    {
        if (!m_isWaiting || !m_hasChanged)
            return;
        m_isWaiting = false;
        std::printf("%.1f\n", static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
        QTimer::singleShot(100, m_edit, [this] { type(); });
    }

    void type()
    {
        static const QString keys = QStringLiteral("service-10\b\b\b\b\b\b\b\b\b\bteam-3");
        if (m_next == keys.size())
            return QCoreApplication::exit(0);
        const QChar key = keys.at(m_next++);
        m_isWaiting = true;
        m_hasChanged = false;
        m_clock.start();
        const bool isBack = key == QLatin1Char('\b');
        const int code = isBack ? int{Qt::Key_Backspace} : int{key.toUpper().unicode()};
        QKeyEvent press(QEvent::KeyPress, code, Qt::NoModifier, isBack ? QString() : QString(key));
        QCoreApplication::sendEvent(m_edit, &press);
    }

    QLineEdit *m_edit;
    QElapsedTimer m_clock;
    qsizetype m_next = 0;
    bool m_isWaiting = false;
    bool m_hasChanged = false;
    Painted m_painted;
};

int timeFilter(const std::string &folder, const std::string &revisions)
{
    const KSyntaxHighlighting::Repository highlighting;
    views::MainWindow window(runner::userServices(), highlighting);
    window.setTheme(widgets::ThemeChoice::Light);
    std::unique_ptr<Typist> typist;
    QObject::connect(&window, &views::MainWindow::reviewShown, [&] {
        if (!typist)
            typist = std::make_unique<Typist>(window);
    });
    window.show();
    window.openReview({folder, revisions, std::nullopt});
    return QApplication::exec();
}

/// Escape after 50, 100, 150 ... milliseconds, until a review is done before.
class Canceller : public QObject
{
public:
    Canceller(views::MainWindow &window, std::string folder)
        : QObject(&window), m_window(window), m_folder(std::move(folder)),
          m_page(window.findChild<views::ProgressPage *>())
    {
        m_page->installEventFilter(this);
        connect(&window, &views::MainWindow::reviewShown, this, [] { QCoreApplication::exit(0); });
        begin();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Hide && m_clock.isValid()) {
            std::printf("%.1f\n", static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
            m_clock.invalidate();
            QTimer::singleShot(100, this, [this] { begin(); });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void begin()
    {
        m_delay += 50;
        m_window.openReview({m_folder, "main", "change"});
        QTimer::singleShot(m_delay, this, [this] {
            m_clock.start();
            QWidget *focused = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : m_page;
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
            QCoreApplication::sendEvent(focused, &press);
        });
    }

    views::MainWindow &m_window;
    std::string m_folder;
    QWidget *m_page;
    QElapsedTimer m_clock;
    int m_delay = 0;
};

int timeCancel(const std::string &folder)
{
    const KSyntaxHighlighting::Repository highlighting;
    runner::Services services = runner::userServices();
    services.build = &review::buildReview; // nothing kept: each takes its whole time
    views::MainWindow window(services, highlighting);
    window.show();
    Canceller canceller(window, folder);
    return QApplication::exec();
}

} // namespace

int main(int count, char **words)
{
    QApplication application(count, words);
    QApplication::setApplicationName(QStringLiteral("noclobber"));
    QApplication::setOrganizationName(QStringLiteral("noclobber"));
    yaml::useReader(yaml::Reader::Fast);
    const QStringList arguments = QApplication::arguments();
    QTranslator translator;
    if (translator.load(QStringLiteral(":/i18n/noclobber_en")))
        QApplication::installTranslator(&translator);
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("start"))
        return timeStart(arguments.at(2).toLongLong(), arguments.at(3).toStdString());
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("filter"))
        return timeFilter(arguments.at(2).toStdString(), arguments.at(3).toStdString());
    if (arguments.size() == 3 && arguments.at(1) == QLatin1String("cancel"))
        return timeCancel(arguments.at(2).toStdString());
    std::fputs("usage: window_timing start NANOSECONDS DIR | filter DIR BASE..HEAD | cancel DIR\n", stderr);
    return 2;
}
