// Search, filters and order of the texts page.
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

#include "ui/models/texts_model.h"
#include "ui/texts/facet_panel.h"
#include "ui/texts/saved_views.h"
#include "ui/texts/sort_choice.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {

QString TextsPage::query() const { return m_search->text(); }

std::span<const std::string> TextsPage::columns() const {
    return m_session.dataset() ? m_session.dataset()->extraColumns() : std::span<const std::string>();
}

void TextsPage::setQuery(const QString& query) {
    m_search->setText(query);
    readQuery();
}

void TextsPage::showPicked(const QString& what, std::span<const std::uint32_t> datasetRows) {
    if (!m_session.dataset()) return;
    std::vector<bool> picked(m_session.dataset()->size());
    for (const std::uint32_t row : datasetRows) picked[row] = true;
    m_picked = std::make_shared<const std::vector<bool>>(std::move(picked));
    m_pickedFor = what;
    m_pickedFor.remove(QLatin1Char('"')).remove(QChar(0x201c)).remove(QChar(0x201d));  // it stands between quotes
    setQuery(QStringLiteral("picked:\"%1\"").arg(m_pickedFor));
}

/// Gives the conditions on picked rows their rows. One whose rows are not known any more is left out, and that is said.
void TextsPage::findPicked(ParsedQuery& parsed) const {
    const std::string known = m_pickedFor.toStdString();
    const auto unknown = [&](RowCondition& condition) {
        if (condition.kind != RowCondition::Kind::Picked) return false;
        condition.picked = m_picked && condition.names == std::vector{known} ? m_picked : nullptr;
        return condition.picked == nullptr;
    };
    if (std::erase_if(parsed.filter.conditions, unknown) == 0 || !parsed.problem.isEmpty()) return;
    parsed.problem = tr("Which rows picked: means is not known any more; pick them again where they were picked");
}

void TextsPage::readQuery() {
    m_queryTimer->stop();
    ParsedQuery parsed = parseQuery(m_search->text(), columns());
    findPicked(parsed);
    m_problem = parsed.problem;
    m_facets->setQuery(m_search->text(), parsed.filter);
    m_views->setPresent(m_search->text(), sortWord());
    if (!parsed.filter.empty() || !m_model->filter().empty()) m_model->setFilter(std::move(parsed.filter));
    m_session.setViewValue(QStringLiteral("query"), m_search->text());
    showNotice();
}

void TextsPage::applySort(RowSort sort) {
    if (sort.key == SortKey::Random) {
        // Chosen once more, it draws anew; the number shown says which draw it is, so that it can be had again.
        const auto seed = static_cast<std::uint32_t>(m_session.viewValue(QStringLiteral("sortSeed")).toInteger(0));
        sort.seed = m_model->sorting().key == SortKey::Random || seed == 0 ? seed + 1 : seed;
        m_session.setViewValue(QStringLiteral("sortSeed"), qint64(sort.seed));
    }
    m_model->setSorting(sort);
    for (const SortChoice& choice : sortChoices)
        if (isChosen(choice, sort)) m_session.setViewValue(QStringLiteral("sort"), QLatin1String(choice.word));
    m_views->setPresent(m_search->text(), sortWord());
    showSorting();
}

void TextsPage::sortByColumn(int column) {
    RowSort sort = columnSorts[static_cast<std::size_t>(column)];
    if (m_model->sorting() == sort && column != TextsModel::Number) sort.direction = SortDirection::Descending;
    applySort(sort);
}

void TextsPage::restoreView() {
    const QString word = m_session.viewValue(QStringLiteral("sort")).toString();
    RowSort sort;
    for (const SortChoice& choice : sortChoices)
        if (word == QLatin1String(choice.word)) sort = choice.sort;
    if (sort.key == SortKey::Random) sort.seed = static_cast<std::uint32_t>(m_session.viewValue(QStringLiteral("sortSeed")).toInteger(1));
    m_model->setSorting(sort);
    const auto row = m_session.viewValue(QStringLiteral("row")).toInteger(-1);
    const std::size_t size = m_session.dataset() ? m_session.dataset()->size() : 0;
    if (row >= 0 && static_cast<std::size_t>(row) < size) m_currentRow = static_cast<std::uint32_t>(row);
    setQuery(m_session.viewValue(QStringLiteral("query")).toString());
    setFacetsShown(m_session.viewValue(QStringLiteral("facetsShown")).toBool(!m_facets->isHidden()));
    keepCurrentRow();
    showSorting();
}

void TextsPage::setFacetsShown(bool shown) {
    if (m_facets->isHidden() != shown) return;
    m_facets->setVisible(shown);
    m_facetsButton->setChecked(shown);
    fitToFacets();
    m_session.setViewValue(QStringLiteral("facetsShown"), shown);
    emit facetsShownChanged(shown);
}

QString TextsPage::sortWord() const {
    for (const SortChoice& choice : sortChoices)
        if (isChosen(choice, m_model->sorting())) return QLatin1String(choice.word);
    return {};
}

void TextsPage::showView(const SavedView& view) {
    for (const SortChoice& choice : sortChoices)
        if (view.sort == QLatin1String(choice.word)) applySort(choice.sort);
    setQuery(view.query);
    focusTable();
}

}  // namespace labelwright::ui
