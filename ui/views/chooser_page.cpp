#include "ui/views/chooser_page.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/fonts.h"

namespace noclobber::views {

namespace {

constexpr std::size_t fewCommits = 2'000;    ///< read at once
constexpr std::size_t manyCommits = 100'000; ///< read when somebody looks for more

} // namespace

/// What the reading thread hands over.
struct ChooserPage::Answer {
    models::CommitListPtr list;
    std::optional<Error> error;
};

ChooserPage::ChooserPage(const runner::Services &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_title(new widgets::ElidedLabel(this)),
      m_remark(new widgets::ElidedLabel(this)),
      m_base(new CommitPicker(tr("Base"), tr("What is there now: the branch the change goes into."), this)),
      m_head(new CommitPicker(tr("Head"), tr("The change: what would be merged."), this)),
      m_swap(new QPushButton(tr("S&wap base and head"), this)), m_kind(new QComboBox(this)),
      m_review(new QPushButton(tr("Review this change"), this))
{
    widgets::setTextSize(m_title, 1.3, true);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_kind->addItem(tr("What merging head into base would change"));
    m_kind->addItem(tr("The two commits as they are (base..head)"));
    m_kind->addItem(tr("Their merge base against head (base...head)"));
    m_kind->setAccessibleName(tr("How to compare"));
    m_swap->setAccessibleName(tr("Swap base and head"));
    m_review->setAccessibleName(m_review->text());
    m_review->setDefault(true);
    auto *back = new QPushButton(tr("Back"), this);
    back->setAccessibleName(tr("Back to the start page"));
    makeLayout(back);
    const auto enable = [this] {
        m_review->setEnabled(!m_base->revision().isEmpty() && !m_head->revision().isEmpty());
    };
    for (CommitPicker *picker : {m_base, m_head}) {
        connect(picker, &CommitPicker::revisionChanged, this, enable);
        connect(picker, &CommitPicker::activated, this, &ChooserPage::choose);
        connect(picker, &CommitPicker::moreWanted, this, &ChooserPage::readMore);
    }
    connect(m_swap, &QPushButton::clicked, this, &ChooserPage::swap);
    connect(m_review, &QPushButton::clicked, this, &ChooserPage::choose);
    connect(back, &QPushButton::clicked, this, &ChooserPage::backAsked);
}

ChooserPage::~ChooserPage()
{
    m_stop.request_stop();
}

void ChooserPage::makeLayout(QPushButton *back)
{
    auto *pickers = new QHBoxLayout;
    pickers->setSpacing(16);
    pickers->addWidget(m_base, 1);
    pickers->addWidget(m_head, 1);
    auto *question = new QLabel(tr("&Compare:"), this);
    question->setBuddy(m_kind);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // large letters need the room
    m_kind->setMinimumContentsLength(24);
    auto *how = new QHBoxLayout;
    how->addWidget(question);
    how->addWidget(m_kind, 1);
    how->addWidget(m_remark, 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(back);
    bottom->addWidget(m_swap);
    bottom->addStretch(1);
    bottom->addWidget(m_review);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addLayout(pickers, 1);
    column->addLayout(how);
    column->addLayout(bottom);
}

void ChooserPage::open(const QString &folder, const QString &name)
{
    m_folder = folder;
    m_list = nullptr;
    m_title->setWholeText(tr("Which change of %1?").arg(name));
    m_remark->setWholeText(tr("Reading the history…"));
    for (CommitPicker *picker : {m_base, m_head}) {
        picker->setList(std::make_shared<const models::CommitList>());
        picker->setRevision({});
    }
    read(fewCommits);
}

void ChooserPage::read(std::size_t commits)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isReading = true;
    const auto work = [read = m_services.readHistory, path = m_folder.toStdString(), commits,
                       stop = m_stop.get_token()] {
        auto history = read(path, commits, stop);
        return history ? Answer{models::makeCommitList(std::move(*history)), {}} : Answer{nullptr, history.error()};
    };
    m_reading.ask(this, work, [this](const Answer &answer) { take(answer); });
}

void ChooserPage::take(const Answer &answer)
{
    m_isReading = false;
    if (answer.error) {
        emit failed(*answer.error, m_folder);
        return;
    }
    const bool isFirst = m_list == nullptr;
    m_list = answer.list;
    m_base->setList(m_list);
    m_head->setList(m_list);
    m_remark->setWholeText(m_list->history.isCut
                               ? tr("There are older commits than the newest %Ln; type the id of one.", "",
                                    static_cast<int>(m_list->history.commits.size()))
                               : QString());
    if (!isFirst)
        return;
    m_base->setRevision(QString::fromStdString(m_list->history.defaultBase));
    m_head->setRevision(models::likelyHead(m_list->history));
    m_head->searchLine()->setFocus();
}

void ChooserPage::readMore()
{
    if (m_isReading || m_list == nullptr || !m_list->history.isCut || m_list->history.commits.size() >= manyCommits)
        return;
    m_remark->setWholeText(tr("Reading older commits…"));
    read(manyCommits);
}

void ChooserPage::swap()
{
    const QString base = m_base->revision();
    m_base->setRevision(m_head->revision());
    m_head->setRevision(base);
}

void ChooserPage::choose()
{
    if (!m_review->isEnabled())
        return;
    git::ComparisonRequest request;
    request.folder = m_folder.toStdString();
    const std::string base = m_base->revision().toStdString();
    const std::string head = m_head->revision().toStdString();
    if (m_kind->currentIndex() == 0) {
        request.base = base;
        request.head = head;
    } else {
        request.base = base + (m_kind->currentIndex() == 1 ? ".." : "...") + head;
    }
    emit chosen(request);
}

} // namespace noclobber::views
