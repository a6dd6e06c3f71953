#pragma once

#include <QString>

#include "core/labels/suggestions/merge_suggestion.h"

namespace labelwright::ui {

/// What speaks for a suggestion, in words: "meaning 0.83 · on your texts: correlated 0.91, 22 texts … · no opposites".
QString evidenceOf(const MergeSuggestion& suggestion);
/// The same in a sentence for the label panel.
QString hintOf(const MergeSuggestion& suggestion, const LabelSet& labels);
/// Why a near pair is not listed, after the two names: "look alike (0.79), but are opposites (open / closed): …". The
/// figure is the cosine of the names' embeddings.
QString reasonWithheld(const Affinity& meaning);
/// "“a” and “b”"
QString bothNames(const QString& left, const QString& right);
QString nameOf(const LabelSet& labels, const LabelId& id);

}  // namespace labelwright::ui
