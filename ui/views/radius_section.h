#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <array>

#include "ui/models/path_picture.h"
#include "ui/models/radius_export.h"
#include "ui/models/radius_model.h"
#include "ui/models/radius_overview.h"
#include "ui/runner/background.h"
#include "ui/views/chain_label.h"
#include "ui/views/selection.h"
#include "ui/widgets/icicle.h"
#include "ui/widgets/line_or_two.h"
#include "ui/widgets/path_diagram.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// What the change reaches: where it is, a ranked list, and of the chosen object the chain of reasons or its path.
class RadiusSection : public QWidget
{
    Q_OBJECT
public:
    explicit RadiusSection(Selection &selection, QWidget *parent = nullptr);

    /// Counts; the list itself stays empty until `fill`.
    void setReview(const review::ReviewPtr &review, const models::RadiusCounts &counts);
    /// Fills the list, away from the window's thread.
    void fill();
    /// The same, and sees to it that the chosen object is among what is shown.
    void showChosen();
    /// How many objects die.
    int count() const { return m_counts.dies; }
    void focusList() { m_tree->setFocus(); }

    /// Shows the path of the chosen object, or hides it.
    void togglePath();
    /// Copies the list as it is shown, once it is written.
    void copyList(models::ListFormat format);
    /// Asks for a file and writes the list there: CSV, or Markdown for *.md.
    void saveList();
    void saveList(const QString &file);
    /// What can be done with the list, for its button.
    void setListActions(const QList<QAction *> &actions);
    void setPathAction(QAction *action) { m_path->setDefaultAction(action); }

signals:
    /// What is being done with the list, or was done; "" when that is told otherwise.
    void told(const QString &message);

protected:
    /// Esc shows all again, then hides the path.
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Shown {
        models::RadiusListPtr list;
        std::shared_ptr<const models::RadiusOverview> overview;
        models::RadiusTreePtr tree;
    };

    QWidget *makeControls();
    void fillBelow();
    void connectAll();
    void showPart(models::RadiusPart part);
    void filterBy(int cell);
    void refresh();
    void take(const Shown &shown);
    void takeOverview();
    void showHidden();
    void showEmpty();
    void reveal(const argo::ObjectId &id);
    void revealOtherPart();
    void showReasons();
    void showPath();
    void takePath(const models::PathPicture &picture);
    void showCurrentBox();
    /// `why`: why it is not saved, "" when it is.
    void showSaved(const QString &path, const QString &why);

    Selection &m_selection;
    review::ReviewPtr m_review;
    bool m_looksForChosen = false; ///< somebody came to see the chosen object, and there was no list yet
    bool m_isFilled = true;
    models::RadiusCounts m_counts;
    models::RadiusPart m_part = models::RadiusPart::Dies;
    models::RadiusListPtr m_list;
    std::shared_ptr<const models::RadiusOverview> m_overview; ///< of the part that is shown
    models::PathPicture m_picture;
    models::RadiusModel *m_model;
    std::array<QRadioButton *, 3> m_parts{};
    QComboBox *m_grouping;
    QToolButton *m_path;
    QPushButton *m_export;
    QLabel *m_sum;
    widgets::Icicle *m_icicle;
    QLabel *m_hidden;
    QPushButton *m_clear;
    widgets::TreeView *m_tree;
    QLabel *m_empty;
    ChainLabel *m_chain;
    widgets::PathDiagram *m_diagram;
    QScrollArea *m_diagramArea;
    QSplitter *m_below;
    runner::Background m_background;
    runner::Background m_pathBackground;
    runner::Background m_writing;
};

} // namespace noclobber::views
