// What can be done with overwrites and the blast radius on the review page.

#include "ui/views/review_page.h"

namespace noclobber::views {

void ReviewPage::makeRadiusActions()
{
    // in a text p goes back through the changes (DiffView)
    QAction *path = add("object.path", tr("&Path of this object"), Qt::Key_P, [this] {
        if (m_selection.section() != Section::BlastRadius)
            m_selection.go(Section::BlastRadius, std::nullopt);
        m_radius->togglePath();
    });
    path->setIconText(tr("Path of the object"));
    path->setCheckable(true);
    m_radius->setPathAction(path);
    using models::ListFormat;
    m_radius->setListActions(
        {add("review.copy-list-csv", tr("Copy the blast radius as &CSV"), {},
             [this] { m_radius->copyList(ListFormat::Csv); }),
         add("review.copy-list-markdown", tr("Copy the blast radius as &Markdown"), {},
             [this] { m_radius->copyList(ListFormat::Markdown); }),
         add("review.save-list", tr("&Save the blast radius…"), {}, [this] { m_radius->saveList(); })});
    const auto inOverwrites = [this](const std::function<void()> &done) {
        return [this, done] {
            m_selection.go(Section::Overwrites, std::nullopt);
            done();
        };
    };
    add("object.copy-rename", tr("Copy how to re&name the overwriting declaration"), {},
        inOverwrites([this] { m_overwrites->copyMend(); }));
    add("object.mark-intended", tr("Mark the overwrite as &intended…"), {},
        inOverwrites([this] { m_overwrites->toggleWaiver(); }));
}

} // namespace noclobber::views
