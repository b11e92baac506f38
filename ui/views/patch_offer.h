#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>
#include <optional>

#include "ui/runner/background.h"
#include "ui/runner/services.h"

namespace noclobber::views {

/// Offers the patch that adds what findings miss, to copy or to save. It is written when somebody asks for it, and says
/// what it does not mend.
class PatchOffer : public QWidget
{
    Q_OBJECT
public:
    explicit PatchOffer(const runner::Services &services, QWidget *parent = nullptr);

    /// Hidden while there are no findings.
    void offer(const review::ReviewPtr &review, std::vector<rules::Finding> findings);
    bool isOffered() const { return m_services.writeFix && !m_findings.empty(); }
    void copyPatch();
    /// Asks for a file.
    void savePatch();
    void savePatch(const QString &file);

signals:
    /// The patch is where it was asked for, or it is said why not.
    void finished();

private:
    /// Writes the patch elsewhere, into a file or for the clipboard.
    void write(const std::optional<QString> &file);
    /// What became of it.
    QString answerOf(const fix::Fix &fix, const std::optional<QString> &file, const QString &trouble) const;
    static QStringList reasonsOf(const fix::Fix &fix); ///< what the patch does not mend, a line each
    void say(const QString &text);

    const runner::Services &m_services;
    runner::Background m_work;
    review::ReviewPtr m_review;
    std::vector<rules::Finding> m_findings;
    QToolButton *m_copy;
    QToolButton *m_save;
    QLabel *m_answer;
};

} // namespace noclobber::views
