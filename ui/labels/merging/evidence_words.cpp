#include "ui/labels/merging/evidence_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace labelwright::ui {
namespace {

/// The context of the translations.
class EvidenceWords {
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)

public:
    static QString meaning(const QString& figure) { return tr("meaning %1").arg(figure); }
    static QString parent() { return tr("one is the wider term: it entails the other, not the reverse"); }
    static QString noTexts() { return tr("names alone were compared: the texts lack scores"); }
    static QString correlated(const QString& figure) { return tr("on your texts: correlated %1").arg(figure); }
    static QString seconds(int count, const QString& margin) {
        return tr("%n text(s) where one is second by less than %1", nullptr, count).arg(margin);
    }
    static QString comma() { return tr(", "); }
    static QString noOpposites() { return tr("no opposites"); }
    static QString both(const QString& left, const QString& right) { return tr("“%1” and “%2”").arg(left, right); }
    static QString alike(const QString& names) { return tr("%1 mean much the same.").arg(names); }
    static QString alikeAndClose(const QString& names, int count, const QString& margin) {
        return tr("%1 mean much the same, and on %n text(s) they are less than %2 apart.", nullptr, count).arg(names, margin);
    }
    static QString antonyms(const QString& figure, const QString& left, const QString& right) {
        return tr("look alike (%1), but are opposites (%2 / %3): a merge is never suggested.").arg(figure, left, right);
    }
    static QString negation(const QString& figure, const QString& word) {
        return tr("look alike (%1), but one denies the other (%2): a merge is never suggested.").arg(figure, word);
    }
    static QString different(const QString& figure, const QString& words) {
        return tr("look alike (%1), but are about different things (%2): a merge is never suggested.").arg(figure, words);
    }
    static QString opposites(const QString& figure, const QString& opposite) {
        return tr("look alike (%1), but are more likely opposites (%2) than the same: a merge is not suggested.").arg(figure, opposite);
    }
};

QString figure(float value) { return QLocale().toString(double(value), 'f', 2); }

/// "a / b", or the one of them that there is.
QString clash(const OppositionFound& found) {
    QStringList words{QString::fromStdString(found.left), QString::fromStdString(found.right)};
    words.removeAll(QString());
    return words.join(QStringLiteral(" / "));
}

}  // namespace

QString evidenceOf(const MergeSuggestion& suggestion) {
    const SharedBehaviour& behaviour = suggestion.behaviour;
    QStringList parts{EvidenceWords::meaning(figure(suggestion.meaning.same))};
    if (behaviour.texts == 0) {
        parts << EvidenceWords::noTexts();
    } else {
        QStringList texts{EvidenceWords::correlated(figure(behaviour.correlation))};
        if (behaviour.closeSeconds > 0) texts << EvidenceWords::seconds(static_cast<int>(behaviour.closeSeconds), figure(behaviour.margin));
        parts << texts.join(EvidenceWords::comma());
    }
    parts << (suggestion.act == SuggestedAct::MakeParent ? EvidenceWords::parent() : EvidenceWords::noOpposites());
    return parts.join(QStringLiteral(" · "));
}

QString hintOf(const MergeSuggestion& suggestion, const LabelSet& labels) {
    const QString names = bothNames(nameOf(labels, suggestion.left), nameOf(labels, suggestion.right));
    if (suggestion.behaviour.closeSeconds == 0) return EvidenceWords::alike(names);
    return EvidenceWords::alikeAndClose(names, static_cast<int>(suggestion.behaviour.closeSeconds), figure(suggestion.behaviour.margin));
}

QString reasonWithheld(const Affinity& meaning) {
    const QString near = figure(meaning.cosine);
    const OppositionFound& found = meaning.opposition;
    switch (found.kind) {
        case Opposition::Antonyms:
            return EvidenceWords::antonyms(near, QString::fromStdString(found.left), QString::fromStdString(found.right));
        case Opposition::Negation: return EvidenceWords::negation(near, clash(found));
        case Opposition::DifferentHead: return EvidenceWords::different(near, clash(found));
        case Opposition::None: break;
    }
    return EvidenceWords::opposites(near, figure(meaning.opposite));
}

QString bothNames(const QString& left, const QString& right) { return EvidenceWords::both(left, right); }

QString nameOf(const LabelSet& labels, const LabelId& id) {
    for (const Label& label : labels.labels)
        if (label.id == id) return QString::fromStdString(label.name);
    return {};
}

}  // namespace labelwright::ui
