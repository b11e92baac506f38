#include "ui/views/patch_offer.h"

#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/models/error_text.h"
#include "ui/models/text.h"
#include "ui/runner/saved_file.h"
#include "ui/widgets/glyph_button.h"

namespace noclobber::views {

namespace {

constexpr std::size_t mostReasons = 20;

} // namespace

PatchOffer::PatchOffer(const runner::Services &services, QWidget *parent)
    : QWidget(parent), m_services(services),
      m_copy(new widgets::GlyphButton(QStringLiteral("copy"), tr("Copy patch"), this)),
      m_save(new widgets::GlyphButton(QStringLiteral("save"), tr("Save patch…"), this)), m_answer(new QLabel(this))
{
    for (QToolButton *button : {m_copy, m_save})
        button->setAccessibleDescription(tr("A patch for git apply that adds what is missing"));
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answer->setFocusPolicy(Qt::ClickFocus);
    auto *what = new QLabel(tr("noclobber can add what is missing. The patch is for git apply, on the merged files."));
    what->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(what);
    column->addLayout(buttons);
    column->addWidget(m_answer);
    connect(m_copy, &QToolButton::clicked, this, &PatchOffer::copyPatch);
    connect(m_save, &QToolButton::clicked, this, qOverload<>(&PatchOffer::savePatch));
    hide();
}

void PatchOffer::offer(const review::ReviewPtr &review, std::vector<rules::Finding> findings)
{
    m_work.forget();
    m_review = review;
    m_findings = std::move(findings);
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    say({});
    setVisible(isOffered());
}

void PatchOffer::copyPatch()
{
    write({});
}

void PatchOffer::savePatch()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the patch"), QStringLiteral("guard-rails.patch"),
                                                      tr("Patches (*.patch *.diff)"));
    if (!file.isEmpty())
        savePatch(file);
}

void PatchOffer::savePatch(const QString &file)
{
    write(file);
}

void PatchOffer::write(const std::optional<QString> &file)
{
    struct Written {
        Result<fix::Fix> fix;
        QString trouble; ///< why it is not in the file
    };
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    const auto work = [write = m_services.writeFix, review = m_review, findings = m_findings, file] {
        Written written{write(*review, findings), {}};
        if (written.fix && !written.fix->patch.empty() && file)
            written.trouble = runner::writeFile(written.fix->patch, *file);
        return written;
    };
    m_work.ask(this, work, [this, file](const Written &written) {
        m_copy->setEnabled(true);
        m_save->setEnabled(true);
        if (!written.fix)
            say(tr("The patch cannot be written: %1").arg(models::errorText(written.fix.error())));
        else
            say((QStringList(answerOf(*written.fix, file, written.trouble)) + reasonsOf(*written.fix))
                    .join(QLatin1Char('\n')));
        emit finished();
    });
}

QString PatchOffer::answerOf(const fix::Fix &fix, const std::optional<QString> &file, const QString &trouble) const
{
    if (fix.patch.empty())
        return tr("Nothing can be added safely.");
    if (!trouble.isEmpty())
        return tr("The patch cannot be saved: %1").arg(trouble);
    const int objects = static_cast<int>(fix.objects);
    if (file)
        return tr("Saved to %1. The patch mends %n objects.", "", objects).arg(QDir::toNativeSeparators(*file));
    QGuiApplication::clipboard()->setText(QString::fromStdString(fix.patch));
    return tr("Copied. The patch mends %n objects, in files: %1.", "", objects)
        .arg(QLocale().toString(static_cast<qulonglong>(fix.files)));
}

QStringList PatchOffer::reasonsOf(const fix::Fix &fix)
{
    QStringList lines;
    for (const fix::Unfixed &entry : fix.unfixed) {
        if (lines.size() == mostReasons)
            break;
        lines << tr("Not in it: %1. %2", "object, reason")
                     .arg(models::objectText(entry.id), models::toQString(entry.reason));
    }
    if (fix.unfixed.size() > mostReasons)
        lines << tr("And %n more are not in it.", "", static_cast<int>(fix.unfixed.size() - mostReasons));
    return lines;
}

void PatchOffer::say(const QString &text)
{
    m_answer->setText(text);
    m_answer->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(m_answer, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace noclobber::views
