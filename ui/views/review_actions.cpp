// What can be done on the review page.

#include <QApplication>
#include <QKeyEvent>
#include <QTreeView>

#include "ui/views/key_bindings.h"
#include "ui/views/object_actions.h"
#include "ui/views/review_page.h"

namespace noclobber::views {

namespace {

constexpr char unavailableProperty[] = "unavailable";

} // namespace

QAction *ReviewPage::add(const char *id, const QString &text, const QKeySequence &key,
                         const std::function<void()> &done)
{
    auto *action = new QAction(text, this);
    identify(*action, id, key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
    action->setEnabled(m_isShown);
    addAction(action);
    connect(action, &QAction::triggered, this, done);
    return action;
}

void ReviewPage::addLine(const char *menu)
{
    auto *line = new QAction(this);
    line->setSeparator(true);
    line->setObjectName(QLatin1String(menu) + QLatin1Char('.'));
    addAction(line);
}

void ReviewPage::setAvailable(QAction *action, bool isAvailable)
{
    action->setProperty(unavailableProperty, !isAvailable);
    action->setEnabled(m_isShown && isAvailable);
}

void ReviewPage::fillMenu(QMenu &menu, const char *name) const
{
    const QString group = QLatin1String(name) + QLatin1Char('.');
    for (QAction *action : actions()) {
        if (action->objectName().startsWith(group))
            menu.addAction(action);
    }
}

void ReviewPage::setActionsEnabled(bool enabled)
{
    m_isShown = enabled;
    for (QAction *action : actions())
        action->setEnabled(enabled && !action->property(unavailableProperty).toBool());
    for (QAction *action : m_runbookActions) // one that is not seen has no key either
        action->setVisible(enabled && m_runbook->count() > 0);
}

void ReviewPage::makeActions()
{
    makeEditActions();
    makeRecordActions();
    makeViewActions();
    makeGoActions();
    makeTextActions();
    makeMendActions();
    makeRadiusActions();
    makeChangeActions();
    addObjectActions(*this, *m_changes->object(), m_selection);
    setActionsEnabled(false);
}

std::function<void()> ReviewPage::goingTo(Section section)
{
    return [this, section] {
        m_selection.go(section, std::nullopt);
        focusSection();
    };
}

void ReviewPage::makeEditActions()
{
    QUndoStack *stack = m_record.undoStack();
    QAction *undo = add("edit.undo", tr("&Undo"), QKeySequence::Undo, [stack] { stack->undo(); });
    QAction *redo = add("edit.redo", tr("&Redo"), Qt::CTRL | Qt::Key_Y, [stack] { stack->redo(); });
    setAvailable(undo, false);
    setAvailable(redo, false);
    connect(stack, &QUndoStack::canUndoChanged, this, [this, undo](bool can) { setAvailable(undo, can); });
    connect(stack, &QUndoStack::canRedoChanged, this, [this, redo](bool can) { setAvailable(redo, can); });
    connect(stack, &QUndoStack::undoTextChanged, undo, [undo](const QString &what) {
        undo->setText(what.isEmpty() ? tr("&Undo") : tr("&Undo: %1", "what was done").arg(what));
    });
    connect(stack, &QUndoStack::redoTextChanged, redo, [redo](const QString &what) {
        redo->setText(what.isEmpty() ? tr("&Redo") : tr("&Redo: %1", "what was taken back").arg(what));
    });
}

void ReviewPage::makeViewActions()
{
    add("view.changes", tr("&Changes"), Qt::Key_1, goingTo(Section::Changes));
    add("view.overwrites", tr("&Overwrites"), Qt::Key_2, goingTo(Section::Overwrites));
    add("view.radius", tr("&Blast radius"), Qt::Key_3, goingTo(Section::BlastRadius));
    add("view.guard-rails", tr("&Guard rails"), Qt::Key_4, goingTo(Section::GuardRails));
    m_runbookActions << add("view.runbook", tr("&Runbook"), Qt::Key_5, goingTo(Section::Runbook));
    add("view.review", tr("Re&view"), Qt::Key_6, goingTo(Section::Review));
}

void ReviewPage::makeGoActions()
{
    m_back = add("go.back", tr("&Back"), Qt::ALT | Qt::Key_Left, [this] { m_selection.goBack(); });
    m_forward = add("go.forward", tr("&Forward"), Qt::ALT | Qt::Key_Right, [this] { m_selection.goForward(); });
    setAvailable(m_back, false);
    setAvailable(m_forward, false);
    m_why = add("go.cause", tr("W&hy the verdict is so"), Qt::SHIFT | Qt::Key_W, [this] { showCause(); });
    m_why->setIconText(tr("Why"));
    setAvailable(m_why, false);
    m_banner->setAction(m_why);
    addLine("go");
    add("go.filter", tr("Fi&lter the changes"), Qt::Key_Slash, [this] {
        m_selection.go(Section::Changes, std::nullopt);
        m_changes->focusFilter();
    });
    add("go.next-row", tr("Next ro&w"), Qt::Key_J, [this] { walkRows(Qt::Key_Down); });
    add("go.previous-row", tr("Previous row"), Qt::Key_K, [this] { walkRows(Qt::Key_Up); });
    add("go.next-section", tr("Next &section"), Qt::CTRL | Qt::Key_Tab, [this] { walkSections(1); });
    add("go.previous-section", tr("Previous section"), Qt::CTRL | Qt::SHIFT | Qt::Key_Tab,
        [this] { walkSections(-1); });
    add("go.next-pane", tr("Next p&ane"), Qt::Key_F6, [this] { cyclePanes(true); });
    add("go.previous-pane", tr("Previo&us pane"), Qt::SHIFT | Qt::Key_F6, [this] { cyclePanes(false); });
    addLine("go");
}

void ReviewPage::makeTextActions()
{
    add("go.overwrite", tr("&Overwrite of this object"), Qt::Key_O, goingTo(Section::Overwrites));
    add("go.radius", tr("Blast &radius of this object"), Qt::Key_B, goingTo(Section::BlastRadius));
    addLine("go");
    add("go.next-finding", tr("Next f&inding"), Qt::Key_BracketRight, [this] { m_rails->next(); });
    add("go.previous-finding", tr("Previous fin&ding"), Qt::Key_BracketLeft, [this] { m_rails->previous(); });
}

void ReviewPage::makeMendActions()
{
    const auto inSection = [this](Section section, const std::function<void()> &done) {
        return [this, section, done] {
            m_selection.go(section, std::nullopt);
            done();
        };
    };
    const auto withStep = [this, inSection](void (RunbookSection::*done)()) {
        return inSection(Section::Runbook, [this, done] { (m_runbook->*done)(); });
    };
    const auto withPatch = [this, inSection](void (GuardRailsSection::*done)()) {
        return inSection(Section::GuardRails, [this, done] { (m_rails->*done)(); });
    };
    add("object.copy-mend", tr("Copy how to &mend the finding"), {}, withPatch(&GuardRailsSection::copyMend));
    add("object.copy-patch", tr("Copy the &patch for the finding"), {}, withPatch(&GuardRailsSection::copyPatch));
    add("object.save-patch", tr("Save the patch for the finding…"), {}, withPatch(&GuardRailsSection::savePatch));
    addLine("object");
    m_runbookActions << add("object.step-done", tr("Mark the &step as done, or not done"), Qt::Key_X,
                            withStep(&RunbookSection::toggleDone))
                     << add("object.copy-step", tr("Copy the step of the &runbook"), {},
                            withStep(&RunbookSection::copyStep))
                     << add("object.copy-runbook", tr("Copy the &whole runbook"), {},
                            withStep(&RunbookSection::copyAll));
    addLine("object");
}

void ReviewPage::makeChangeActions()
{
    const auto inList = [this](QAction *action) { // elsewhere Space presses buttons and turns pages
        action->setShortcutContext(Qt::WidgetShortcut);
        m_changes->list()->addAction(action);
    };
    inList(add("review.seen-next", tr("Mark as &seen, go to the next risk"), Qt::Key_Space,
               [this] { m_changes->markSeenAndGoOn(); }));
    inList(add("review.unsee", tr("Mark as &not seen"), Qt::SHIFT | Qt::Key_Space, [this] { m_changes->unsee(); }));
    add("review.seen-all", tr("Mark &all shown as seen"), {}, [this] { m_changes->markAllShown(); });
    addLine("view");
    for (QMenu *menu : std::initializer_list<QMenu *>{m_changes->arrangementMenu(), m_changes->savedFilterMenu()}) {
        menu->menuAction()->setObjectName(QStringLiteral("view.changes-menu"));
        addAction(menu->menuAction());
    }
}

/// In the list that has the keyboard, else in the one of the section.
void ReviewPage::walkRows(Qt::Key arrow)
{
    auto *list = qobject_cast<QTreeView *>(QApplication::focusWidget());
    if (list == nullptr) {
        focusSection();
        list = qobject_cast<QTreeView *>(QApplication::focusWidget());
    }
    if (list == nullptr)
        return;
    QKeyEvent press(QEvent::KeyPress, arrow, Qt::NoModifier);
    QCoreApplication::sendEvent(list, &press);
}

void ReviewPage::walkSections(int step)
{
    const int count = m_stack->count();
    int section = static_cast<int>(m_selection.section());
    do
        section = (section + step + count) % count;
    while (!m_sections->isShown(section));
    m_selection.go(static_cast<Section>(section), std::nullopt);
    focusSection();
}

} // namespace noclobber::views
