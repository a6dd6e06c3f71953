#include "ui/labels/finding_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>

#include "ui/common/amount_text.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t fewestShown = 3;

/// The context of the translations.
class FindingWords {
    Q_DECLARE_TR_FUNCTIONS(FindingWords)

public:
    FindingWords(const LabelSet& labels, const LabelFinding& finding) : m_labels(labels), m_finding(finding) {}

    QString sentence() const {
        using Kind = LabelFindingKind;
        switch (m_finding.kind) {
            case Kind::TemplateWithoutPlace:
                return tr("The question “%1” has no {} for the label's name: every label is asked the same.").arg(argument(0));
            case Kind::TemplateWithSeveralPlaces:
                return m_finding.labels.empty() ? tr("The question “%1” holds {} more than once.").arg(argument(0))
                                                : tr("The own question of “%1” holds {} more than once.").arg(name(0));
            case Kind::EmptyName: return tr("A label has no name.");
            case Kind::DuplicateName: return tr("“%1” and “%2” are the same name to a reader.").arg(name(0), name(1));
            case Kind::UntidyName: return tr("“%1” holds stray spaces or invisible characters.").arg(name(0));
            case Kind::HypothesisTooLong:
                return tr("“%1” is asked with %2 tokens; the model reads %3.").arg(name(0), argument(1), argument(2));
            case Kind::SameHypothesis: return tr("“%1” and “%2” are asked with the same sentence: %3").arg(name(0), name(1), argument(0));
            case Kind::DoubledKey: return tr("“%1” and “%2” have the same key, %3.").arg(name(0), name(1), argument(0));
            case Kind::CommandKey: return tr("The key of “%1”, %2, does something else in the window.").arg(name(0), argument(0));
            case Kind::NearSynonyms: return tr("“%1” and “%2” mean nearly the same (%3).").arg(name(0), name(1), argument(0));
            case Kind::ContainedName: return tr("“%1” is a part of the name “%2”.").arg(name(0), name(1));
            case Kind::Opposites:
                return tr("“%1” and “%2” are opposites, and no label is for texts that are neither.").arg(name(0), name(1));
            case Kind::ManyLabels: return manyLabelsText();
        }
        return {};
    }

    static QString nameOf(const LabelSet& labels, const LabelId& id) {
        const Label* label = id.empty() ? nullptr : findLabel(labels, id);
        return label == nullptr || label->name.empty() ? tr("(no name)") : QString::fromStdString(label->name);
    }

private:
    QString name(std::size_t index) const {
        return index < m_finding.labels.size() ? nameOf(m_labels, m_finding.labels[index]) : QString();
    }
    QString argument(std::size_t index) const {
        return index < m_finding.arguments.size() ? QString::fromStdString(m_finding.arguments[index]) : QString();
    }

    QString manyLabelsText() const {
        const int count = argument(0).toInt();
        const QString time = durationText(argument(1).toDouble());
        const auto memory = argument(2).toULongLong();
        const QString cost =
            argument(1).isEmpty() ? tr("%n label(s): each is one more question for every text.", nullptr, count)
            : memory == 0
                ? tr("%n label(s). Those beyond ten: %1 of a full run.", nullptr, count).arg(time)
                : tr("%n label(s). Those beyond ten: %1 of a full run; memory in all: %2.", nullptr, count).arg(time, bytesText(memory));
        QStringList fewest;
        for (std::size_t i = 0; i < std::min(m_finding.labels.size(), fewestShown); ++i)
            fewest << tr("“%1” (%2)").arg(name(i), QLocale().toString(argument(3 + i).toULongLong()));
        return fewest.isEmpty() ? cost : tr("%1 Fewest texts: %2.").arg(cost, fewest.join(tr(", ")));
    }

    const LabelSet& m_labels;
    const LabelFinding& m_finding;
};

}  // namespace

QString wordsOf(const LabelSet& labels, const LabelFinding& finding) { return FindingWords(labels, finding).sentence(); }

QString wordsOf(const LabelSet& labels, const LabelRepair& repair) {
    const QString label = FindingWords::nameOf(labels, repair.label);
    const QString text = QString::fromStdString(repair.text);
    switch (repair.kind) {
        case LabelRepair::Kind::Rename: return FindingWords::tr("Rename to “%1”").arg(text);
        case LabelRepair::Kind::Trim: return FindingWords::tr("Tidy to “%1”").arg(text);
        case LabelRepair::Kind::Shorten: return FindingWords::tr("Shorten to “%1”").arg(text);
        case LabelRepair::Kind::Remove: return FindingWords::tr("Remove “%1”").arg(label);
        case LabelRepair::Kind::Merge: return FindingWords::tr("Merge into “%1”").arg(label);
        case LabelRepair::Kind::MakeParent:
            return FindingWords::tr("Put “%1” below “%2”").arg(FindingWords::nameOf(labels, repair.other), label);
        case LabelRepair::Kind::Add: return FindingWords::tr("Add “%1”").arg(text);
        case LabelRepair::Kind::SetTemplate: return FindingWords::tr("Ask “%1”").arg(text);
        case LabelRepair::Kind::SetEnglishName:
            return text.isEmpty() ? FindingWords::tr("Remove the English name of “%1”").arg(label)
                                  : FindingWords::tr("English name “%1”").arg(text);
        case LabelRepair::Kind::SetHypothesis:
            return text.isEmpty() ? FindingWords::tr("Ask “%1” by the template").arg(label) : FindingWords::tr("Ask “%1”").arg(text);
        case LabelRepair::Kind::SetKey:
            return text.isEmpty() ? FindingWords::tr("Key by place for “%1”").arg(label)
                                  : FindingWords::tr("Key %1 for “%2”").arg(text, label);
    }
    return {};
}

}  // namespace labelwright::ui
