#include "ui/views/export_dialog.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGroupBox>
#include <QGuiApplication>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/models/text.h"
#include "ui/runner/saved_file.h"

namespace noclobber::views {

using models::Export;
using models::ExportForm;
using models::ExportScope;

ExportDialog::ExportDialog(models::Exported exported, QWidget *parent)
    : QDialog(parent), m_exported(std::move(exported)), m_remark(new QLabel(this)), m_size(new QLabel(this)),
      m_state(new QLabel(this)), m_save(new QPushButton(tr("&Save…"), this)), m_copy(new QPushButton(tr("&Copy"), this))
{
    setWindowTitle(tr("Export the review"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *masks = new QCheckBox(tr("Values of Secrets are masked, always"), this);
    masks->setChecked(true);
    masks->setEnabled(false);
    auto *content = new QLabel(tr("With marks, comments, the decision and, if there is one, the override."), this);
    content->setWordWrap(true);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(makeForms());
    column->addWidget(makeScopes());
    column->addWidget(content);
    column->addWidget(masks);
    column->addWidget(m_size);
    column->addWidget(m_state);
    column->addStretch(1);
    column->addWidget(makeButtons());
    connect(&m_forms, &QButtonGroup::idClicked, this, &ExportDialog::takeForm);
    connect(&m_scopes, &QButtonGroup::idClicked, this, &ExportDialog::measure);
    takeForm();
    const int width = qMax(fontMetrics().averageCharWidth() * 70, column->totalMinimumSize().width());
    setMinimumSize(width, column->totalMinimumHeightForWidth(width)); // Qt begins with two thirds of the screen at most
}

QWidget *ExportDialog::makeForms()
{
    auto *area = new QWidget(this);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    for (const ExportForm each : {ExportForm::Html, ExportForm::Markdown, ExportForm::Json}) {
        auto *button = new QRadioButton(Export::name(each), area);
        m_forms.addButton(button, static_cast<int>(each));
        column->addWidget(button);
    }
    m_forms.button(static_cast<int>(ExportForm::Html))->setChecked(true);
    return area;
}

QWidget *ExportDialog::makeScopes()
{
    auto *area = new QGroupBox(tr("Objects that are listed"), this);
    auto *column = new QVBoxLayout(area);
    for (const ExportScope each : {ExportScope::All, ExportScope::Filtered, ExportScope::Risky}) {
        auto *button = new QRadioButton(Export::name(each, models::objectsIn(m_exported, each)), area);
        button->setVisible(each != ExportScope::Filtered || !m_exported.filter.isEmpty());
        m_scopes.addButton(button, static_cast<int>(each));
        column->addWidget(button);
    }
    m_scopes.button(static_cast<int>(ExportScope::All))->setChecked(true);
    m_remark->setWordWrap(true);
    column->addWidget(m_remark);
    area->setVisible(m_exported.list != nullptr);
    return area;
}

/// What is for programs is always whole.
void ExportDialog::takeForm()
{
    const QString remark = Export::remark(form());
    for (QAbstractButton *button : m_scopes.buttons())
        button->setEnabled(remark.isEmpty());
    m_remark->setText(remark.isEmpty()
                          ? tr("The verdict, the findings and all counts are always those of the whole review.")
                          : remark);
    measure();
}

QWidget *ExportDialog::makeButtons()
{
    auto *area = new QWidget(this);
    auto *close = new QPushButton(tr("Close"), area);
    auto *line = new QHBoxLayout(area);
    line->setContentsMargins(0, 0, 0, 0);
    line->addStretch(1);
    for (QPushButton *button : {m_save, m_copy, close})
        line->addWidget(button);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::askForFile);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return area;
}

std::function<std::string()> ExportDialog::writing() const
{
    return
        [exported = m_exported, form = form(), scope = scope()] { return models::writeExport(exported, form, scope); };
}

/// The HTML report of a large review takes a moment to write, so its size is told when it is known.
void ExportDialog::measure()
{
    m_size->setText(tr("Size: being measured…"));
    m_measuring.ask(
        this, [write = writing()] { return static_cast<qint64>(write().size()); },
        [this](qint64 bytes) { m_size->setText(tr("Size: %1").arg(QLocale().formattedDataSize(bytes))); });
}

void ExportDialog::askForFile()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export the review"), QDir::home().filePath(Export::fileName(form())), Export::pattern(form()));
    if (!file.isEmpty())
        save(file);
}

void ExportDialog::save(const QString &file)
{
    setBusy(true);
    const auto work = [write = writing(), file] { return runner::saveFile(write(), file); };
    m_writing.ask(this, work, [this, file](const Result<void> &written) {
        setBusy(false);
        if (!written)
            return say(tr("Not exported: %1").arg(models::toQString(written.error().message)));
        emit exported(tr("Exported to %1").arg(QDir::toNativeSeparators(file)));
        accept();
    });
}

void ExportDialog::copy()
{
    setBusy(true);
    const auto work = [write = writing()] { return QString::fromStdString(write()); };
    m_writing.ask(this, work, [this](const QString &text) {
        setBusy(false);
        QGuiApplication::clipboard()->setText(text);
        emit exported(tr("The export was copied"));
        accept();
    });
}

void ExportDialog::setBusy(bool isBusy)
{
    m_save->setEnabled(!isBusy);
    m_copy->setEnabled(!isBusy);
    say(isBusy ? tr("Writing…") : QString());
}

void ExportDialog::say(const QString &message)
{
    m_state->setText(message);
    m_state->setAccessibleName(message);
    QAccessibleEvent alert(m_state, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace noclobber::views
