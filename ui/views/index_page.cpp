#include "ui/views/index_page.h"

#include <QDir>
#include <QLocale>
#include <QVBoxLayout>

namespace noclobber::views {

namespace {

QFileInfoList keptFiles(const QString &folder)
{
    return QDir(folder).entryInfoList({QStringLiteral("*.index")}, QDir::Files);
}

/// Bytes.
qint64 sizeOf(const QString &folder)
{
    qint64 size = 0;
    for (const QFileInfo &file : keptFiles(folder))
        size += file.size();
    return size;
}

} // namespace

IndexPage::IndexPage(const std::optional<std::string> &folder, QWidget *parent)
    : QWidget(parent), m_folder(QString::fromStdString(folder.value_or(""))), m_size(new QLabel(this)),
      m_empty(new QPushButton(tr("Empty the index"), this))
{
    auto *what = new QLabel(tr("What was read of manifests is kept, so that the next review of the same repository "
                               "takes less time. No answer depends on it."),
                            this);
    auto *where = new QLabel(m_folder.isEmpty() ? tr("Nothing is kept here: this user has no cache folder.")
                                                : tr("Folder: %1").arg(QDir::toNativeSeparators(m_folder)),
                             this);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {what, where, m_size}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_empty->setAccessibleName(m_empty->text());
    m_empty->setAutoDefault(false);
    m_empty->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(what);
    column->addWidget(where);
    column->addWidget(m_size);
    column->addWidget(m_empty, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_empty, &QPushButton::clicked, this, [this] { ask(true); });
    if (!m_folder.isEmpty())
        ask(false);
}

void IndexPage::ask(bool toEmpty)
{
    const auto work = [folder = m_folder, toEmpty] {
        if (toEmpty) {
            for (const QFileInfo &file : keptFiles(folder))
                QFile::remove(file.filePath());
        }
        return sizeOf(folder);
    };
    m_asking.ask(this, work, [this](qint64 size) {
        m_size->setText(tr("Size: %1", "of files").arg(QLocale().formattedDataSize(size)));
        m_empty->setEnabled(size > 0);
    });
}

} // namespace noclobber::views
