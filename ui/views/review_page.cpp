#include "ui/views/review_page.h"

#include <QApplication>
#include <QVBoxLayout>

#include "core/base/say.h"
#include "core/blast/main_cause.h"
#include "ui/models/text.h"
#include "ui/widgets/reading_order.h"

namespace noclobber::views {

using review::Headline;

ReviewPage::ReviewPage(const runner::Services &services, const KSyntaxHighlighting::Repository &repository,
                       QWidget *parent)
    : QWidget(parent), m_services(services), m_banner(new widgets::Banner(this)),
      m_sections(new widgets::SectionBar(this)), m_stack(new QStackedWidget(this)),
      m_comment(new CommentEditor(m_record, this)),
      m_changes(new ChangesSection(m_selection, m_record, services, repository, this)),
      m_overwrites(new OverwritesSection(m_selection, services, this)), m_radius(new RadiusSection(m_selection, this)),
      m_rails(new GuardRailsSection(m_selection, services, this)),
      m_runbook(new RunbookSection(m_selection, m_record, this)),
      m_reviewSection(new ReviewSection(m_selection, m_record, this))
{
    for (const QString &name : {tr("1 Changes"), tr("2 Overwrites"), tr("3 Blast radius"), tr("4 Guard rails"),
                                tr("5 Runbook"), tr("6 Review")})
        m_sections->addSection(name);
    for (QWidget *section :
         std::initializer_list<QWidget *>{m_changes, m_overwrites, m_radius, m_rails, m_runbook, m_reviewSection})
        m_stack->addWidget(section);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 0);
    bar->addWidget(m_sections);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    column->addWidget(m_comment);
    makeActions();
    makeRecordParts();
    column->addWidget(m_bar);
    connect(m_sections, &widgets::SectionBar::chosen, this,
            [this](int section) { m_selection.go(static_cast<Section>(section), std::nullopt); });
    connect(&m_selection, &Selection::sectionChanged, this, &ReviewPage::showSection);
    connect(&m_selection, &Selection::historyChanged, this, [this] {
        setAvailable(m_back, m_selection.canGoBack());
        setAvailable(m_forward, m_selection.canGoForward());
    });
    connect(m_changes->object(), &ObjectPane::shown, this, [this] {
        m_radius->fill();
        emit shown();
    });
}

void ReviewPage::setReview(const models::PreparedReview &prepared, const models::ReviewPlace &place)
{
    const review::ReviewPtr &review = prepared.review;
    const models::ChangeListPtr &list = prepared.list;
    m_review = review;
    m_sentence = prepared.sentence;
    m_cause = prepared.cause;
    m_comment->setReview(*review);
    m_list = list;
    m_selection.reset();
    m_record.setReview(review, prepared.objects);
    m_reviewSection->setReview(review, prepared.gate);
    askForReviewer();
    takeRecord();
    m_changes->setReview(review, list);
    m_overwrites->setReview(review);
    m_radius->setReview(review, prepared.radius);
    m_rails->setReview(prepared.rails);
    m_runbook->setReview(review, prepared.stepKeys);
    m_sections->setCount(0, m_changes->count());
    m_sections->setCount(1, m_overwrites->count());
    m_sections->setCount(2, m_radius->count());
    m_sections->setCount(3, m_rails->count());
    m_sections->setCount(4, m_runbook->count());
    m_sections->setShown(4, m_runbook->count() > 0);
    setAvailable(m_why, m_cause.has_value());
    setActionsEnabled(true);
    focusSection();
    m_changes->setFilterText(place.filter);
    const bool isKnown = place.object && list->find(*place.object);
    if (const auto first = isKnown ? place.object : prepared.first) {
        m_selection.setObject(*first);
    } else {
        m_radius->fill();
        emit shown();
    }
    if (place.section > 0 && place.section < m_stack->count() && m_sections->isShown(place.section)) {
        m_selection.go(static_cast<Section>(place.section), std::nullopt);
        focusSection();
    }
}

models::ReviewPlace ReviewPage::place() const
{
    return {static_cast<int>(m_selection.section()), m_selection.object(), m_changes->filterText()};
}

void ReviewPage::showObject(const argo::ObjectId &id)
{
    m_selection.go(Section::Changes, id);
    focusSection();
}

widgets::Banner::Content ReviewPage::bannerContent() const
{
    const auto word = models::toQString(said(review::headlineText(m_review->headline)));
    QString sentence = m_sentence;
    if (const QString overridden = models::RecordWords::overridden(m_record.shown()); !overridden.isEmpty())
        sentence += QLatin1Char('\n') + overridden;
    switch (m_review->headline) {
    case Headline::Block:
        return {QStringLiteral("verdict-block"), word, sentence, static_cast<int>(models::Level::Loss), false};
    case Headline::CannotTell:
        return {QStringLiteral("verdict-unknown"), word, sentence, static_cast<int>(models::Level::Caution), false};
    case Headline::LookFirst:
        return {QStringLiteral("verdict-look"), word, sentence, static_cast<int>(models::Level::Caution), false};
    case Headline::Safe:
        break;
    }
    return {QStringLiteral("verdict-safe"), word, sentence, static_cast<int>(models::Level::Note), true};
}

void ReviewPage::showSection(Section section)
{
    if (section == Section::BlastRadius)
        m_radius->showChosen();
    m_sections->setCurrent(static_cast<int>(section));
    m_stack->setCurrentIndex(static_cast<int>(section));
}

void ReviewPage::focusSection()
{
    switch (m_selection.section()) {
    case Section::Changes: // where nothing differs, the verdict says it
        return m_changes->count() > 0 ? m_changes->focusList() : m_banner->setFocus();
    case Section::Overwrites:
        return m_overwrites->focusList();
    case Section::BlastRadius:
        return m_radius->focusList();
    case Section::GuardRails:
        return m_rails->focusList();
    case Section::Runbook:
        return m_runbook->focusList();
    case Section::Review:
        return m_reviewSection->focusList();
    }
}

/// Two declarations are told side by side, what breaks a rule with the rule, anything else with what changes.
void ReviewPage::showCause()
{
    if (!m_cause)
        return;
    m_selection.go(m_overwrites->contains(*m_cause) ? Section::Overwrites
                   : m_rails->contains(*m_cause)    ? Section::GuardRails
                                                    : Section::Changes,
                   *m_cause);
    focusSection();
}

/// Through the first focusable widget of each pane: verdict, sections, and what stands side by side below.
void ReviewPage::cyclePanes(bool forward)
{
    QList<QWidget *> panes{m_banner, m_sections};
    if (m_comment->isVisible())
        panes << m_comment;
    if (auto *splitter = qobject_cast<QSplitter *>(m_stack->currentWidget())) {
        for (int i = 0; i < splitter->count(); ++i)
            panes << splitter->widget(i);
    } else {
        panes << m_stack->currentWidget();
    }
    panes.removeIf([](QWidget *pane) { return widgets::readingOrder(*pane).isEmpty(); });
    const QWidget *focused = QApplication::focusWidget();
    qsizetype current = 0;
    for (qsizetype i = 0; i < panes.size(); ++i)
        current = panes.at(i) == focused || panes.at(i)->isAncestorOf(focused) ? i : current;
    const qsizetype next = (current + (forward ? 1 : panes.size() - 1)) % panes.size();
    widgets::readingOrder(*panes.at(next)).first()->setFocus(Qt::ShortcutFocusReason);
}

} // namespace noclobber::views
