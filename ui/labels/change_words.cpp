#include "ui/labels/change_words.h"

#include <QCoreApplication>

namespace labelwright::ui {
namespace {

constexpr std::size_t summarised = 2;

/// The context of the translations.
class ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)

public:
    static QString sentence(LabelChange::Kind kind, const QString& before, const QString& after) {
        using Kind = LabelChange::Kind;
        switch (kind) {
            case Kind::SetRenamed: return tr("the set is called “%1”").arg(after);
            case Kind::TemplateChanged: return tr("the question is “%2” instead of “%1”").arg(before, after);
            case Kind::Added: return tr("“%1” was added").arg(after);
            case Kind::Removed: return tr("“%1” was deleted").arg(before);
            case Kind::Renamed: return tr("“%1” is called “%2”").arg(before, after);
            case Kind::AskedOtherwise: return after.isEmpty() ? tr("no longer asked as “%1”").arg(before) : tr("asked as “%1”").arg(after);
            case Kind::Described: return after.isEmpty() ? tr("a description was removed") : tr("described as “%1”").arg(after);
            case Kind::Recoloured: return tr("“%1” has another colour").arg(before);
            case Kind::KeyChanged: return after.isEmpty() ? tr("the key %1 is free").arg(before) : tr("the key is %1").arg(after);
            case Kind::PutBelow:
                return after.isEmpty() ? tr("“%1” stands at the top").arg(before) : tr("“%1” stands below “%2”").arg(before, after);
            case Kind::Merged: return tr("“%1” was merged into “%2”").arg(before, after);
            case Kind::TakenOut: return tr("“%2” was taken out of “%1”").arg(before, after);
            case Kind::KeptApart: return tr("“%1” and “%2” are kept apart").arg(before, after);
            case Kind::NotKeptApart: return tr("“%1” and “%2” are no longer kept apart").arg(before, after);
            case Kind::Reordered: return tr("the order is another one");
        }
        return {};
    }
    static QString none() { return tr("no change"); }
    static QString more(int count) { return tr("%n more", nullptr, count); }
    static QString separator() { return tr("; "); }
};

}  // namespace

QString wordsOf(const LabelChange& change) {
    return ChangeWords::sentence(change.kind, QString::fromStdString(change.before), QString::fromStdString(change.after));
}

QString summaryOf(const std::vector<LabelChange>& changes) {
    if (changes.empty()) return ChangeWords::none();
    QStringList parts;
    for (std::size_t i = 0; i < changes.size() && i < summarised; ++i) parts << wordsOf(changes[i]);
    if (changes.size() > summarised) parts << ChangeWords::more(static_cast<int>(changes.size() - summarised));
    return parts.join(ChangeWords::separator());
}

}  // namespace labelwright::ui
