#include "ui/views/folders_page.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/widgets/fonts.h"

namespace noclobber::views {

namespace {

std::string absolute(const QLineEdit *line)
{
    return QDir::cleanPath(QDir(line->text().trimmed()).absolutePath()).toStdString();
}

} // namespace

FoldersPage::FoldersPage(QWidget *parent)
    : QWidget(parent), m_compare(new QPushButton(tr("Compare these folders"), this))
{
    auto *title = new QLabel(tr("Compare two folders"), this);
    widgets::setTextSize(title, 1.3, true);
    auto *what = new QLabel(tr("Both are compared as they are, without git. Nothing is written into them."), this);
    auto *centre = new QWidget(this);
    centre->setMaximumWidth(fontMetrics().averageCharWidth() * 110);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    m_base = addFolder(*grid, tr("Base folder"), tr("What is there now"));
    m_head = addFolder(*grid, tr("Head folder"), tr("What would take its place"));
    auto *back = new QPushButton(tr("Back"), this);
    auto *swap = new QPushButton(tr("S&wap"), this);
    back->setAccessibleName(tr("Back to the start page"));
    swap->setAccessibleName(tr("Swap the folders"));
    m_compare->setAccessibleName(m_compare->text());
    m_compare->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addWidget(swap);
    buttons->addStretch(1);
    buttons->addWidget(m_compare);
    auto *column = new QVBoxLayout(centre);
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(what);
    column->addLayout(grid);
    column->addLayout(buttons);
    column->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(centre, 8);
    row->addStretch(1);
    connect(back, &QPushButton::clicked, this, &FoldersPage::backAsked);
    connect(m_compare, &QPushButton::clicked, this, &FoldersPage::choose);
    connect(swap, &QPushButton::clicked, this, [this] {
        const QString base = m_base->text();
        m_base->setText(m_head->text());
        m_head->setText(base);
    });
}

QLineEdit *FoldersPage::addFolder(QGridLayout &grid, const QString &role, const QString &question)
{
    const int row = grid.rowCount();
    auto *line = new QLineEdit(this);
    line->setAccessibleName(role);
    line->setPlaceholderText(question);
    auto *label = new QLabel(role, this);
    label->setBuddy(line);
    auto *browse = new QPushButton(tr("Browse…"), this);
    browse->setAccessibleName(tr("Browse for: %1", "base folder or head folder").arg(role));
    grid.addWidget(label, row, 0);
    grid.addWidget(line, row, 1);
    grid.addWidget(browse, row, 2);
    connect(line, &QLineEdit::textChanged, this, [this] {
        m_compare->setEnabled(!m_base->text().trimmed().isEmpty() && !m_head->text().trimmed().isEmpty());
    });
    connect(line, &QLineEdit::returnPressed, this, &FoldersPage::choose);
    connect(browse, &QPushButton::clicked, this, [this, line, role] {
        const QString start = line->text().isEmpty() ? QDir::homePath() : line->text();
        const QString folder = QFileDialog::getExistingDirectory(this, role, start);
        if (!folder.isEmpty())
            line->setText(QDir::toNativeSeparators(folder));
    });
    return line;
}

void FoldersPage::begin(const git::FolderPair &folders)
{
    m_base->setText(QDir::toNativeSeparators(QString::fromStdString(folders.base)));
    m_head->setText(QDir::toNativeSeparators(QString::fromStdString(folders.head)));
    m_compare->setEnabled(!folders.base.empty() && !folders.head.empty());
    (folders.base.empty() ? m_base : m_head)->setFocus();
}

void FoldersPage::choose()
{
    if (m_compare->isEnabled())
        emit chosen({absolute(m_base), absolute(m_head)});
}

} // namespace noclobber::views
