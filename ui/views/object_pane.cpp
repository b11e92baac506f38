#include "ui/views/object_pane.h"

#include <QVBoxLayout>

#include "ui/models/text.h"
#include "ui/views/row_delegate.h"
#include "ui/widgets/fonts.h"

namespace noclobber::views {

namespace {

/// What the reading thread hands over.
struct ReadObject {
    DiffRows rows;
    review::ObjectTexts texts;
    std::optional<Error> error;
};

} // namespace

ObjectPane::ObjectPane(const runner::Services &services, const KSyntaxHighlighting::Repository &repository,
                       QWidget *parent)
    : QWidget(parent), m_services(services), m_state(new widgets::Badge(this)), m_fate(new widgets::Badge(this)),
      m_name(new widgets::ElidedLabel(this)), m_where(new widgets::ElidedLabel(this)), m_chain(new ChainLabel(this)),
      m_modes(new widgets::SectionBar(this)), m_stack(new QStackedWidget(this)), m_diff(new DiffView(repository, this)),
      m_fields(new models::FieldModel(this))
{
    m_stack->addWidget(m_diff);
    m_stack->addWidget(makeFields());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(4);
    column->addWidget(makeHeader());
    column->addWidget(m_where);
    column->addWidget(m_chain);
    column->addWidget(m_modes);
    column->addWidget(m_stack, 1);
    m_modes->addSection(tr("Side by side"));
    m_modes->addSection(tr("Fields"));
    m_modes->setCurrent(0);
    connect(m_modes, &widgets::SectionBar::chosen, m_stack, &QStackedWidget::setCurrentIndex);
}

QWidget *ObjectPane::makeHeader()
{
    auto *header = new QWidget(this);
    widgets::setTextSize(m_name, 1.15, true);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_name, 1);
    row->addWidget(m_state);
    row->addWidget(m_fate);
    return header;
}

QWidget *ObjectPane::makeFields()
{
    auto *view = new widgets::TreeView(tr("Fields that differ"), this);
    view->setRootIsDecorated(false);
    view->setItemDelegate(new RowDelegate(view));
    view->setModel(m_fields);
    view->setColumnCharacters({34, 26, 26});
    return view;
}

void ObjectPane::setReview(const review::ReviewPtr &review)
{
    m_review = review;
    m_reading.forget();
    m_fields->setChange(review, nullptr);
    m_name->setWholeText({});
    m_where->setWholeText({});
    m_state->setContent({}, {}, 0);
    m_fate->setContent({}, {}, 0);
    m_chain->setChain({});
    m_modes->hide();
    const bool isEmpty = review->changes.changes.empty() && review->radius.objects.empty();
    m_diff->setMessage(isEmpty ? tr("No object differs: this change does nothing to the clusters.")
                               : tr("Choose an object on the left."));
}

void ObjectPane::showObject(const argo::ObjectId &id)
{
    models::ReviewedObject object{id, m_review->changes.find(id), m_review->radius.find(id)};
    object.state = models::stateOf(object.change, object.affected);
    showHeader(object);
    m_fields->setChange(m_review, object.change);
    m_modes->show();
    m_modes->setCount(1, m_fields->rowCount());
    readTexts(id);
}

void ObjectPane::showHeader(const models::ReviewedObject &object)
{
    using models::Words;
    m_name->setWholeText(models::objectText(object.id));
    m_where->setWholeText(whereText(object));
    const QString state = Words::state(object.state);
    m_state->setContent(models::glyphOf(object.state), state, static_cast<int>(models::levelOf(object.state)));
    const QString fate = object.affected != nullptr ? Words::effect(object.affected->effect) : QString();
    if (!fate.isEmpty() && fate != state)
        m_fate->setContent(models::glyphOf(*object.affected), fate,
                           static_cast<int>(models::levelOf(*object.affected)));
    else
        m_fate->setContent({}, {}, 0);
    m_chain->setChain(object.affected != nullptr ? object.affected->because : std::vector<blast::Reason>{});
}

QString ObjectPane::whereText(const models::ReviewedObject &object) const
{
    QStringList parts;
    if (!object.id.scope.empty())
        parts << models::toQString(object.id.scope);
    if (object.change != nullptr) {
        const argo::Declaration *winner = object.change->winnerInHead();
        winner = winner == nullptr ? object.change->winnerInBase() : winner;
        if (winner != nullptr)
            parts << models::placeText(winner->location);
        if (winner != nullptr && winner->application)
            parts << tr("via %1").arg(models::objectText(*winner->application));
    } else if (object.affected != nullptr && object.affected->location) {
        parts << models::placeText(*object.affected->location);
    }
    if (object.affected != nullptr && !object.affected->protections.empty()) {
        QStringList protections;
        for (const std::string &protection : object.affected->protections)
            protections << models::toQString(protection);
        parts << tr("protected by %1").arg(protections.join(QStringLiteral(", ")));
    }
    return parts.join(QStringLiteral("  ·  "));
}

void ObjectPane::readTexts(const argo::ObjectId &id)
{
    const auto work = [read = m_services.readTexts, review = m_review, id] {
        ReadObject answer;
        const Result<review::ObjectTexts> texts = read(*review, id);
        if (texts) {
            answer.texts = *texts;
            answer.rows = diffRows(*texts);
        } else {
            answer.error = texts.error();
        }
        return answer;
    };
    m_reading.ask(this, work, [this](const ReadObject &answer) {
        if (answer.error) {
            m_diff->setMessage(tr("Its text cannot be read: %1").arg(models::toQString(answer.error->message)));
        } else {
            const git::Comparison &comparison = m_review->comparison;
            m_diff->setRows(answer.rows, heading(comparison.base, answer.texts.base, tr("Base")),
                            heading(comparison.head, answer.texts.head, tr("Head")));
        }
        emit shown();
    });
}

QString ObjectPane::heading(const git::TreeSnapshot &snapshot, const review::ObjectText &text,
                            const QString &role) const
{
    const QString revision = models::toQString(snapshot.revision);
    if (!text.location)
        return tr("%1 %2", "base or head, revision").arg(role, revision);
    return tr("%1 %2  %3", "base or head, revision, path and line")
        .arg(role, revision, models::placeText(*text.location));
}

void ObjectPane::setMode(Mode mode)
{
    m_modes->setCurrent(static_cast<int>(mode));
    m_stack->setCurrentIndex(static_cast<int>(mode));
}

} // namespace noclobber::views
