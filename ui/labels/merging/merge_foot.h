#pragma once

#include "ui/common/card.h"
#include "ui/models/merge_search.h"

class QVBoxLayout;

namespace labelwright::ui {

class PairList;

/// What is near and yet not listed above: opposites, with the words that clash; pairs that were kept apart in this label set; pairs never
/// to be asked about. The last two can be taken back here. Hidden while there is nothing to say. GUI thread.
class MergeFoot : public Card {
    Q_OBJECT

public:
    explicit MergeFoot(QWidget* parent = nullptr);

    void setResult(const MergeSearch& search);

signals:
    void suggestAgain(const labelwright::LabelPair& keptApart);
    void askAgain(const std::string& left, const std::string& right);  ///< names never to be asked about

private:
    void showWithheld(const std::vector<WithheldPair>& pairs, const LabelSet& labels);

    std::vector<LabelPair> m_keptApart;
    MergeSearch::NamePairs m_never;
    QVBoxLayout* m_withheld;
    PairList* m_keptList;
    PairList* m_neverList;
};

}  // namespace labelwright::ui
