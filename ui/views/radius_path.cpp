// The path of an object and the export of the list in the section about the blast radius.

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QScrollBar>
#include <QTimer>
#include <algorithm>

#include "ui/runner/saved_file.h"
#include "ui/views/radius_section.h"

namespace noclobber::views {

void RadiusSection::togglePath()
{
    const bool wasHidden = m_diagramArea->isHidden();
    m_diagramArea->setVisible(wasHidden);
    if (m_path->defaultAction() != nullptr)
        m_path->defaultAction()->setChecked(wasHidden);
    showReasons();
    if (wasHidden)
        m_diagram->setFocus();
    else
        m_tree->setFocus();
}

void RadiusSection::showPath()
{
    const auto &id = m_selection.object();
    m_chain->hide(); // the boxes say the same
    if (!m_review || !id)
        return takePath({});
    m_pathBackground.ask(
        this, [review = m_review, id = *id] { return models::pathOf(*review, id); },
        [this](const models::PathPicture &picture) { takePath(picture); });
}

void RadiusSection::takePath(const models::PathPicture &picture)
{
    m_picture = picture;
    std::vector<widgets::DiagramBox> boxes;
    int current = 0;
    for (const models::PathBox &box : m_picture.boxes) {
        if (box.id && *box.id == m_picture.id)
            current = static_cast<int>(boxes.size());
        boxes.push_back({static_cast<int>(box.column), box.parent, box.title, box.detail, box.sentence, box.glyph,
                         static_cast<int>(box.level), box.isOnPath});
    }
    m_diagram->setBoxes(std::move(boxes), models::pathHeadings());
    m_diagram->setCurrentPart(current);
    const int wanted = m_diagram->minimumSizeHint().height() + 2;
    const int most = m_below->height() * 2 / 5;
    m_below->setSizes({m_below->height() - std::min(wanted, most), std::min(wanted, most)});
    QTimer::singleShot(0, m_diagramArea, [this] { // once it has its size
        m_diagramArea->verticalScrollBar()->setValue(0);
        showCurrentBox();
    });
}

void RadiusSection::showCurrentBox()
{
    const QRect box = m_diagram->currentPart() < 0 ? QRect() : m_diagram->partArea(m_diagram->currentPart());
    m_diagramArea->ensureVisible(box.left(), box.center().y(), 0, box.height());
}

/// Of 100,000 objects it takes a second to write, so that is done elsewhere.
void RadiusSection::copyList(models::ListFormat format)
{
    if (!m_model->tree())
        return;
    emit told(tr("Writing the list…"));
    const auto work = [tree = m_model->tree(), format] { return QString::fromUtf8(models::listText(*tree, format)); };
    m_writing.ask(this, work, [this, count = m_model->shownCount()](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        emit told(tr("The list was copied: %Ln objects", "", count));
    });
}

void RadiusSection::saveList()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the list"), QStringLiteral("blast-radius.csv"),
                                                      tr("Comma-separated values (*.csv);;Markdown (*.md)"));
    if (!path.isEmpty())
        saveList(path);
}

void RadiusSection::saveList(const QString &path)
{
    if (!m_model->tree())
        return;
    emit told(tr("Writing the list…"));
    const bool isMarkdown = path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive);
    const auto format = isMarkdown ? models::ListFormat::Markdown : models::ListFormat::Csv;
    const auto work = [tree = m_model->tree(), format, path] {
        const QByteArray text = models::listText(*tree, format);
        return runner::writeFile({text.data(), static_cast<std::size_t>(text.size())}, path);
    };
    m_writing.ask(this, work, [this, path](const QString &why) { showSaved(path, why); });
}

void RadiusSection::showSaved(const QString &path, const QString &why)
{
    if (why.isEmpty())
        return emit told(tr("The list was saved to %1").arg(QDir::toNativeSeparators(path)));
    emit told({});
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Save the list"),
                                tr("The list cannot be written to %1: %2").arg(path, why), QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void RadiusSection::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_icicle->marked() >= 0)
        return filterBy(-1);
    if (event->key() == Qt::Key_Escape && !m_diagramArea->isHidden())
        return togglePath();
    QWidget::keyPressEvent(event);
}

void RadiusSection::setListActions(const QList<QAction *> &actions)
{
    auto *menu = new QMenu(m_export);
    menu->addActions(actions);
    m_export->setMenu(menu);
}

} // namespace noclobber::views
