#include "ui/record/record_disk.h"

#include "core/base/memory.h"
#include "core/base/text.h"

namespace noclobber::record {

namespace {

constexpr std::size_t many = 10'000; ///< marks, from where on memory is worth giving back

QString shown(const std::string &text)
{
    return QString::fromStdString(printable(text, true));
}

/// What failed, and where if that is known.
QString reason(const Error &error)
{
    return shown(error.where.empty() ? error.message : error.message + " (" + error.where + ")");
}

} // namespace

RecordDisk::RecordDisk(std::optional<std::string> folder, std::function<Snapshot()> snapshot, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_snapshot(std::move(snapshot))
{}

void RecordDisk::open(const ReviewRecord &which)
{
    flush();
    m_file.reset(); // lets go of its lock
    m_key.reset();
    m_remarks.clear();
    m_isDirty = false;
    if (!m_folder)
        return tell(tr("Marks and comments are not kept: there is no folder for them. Set HOME or XDG_DATA_HOME."));
    m_file = std::make_shared<RecordFile>(*m_folder, which);
    m_isDue = true;
    proceed();
}

void RecordDisk::save()
{
    m_isDirty = true;
    m_isDue = true;
    proceed();
}

bool RecordDisk::flush()
{
    while (m_work.isRunning())
        m_work.finishNow();
    return !m_isDirty;
}

void RecordDisk::proceed()
{
    if (m_work.isRunning() || !m_isDue || !m_file)
        return;
    m_isDue = false;
    m_key ? write() : read();
}

void RecordDisk::read()
{
    m_work.start(
        [file = m_file] { return file->read(); },
        [this](const Result<KeptRecord> &kept) {
            if (!kept) {
                tell(tr("Marks and comments are not kept: %1. They stay in this window until it is closed.", "why")
                         .arg(reason(kept.error())));
                return proceed();
            }
            m_key = kept->key;
            for (const std::string &remark : kept->remarks)
                m_remarks << shown(remark);
            m_isDue = m_isDue || m_isDirty;
            tell({});
            if (!m_remarks.isEmpty())
                emit told();
            emit opened(kept->record);
            proceed();
        });
}

void RecordDisk::write()
{
    m_isDirty = false;
    const auto work = [file = m_file, record = m_snapshot()] {
        const ReviewRecord whole = record();
        const Result<void> written = file->write(whole);
        if (whole.seen.size() >= many)
            giveBackMemory(); // their text took much
        return written;
    };
    m_work.start(work, [this](const Result<void> &written) {
        if (written) {
            tell({});
        } else {
            m_isDirty = true;
            tell(tr("Not saved: %1. Nothing is lost while this window is open.", "why").arg(reason(written.error())));
        }
        proceed();
    });
}

void RecordDisk::tell(const QString &trouble)
{
    if (m_trouble == trouble)
        return;
    m_trouble = trouble;
    emit told();
}

} // namespace noclobber::record
