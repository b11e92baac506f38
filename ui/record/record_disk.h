#pragma once

#include <QStringList>
#include <functional>

#include "core/record/record_file.h"
#include "ui/record/awaited_work.h"

namespace noclobber::record {

/// Reads and writes one record after the other, away from the window's thread.
class RecordDisk : public QObject
{
    Q_OBJECT
public:
    /// Makes what is to be written, in another thread.
    using Snapshot = std::function<ReviewRecord()>;

    /// `snapshot` is asked whenever something is written. Without a folder nothing is kept.
    RecordDisk(std::optional<std::string> folder, std::function<Snapshot()> snapshot, QObject *parent = nullptr);

    /// Another record, by its repository, base and head: `opened` tells of it. What is to be saved of the one before is
    /// saved first.
    void open(const ReviewRecord &which);
    /// Saves soon: at once, or after what is being written. Before the record is read, that is tried again first.
    void save();
    /// Waits until everything is saved or cannot be. Whether it is.
    bool flush();

    /// Of an open record.
    const std::optional<Key> &key() const { return m_key; }
    /// Why nothing is kept, a whole sentence; "" while all is well.
    const QString &trouble() const { return m_trouble; }
    const QStringList &remarks() const { return m_remarks; }

signals:
    void opened(const noclobber::record::ReviewRecord &record);
    /// Trouble or remarks are others.
    void told();

private:
    void proceed();
    void read();
    void write();
    void tell(const QString &trouble);

    std::optional<std::string> m_folder;
    std::function<Snapshot()> m_snapshot;
    std::shared_ptr<RecordFile> m_file;
    std::optional<Key> m_key; ///< none until the record is read
    bool m_isDue = false;     ///< something is to be read or written
    bool m_isDirty = false;   ///< something is to be written
    QString m_trouble;
    QStringList m_remarks;
    AwaitedWork m_work; ///< last: it ends first
};

} // namespace noclobber::record
