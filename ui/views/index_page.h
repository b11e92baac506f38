#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <optional>

#include "ui/runner/background.h"

namespace noclobber::views {

/// Preferences: what was read before, how much room it takes, and how to be rid of it.
class IndexPage : public QWidget
{
    Q_OBJECT
public:
    explicit IndexPage(const std::optional<std::string> &folder, QWidget *parent = nullptr);

private:
    void ask(bool toEmpty);

    runner::Background m_asking;
    QString m_folder;
    QLabel *m_size;
    QPushButton *m_empty;
};

} // namespace noclobber::views
