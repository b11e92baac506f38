#include "ui/views/object_actions.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

#include "ui/models/text.h"
#include "ui/views/review_page.h"

namespace noclobber::views {

namespace {

class ObjectActions
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::views::ObjectActions)
public:
    ObjectActions(ReviewPage &page, ObjectPane &object, Selection &selection)
        : m_page(page), m_object(object), m_selection(selection)
    {}

    void addModes()
    {
        using Mode = ObjectPane::Mode;
        ObjectPane *pane = &m_object;
        QAction *unified = addChoice("view.unified", tr("&Unified text"), Qt::Key_U, [pane] {
            pane->setMode(pane->mode() == Mode::Unified ? Mode::SideBySide : Mode::Unified);
        });
        QAction *fields = addChoice("view.fields", tr("F&ields"), Qt::Key_F, [pane] {
            pane->mode() == Mode::Fields ? pane->showText() : pane->setMode(Mode::Fields);
        });
        QAction *raw =
            addChoice("view.raw", tr("&Raw text"), Qt::Key_R, [pane] { pane->setVerbatim(!pane->isVerbatim()); });
        QAction *words = addChoice("view.word-marks", tr("&Word marks"), Qt::Key_W,
                                   [pane] { pane->setWordMarks(!pane->hasWordMarks()); });
        QAction *noise =
            addChoice("view.noise", tr("&Noise"), Qt::Key_H, [pane] { pane->setNoiseShown(!pane->isNoiseShown()); });
        const auto tell = [=] {
            unified->setChecked(pane->mode() == Mode::Unified);
            fields->setChecked(pane->mode() == Mode::Fields);
            raw->setChecked(pane->isVerbatim());
            words->setChecked(pane->hasWordMarks());
            noise->setChecked(pane->isNoiseShown());
        };
        QObject::connect(pane, &ObjectPane::modeChanged, &m_page, tell);
        tell();
    }

    void addContext()
    {
        ObjectPane *pane = &m_object;
        m_page.add("view.all-lines", tr("&Every unchanged line, or only some"), Qt::Key_E,
                   inText(&ObjectPane::toggleAll));
        m_page.add("view.more-context", tr("&More unchanged lines"), Qt::Key_Plus, [pane] { pane->stepContext(1); });
        m_page.add("view.less-context", tr("&Fewer unchanged lines"), Qt::Key_Minus, [pane] { pane->stepContext(-1); });
    }

    void addWalks()
    {
        m_page.add("go.next-change", tr("Next &change in the text"), Qt::Key_N, inDiff(&DiffView::nextChange));
        m_page.add("go.previous-change", tr("&Previous change in the text"), Qt::SHIFT | Qt::Key_N,
                   inDiff(&DiffView::previousChange));
        m_page.add("go.find", tr("&Find in the text"), QKeySequence::Find, inDiff(&DiffView::find));
        m_page.add("go.find-next", tr("Find ne&xt"), Qt::Key_F3, inDiff(&DiffView::findNext));
        m_page.add("go.find-previous", tr("Find pre&vious"), Qt::SHIFT | Qt::Key_F3, inDiff(&DiffView::findPrevious));
    }

    void addCopies()
    {
        m_page.add("object.copy-identity", tr("Cop&y identity"), QKeySequence::Copy, [selection = &m_selection] {
            if (selection->object())
                QGuiApplication::clipboard()->setText(models::toQString(argo::toText(*selection->object())));
        });
        m_page.add("object.copy-markdown", tr("Copy as Mark&down"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
                   [pane = &m_object] {
                       if (!pane->markdown().isEmpty())
                           QGuiApplication::clipboard()->setText(pane->markdown());
                   });
    }

private:
    QAction *addChoice(const char *id, const QString &text, const QKeySequence &key, std::function<void()> done)
    {
        QAction *action = m_page.add(id, text, key, [selection = &m_selection, done = std::move(done)] {
            selection->go(Section::Changes, std::nullopt);
            done();
        });
        action->setCheckable(true);
        return action;
    }
    std::function<void()> inText(void (ObjectPane::*done)())
    {
        return [pane = &m_object, selection = &m_selection, done] {
            selection->go(Section::Changes, std::nullopt);
            (pane->*done)();
        };
    }
    std::function<void()> inDiff(void (DiffView::*done)())
    {
        return [pane = &m_object, selection = &m_selection, done] {
            selection->go(Section::Changes, std::nullopt);
            if (pane->mode() == ObjectPane::Mode::Fields)
                pane->showText();
            (pane->diff()->*done)();
        };
    }

    ReviewPage &m_page;
    ObjectPane &m_object;
    Selection &m_selection;
};

} // namespace

void addObjectActions(ReviewPage &page, ObjectPane &object, Selection &selection)
{
    ObjectActions actions(page, object, selection);
    page.addLine("view");
    actions.addModes();
    page.addLine("view");
    actions.addContext();
    page.addLine("go");
    actions.addWalks();
    page.addLine("object");
    actions.addCopies();
}

} // namespace noclobber::views
