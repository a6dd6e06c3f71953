#include "ui/models/labeling_session.h"

namespace labelwright::ui {

// Reading

std::vector<float> LabelingSession::probabilitiesAt(std::size_t row) const {
    LabelReader reader = m_reader;
    reader.read(m_scores, row);
    const auto values = reader.probabilities(m_scores, m_selection);
    return {values.begin(), values.end()};
}

Decision LabelingSession::decisionAt(std::size_t row) const { return decide(probabilitiesAt(row), m_selection); }

bool LabelingSession::scoredAt(std::size_t row) const {
    LabelReader reader = m_reader;
    reader.read(m_scores, row);
    return reader.complete();
}

ReviewState LabelingSession::reviewStateAt(std::size_t row) const {
    const Decision decision = decisionAt(row);
    return reviewState(m_reviews.at(row), m_labels, decision.best != Decision::none, decision.labels);
}

QString LabelingSession::labelName(const LabelId& id) const {
    const auto known = m_formerNames.find(id);
    return QString::fromStdString(known == m_formerNames.end() ? id : known->second);
}

}  // namespace labelwright::ui
