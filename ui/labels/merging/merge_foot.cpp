#include "ui/labels/merging/merge_foot.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/labels/merging/chip_row.h"
#include "ui/labels/merging/evidence_words.h"
#include "ui/labels/merging/pair_list.h"

namespace labelwright::ui {

MergeFoot::MergeFoot(QWidget* parent)
    : Card(Tone::Plain, parent), m_withheld(new QVBoxLayout), m_keptList(new PairList(this)), m_neverList(new PairList(this)) {
    setObjectName(QStringLiteral("mergeFoot"));
    m_keptList->setObjectName(QStringLiteral("keptApartPairs"));
    m_neverList->setObjectName(QStringLiteral("neverPairs"));
    const int gap = fontMetrics().height() / 2;
    m_withheld->setSpacing(gap / 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap * 3 / 2, gap, gap * 3 / 2, gap);
    layout->setSpacing(gap / 2);
    layout->addLayout(m_withheld);
    layout->addWidget(m_keptList);
    layout->addWidget(m_neverList);
    connect(m_keptList, &PairList::takenBack, this, [this](int i) { emit suggestAgain(m_keptApart.at(static_cast<std::size_t>(i))); });
    connect(m_neverList, &PairList::takenBack, this, [this](int i) {
        const auto [left, right] = m_never.at(static_cast<std::size_t>(i));
        emit askAgain(left, right);
    });
    hide();
}

void MergeFoot::setResult(const MergeSearch& search) {
    const LabelSet& labels = search.session().labels();
    showWithheld(search.result().withheld, labels);
    m_keptApart = labels.keptApart;
    QStringList kept;
    for (const LabelPair& pair : m_keptApart) {
        const Label* left = findLabel(labels, pair.left);
        const Label* right = findLabel(labels, pair.right);
        kept << (left != nullptr && right != nullptr ? bothNames(QString::fromStdString(left->name), QString::fromStdString(right->name))
                                                     : QString());
    }
    m_keptList->setPairs(tr("%n pair(s) that you keep apart in this label set", nullptr, static_cast<int>(kept.size())), kept);
    m_never = search.neverTogether();
    QStringList never;
    for (const auto& [left, right] : m_never) never << bothNames(QString::fromStdString(left), QString::fromStdString(right));
    m_neverList->setPairs(tr("%n pair(s) that you asked never to see again", nullptr, static_cast<int>(never.size())), never);
    setVisible(m_withheld->count() > 0 || !kept.isEmpty() || !never.isEmpty());
}

void MergeFoot::showWithheld(const std::vector<WithheldPair>& pairs, const LabelSet& labels) {
    while (QLayoutItem* item = m_withheld->takeAt(0)) {
        if (QWidget* line = item->widget()) {
            line->hide();
            line->deleteLater();
        }
        delete item;
    }
    for (const WithheldPair& pair : pairs) {
        if (nameOf(labels, pair.left).isEmpty() || nameOf(labels, pair.right).isEmpty()) continue;
        if (m_withheld->count() == 0) {
            auto* title = new QLabel(tr("Not listed"), this);
            makeMuted(*title);
            m_withheld->addWidget(title);
        }
        auto* line = new QWidget(this);
        line->setObjectName(QStringLiteral("withheldPair"));
        auto* chips = new ChipRow(ChipKind::Suggested, line);
        chips->setLabels(labels, {pair.left, pair.right}, {});
        chips->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
        auto* reason = new QLabel(reasonWithheld(pair.meaning), line);
        reason->setObjectName(QStringLiteral("withheldReason"));
        reason->setTextFormat(Qt::PlainText);
        reason->setWordWrap(true);
        makeMuted(*reason);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(chips, 0, Qt::AlignTop);
        row->addWidget(reason, 1);
        m_withheld->addWidget(line);
    }
}

}  // namespace labelwright::ui
