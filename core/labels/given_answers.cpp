#include "core/labels/given_answers.h"

#include <algorithm>
#include <map>

#include "core/labels/label_list.h"

namespace labelwright {
namespace {

/// The ids of names; a new label for one that is not there.
class LabelNames {
public:
    explicit LabelNames(LabelSet& labels) : m_labels(labels) {
        for (const Label& label : labels.labels) know(label);
    }

    const LabelId& idOf(const std::string& name) {
        const auto [entry, isNew] = m_asGiven.try_emplace(name);
        if (!isNew) return entry->second;
        const std::string folded = foldedName(name);
        if (const auto known = m_ids.find(folded); known != m_ids.end()) return entry->second = known->second;
        if (const auto known = m_underscored.find(folded); known != m_underscored.end()) return entry->second = known->second;
        Label label = makeLabels({name}).front();
        label.colour = labelColour(m_labels.labels.size());
        know(label);
        entry->second = label.id;
        m_labels.labels.push_back(std::move(label));
        return entry->second;
    }

private:
    void know(const Label& label) {
        std::string folded = foldedName(label.name);
        m_ids.try_emplace(folded, label.id);
        std::replace(folded.begin(), folded.end(), ' ', '_');
        m_underscored.try_emplace(std::move(folded), label.id);
        for (const Label& merged : label.merged) know(merged);
    }

    LabelSet& m_labels;
    std::map<std::string, LabelId> m_ids;          // by folded name
    std::map<std::string, LabelId> m_underscored;  // by folded name with _ for blanks
    std::map<std::string, LabelId> m_asGiven;      // few names come again and again
};

}  // namespace

TakenAnswers takenAnswers(const LabelSet& labels, const ReviewTable& reviews, std::span<const GivenAnswer> answers, DecidedBefore before) {
    TakenAnswers taken;
    taken.labels = labels;
    LabelNames names(taken.labels);
    for (const GivenAnswer& answer : answers) {
        const Review old = reviews.at(answer.row);
        Review review = old;
        if (answer.decided) {
            std::vector<LabelId> ids;
            for (const std::string& name : answer.labels) {
                const LabelId& id = names.idOf(name);
                if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
            }
            const bool stays = old.decided && before == DecidedBefore::Stays;
            if (stays && ids != old.labels) ++taken.kept;
            if (!stays) {
                review.decided = true;
                review.labels = std::move(ids);
            }
        }
        review.deferred = review.deferred || answer.deferred;
        review.flagged = review.flagged || answer.flagged;
        if (review.note.empty()) review.note = answer.note;
        if (review == old) continue;
        taken.decided += review.decided && (!old.decided || review.labels != old.labels) ? 1 : 0;
        taken.rows.push_back(answer.row);
        taken.reviews.push_back(std::move(review));
    }
    taken.newLabels = taken.labels.labels.size() - labels.labels.size();
    return taken;
}

}  // namespace labelwright
