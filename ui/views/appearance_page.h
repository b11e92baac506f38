#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QWidget>

namespace noclobber::views {

/// Preferences: theme, letters, language.
class AppearancePage : public QWidget
{
    Q_OBJECT
public:
    explicit AppearancePage(QWidget *parent = nullptr);

signals:
    void changed();

private:
    QComboBox *makeThemes();
    QComboBox *makeLanguages();
    QDoubleSpinBox *makeSize(double chosen, double system, const QString &name);
    void takeSizes();

    QDoubleSpinBox *m_interface;
    QDoubleSpinBox *m_code;
};

} // namespace noclobber::views
