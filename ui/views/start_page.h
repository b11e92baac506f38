#pragma once

#include <QListWidget>
#include <QPushButton>
#include <QWidget>

namespace noclobber::views {

/// Where the program begins: open a repository, one opened before, or the sample.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);

    /// Folders, the newest first.
    void setRecent(const QStringList &folders);

signals:
    void openAsked();
    void sampleAsked();
    void repositoryAsked(const QString &folder);

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeGlyphs();

    QPushButton *m_open;
    QPushButton *m_sample;
    QListWidget *m_recent;
    QWidget *m_recentBox;
};

} // namespace noclobber::views
