#include "ui/views/chooser_page.h"

#include <QDir>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/text.h"
#include "ui/widgets/fonts.h"

namespace noclobber::views {

namespace {

constexpr std::size_t listedCommits = 500;

/// The branch that HEAD most likely is: one at HEAD's commit that is not the base.
QString likelyHead(const std::vector<git::Reference> &references, const QString &base)
{
    using Type = git::Reference::Type;
    const auto newest = std::ranges::find(references, Type::Commit, &git::Reference::type);
    if (newest == references.end())
        return QStringLiteral("HEAD");
    const auto branch = std::ranges::find_if(references, [&](const git::Reference &reference) {
        return reference.type == Type::Branch && reference.commit == newest->commit &&
               QString::fromStdString(reference.name) != base;
    });
    return branch == references.end() ? QStringLiteral("HEAD") : QString::fromStdString(branch->name);
}

} // namespace

struct ChooserPage::Listing {
    std::vector<git::Reference> references;
    QString base; ///< "" when the repository has no default
    std::optional<Error> error;
};

ChooserPage::ChooserPage(const runner::Services &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_title(new QLabel(this)),
      m_base(new ReferencePicker(tr("Base"), tr("What is there now: the branch the change goes into."), this)),
      m_head(new ReferencePicker(tr("Head"), tr("The change: what would be merged."), this)),
      m_kind(new QComboBox(this)), m_review(new QPushButton(tr("Review this change"), this))
{
    widgets::setTextSize(m_title, 1.3, true);
    m_title->setTextFormat(Qt::PlainText);
    m_kind->addItem(tr("What merging head into base would change"));
    m_kind->addItem(tr("The two commits as they are (base..head)"));
    m_kind->addItem(tr("Their merge base against head (base...head)"));
    m_kind->setAccessibleName(tr("How to compare"));
    m_review->setAccessibleName(m_review->text());
    m_review->setDefault(true);
    auto *back = new QPushButton(tr("Back"), this);
    back->setAccessibleName(tr("Back to the start page"));
    auto *pickers = new QHBoxLayout;
    pickers->setSpacing(16);
    pickers->addWidget(m_base, 1);
    pickers->addWidget(m_head, 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(back);
    bottom->addStretch(1);
    bottom->addWidget(new QLabel(tr("Compare:"), this));
    bottom->addWidget(m_kind);
    bottom->addWidget(m_review);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addLayout(pickers, 1);
    column->addLayout(bottom);
    const auto enable = [this] {
        m_review->setEnabled(!m_base->revision().isEmpty() && !m_head->revision().isEmpty());
    };
    for (ReferencePicker *picker : {m_base, m_head}) {
        connect(picker, &ReferencePicker::revisionChanged, this, enable);
        connect(picker, &ReferencePicker::activated, this, &ChooserPage::choose);
    }
    connect(m_review, &QPushButton::clicked, this, &ChooserPage::choose);
    connect(back, &QPushButton::clicked, this, &ChooserPage::backAsked);
}

void ChooserPage::open(const QString &folder)
{
    m_folder = folder;
    m_title->setText(tr("Which change of %1?").arg(QDir::toNativeSeparators(folder)));
    for (ReferencePicker *picker : {m_base, m_head}) {
        picker->setReferences({});
        picker->setRevision({});
    }
    const auto work = [services = m_services, path = folder.toStdString()] {
        Listing listing;
        auto references = services.listReferences(path, listedCommits);
        if (!references) {
            listing.error = references.error();
            return listing;
        }
        listing.references = *references;
        if (const auto base = services.defaultBase(path); base)
            listing.base = models::toQString(*base);
        return listing;
    };
    m_listing.ask(this, work, [this](const Listing &listing) { show(listing); });
}

void ChooserPage::show(const Listing &listing)
{
    if (listing.error) {
        emit failed(*listing.error, m_folder);
        return;
    }
    m_base->setReferences(listing.references);
    m_head->setReferences(listing.references);
    m_base->setRevision(listing.base);
    m_head->setRevision(likelyHead(listing.references, listing.base));
    m_head->searchLine()->setFocus();
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
