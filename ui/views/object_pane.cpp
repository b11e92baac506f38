#include "ui/views/object_pane.h"

#include <QLocale>
#include <QResizeEvent>
#include <QVBoxLayout>

#include "ui/models/object_summary.h"
#include "ui/models/text.h"
#include "ui/views/row_delegate.h"

namespace noclobber::views {

namespace {

constexpr int narrow = 900;                    ///< pixels; two columns need more
constexpr qsizetype mostColouredAtOnce = 3000; ///< rows; the colours of more come after the text
constexpr qsizetype large = 2'000'000;         ///< bytes; raw text is offered
constexpr int mostContext = 50;

} // namespace

/// What the reading thread hands over.
struct ObjectPane::Reading {
    models::DiffTextPtr text;
    DiffTints tints;
    std::optional<Error> error;
};

ObjectPane::ObjectPane(const runner::Services &services, const KSyntaxHighlighting::Repository &repository,
                       QWidget *parent)
    : QWidget(parent), m_services(services), m_header(new ObjectHeader(this)), m_controls(new DiffControls(this)),
      m_hint(new QLabel(this)), m_stack(new QStackedWidget(this)), m_diff(new DiffView(repository, this)),
      m_fields(new models::FieldModel(this))
{
    m_stack->addWidget(m_diff);
    m_stack->addWidget(makeFields());
    m_hint->setWordWrap(true);
    m_hint->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(4);
    column->addWidget(m_header);
    column->addWidget(m_controls);
    column->addWidget(m_hint);
    column->addWidget(m_stack, 1);
    connect(m_controls, &DiffControls::modeChosen, this, &ObjectPane::setMode);
    connect(m_controls, &DiffControls::verbatimChosen, this, &ObjectPane::setVerbatim);
    connect(m_controls, &DiffControls::wordMarksChosen, this, &ObjectPane::setWordMarks);
    connect(m_controls, &DiffControls::noiseChosen, this, &ObjectPane::setNoiseShown);
    connect(m_controls, &DiffControls::contextChosen, this, &ObjectPane::stepContext);
    connect(m_hint, &QLabel::linkActivated, this, [this] { setVerbatim(true); });
    m_controls->setContext(m_diff->options().context);
}

QWidget *ObjectPane::makeFields()
{
    auto *page = new QWidget(this);
    m_fieldList = new widgets::TreeView(tr("Fields that differ"), page);
    m_fieldList->setRootIsDecorated(false);
    m_fieldList->setItemDelegate(new RowDelegate(m_fieldList));
    m_fieldList->setModel(m_fields);
    m_fieldList->setColumnCharacters({34, 22, 22}, {18, 10, 10, 8});
    m_noFields = new QLabel(page);
    m_noFields->setWordWrap(true);
    m_noFields->setMargin(8);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_noFields);
    column->addWidget(m_fieldList, 1);
    return page;
}

void ObjectPane::setReview(const review::ReviewPtr &review)
{
    m_review = review;
    m_object.reset();
    m_reading.forget();
    m_colouring.forget();
    m_fields->setChange(review, nullptr);
    m_header->clear();
    m_controls->hide();
    m_hint->hide();
    m_diff->setMessage(tr("Choose an object on the left."));
}

void ObjectPane::showObject(const argo::ObjectId &id)
{
    m_object = models::ReviewedObject{id, m_review->changes.find(id), m_review->radius.find(id)};
    m_object->state = models::stateOf(m_object->change, m_object->affected);
    m_header->showObject(*m_object);
    m_fields->setChange(m_review, m_object->change);
    m_controls->show();
    showMode();
    readText();
}

void ObjectPane::readText()
{
    const auto form = m_isVerbatim ? review::TextForm::Verbatim : review::TextForm::AsRead;
    const auto work = [read = m_services.readObject, review = m_review, id = m_object->id, form] {
        Reading reading;
        const Result<review::ObjectDiff> diff = read(*review, id, form);
        if (!diff) {
            reading.error = diff.error();
            return reading;
        }
        reading.text = std::make_shared<const models::DiffText>(models::makeDiffText(*diff));
        if (reading.text->rows.size() <= mostColouredAtOnce)
            reading.tints = diffTints(*reading.text);
        return reading;
    };
    m_colouring.forget();
    m_reading.ask(this, work, [this](const Reading &reading) { take(reading); });
}

void ObjectPane::take(const Reading &reading)
{
    if (reading.error) {
        m_diff->setMessage(tr("Its text cannot be read: %1").arg(models::toQString(reading.error->message)));
    } else {
        const git::Comparison &comparison = m_review->comparison;
        m_diff->setText(reading.text, heading(comparison.base, reading.text->baseLocation, tr("Base")),
                        heading(comparison.head, reading.text->headLocation, tr("Head")));
        if (reading.text->rows.size() > mostColouredAtOnce)
            colour(reading.text);
        else
            m_diff->setTints(reading.tints);
    }
    showHint();
    showNoiseCount();
    emit shown();
}

void ObjectPane::colour(const models::DiffTextPtr &text)
{
    m_colouring.ask(
        this, [text] { return diffTints(*text); }, [this](const DiffTints &tints) { m_diff->setTints(tints); });
}

void ObjectPane::showHint()
{
    const models::DiffTextPtr &text = m_diff->text();
    m_hint->clear();
    if (text && m_isVerbatim && text->form == review::TextForm::AsRead)
        m_hint->setText(tr("Its lines in the file hold other objects too, so this is the text as it is read."));
    else if (text && !m_isVerbatim && text->bytes > large)
        m_hint->setText(tr("Its text has %1. <a href=\"#raw\">Show the raw text</a>")
                            .arg(QLocale().formattedDataSize(text->bytes)));
    m_hint->setVisible(!m_hint->text().isEmpty() && !m_showsFields);
}

QString ObjectPane::heading(const git::TreeSnapshot &snapshot, const std::optional<argo::Location> &place,
                            const QString &role) const
{
    const QString revision = models::toQString(snapshot.revision);
    if (!place)
        return tr("%1 %2", "base or head, revision").arg(role, revision);
    return tr("%1 %2  %3", "base or head, revision, path and line").arg(role, revision, models::placeText(*place));
}

ObjectPane::Mode ObjectPane::mode() const
{
    if (m_showsFields)
        return Mode::Fields;
    return m_unifiedByHand.value_or(width() < narrow) ? Mode::Unified : Mode::SideBySide;
}

void ObjectPane::setMode(Mode mode)
{
    m_showsFields = mode == Mode::Fields;
    if (!m_showsFields)
        m_unifiedByHand = mode == Mode::Unified;
    showMode();
}

void ObjectPane::showText()
{
    m_showsFields = false;
    showMode();
}

void ObjectPane::showMode()
{
    models::DiffOptions options = m_diff->options();
    options.isUnified = m_unifiedByHand.value_or(width() < narrow);
    m_diff->setOptions(options);
    m_stack->setCurrentIndex(m_showsFields ? 1 : 0);
    if (m_showsFields && !m_fieldList->currentIndex().isValid())
        m_fieldList->setCurrentIndex(m_fields->index(0, 0)); // a comment has a field without a search for one
    m_controls->setMode(mode());
    m_controls->setForText(!m_showsFields);
    showHint();
    showNoiseCount();
    emit modeChanged();
}

void ObjectPane::showNoiseCount()
{
    const int inText = m_diff->text() ? m_diff->text()->noiseFields : 0;
    m_controls->setNoise(m_showsFields ? m_fields->noiseCount() : inText, isNoiseShown());
    m_controls->setFieldCount(m_fields->fieldCount());
    const bool hasNone = m_fields->rowCount() == 0;
    m_noFields->setVisible(hasNone);
    const bool isOneSided =
        m_object && m_object->change != nullptr && (m_object->change->base.empty() || m_object->change->head.empty());
    if (m_fields->noiseCount() > 0)
        m_noFields->setText(tr("Only fields differ that rules call noise; they are hidden."));
    else if (isOneSided)
        m_noFields->setText(
            tr("Only one of the two commits declares it, so there are no fields to compare; see its text."));
    else
        m_noFields->setText(tr("No field differs."));
}

void ObjectPane::setVerbatim(bool isVerbatim)
{
    m_isVerbatim = isVerbatim;
    m_controls->setVerbatim(isVerbatim);
    if (m_object)
        readText();
    emit modeChanged();
}

void ObjectPane::setWordMarks(bool shown)
{
    m_wordMarks = shown;
    m_controls->setWordMarks(shown);
    m_diff->setWordMarks(shown);
    emit modeChanged();
}

void ObjectPane::setNoiseShown(bool shown)
{
    models::DiffOptions options = m_diff->options();
    options.showsNoise = shown;
    m_diff->setOptions(options);
    m_fields->setNoiseShown(shown);
    showNoiseCount();
    emit modeChanged();
}

void ObjectPane::stepContext(int step)
{
    models::DiffOptions options = m_diff->options();
    options.context = qBound(0, options.context + step, mostContext);
    m_diff->setOptions(options);
    m_controls->setContext(options.context);
}

void ObjectPane::toggleAll()
{
    models::DiffOptions options = m_diff->options();
    options.showsAll = !options.showsAll;
    m_diff->setOptions(options);
}

QString ObjectPane::markdown() const
{
    return m_object ? models::objectMarkdown(*m_object) : QString();
}

std::string ObjectPane::currentField() const
{
    return m_showsFields ? m_fields->path(m_fieldList->currentIndex()) : m_diff->currentPath().toStdString();
}

void ObjectPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wasNarrow = event->oldSize().width() < narrow;
    if (!m_unifiedByHand && wasNarrow != (width() < narrow))
        showMode();
}

} // namespace noclobber::views
