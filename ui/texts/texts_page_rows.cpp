#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/common/notice_bar.h"
#include "ui/models/texts_model.h"
#include "ui/texts/empty_state.h"
#include "ui/texts/progress_line.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t mostCopiedTexts = 100000;
constexpr float uncertainMargin = 0.1F;

}  // namespace

std::vector<std::uint32_t> TextsPage::visibleRows() const {
    std::vector<std::uint32_t> rows;
    if (m_model->rowCount() == 0) return rows;
    const int first = std::max(0, m_table->rowAt(0));
    int last = m_table->rowAt(m_table->viewport()->height() - 1);
    if (last < 0) last = m_model->rowCount() - 1;
    for (int row = first; row <= last; ++row) rows.push_back(m_model->datasetRow(row));
    return rows;
}

void TextsPage::currentChanged(const QModelIndex& current) {
    if (m_replacingRows) return;
    const std::optional<std::uint32_t> row = current.isValid() ? std::optional(m_model->datasetRow(current.row())) : std::nullopt;
    if (row == m_currentRow) return;
    m_currentRow = row;
    if (row) m_session.setViewValue(QStringLiteral("row"), qint64(*row));
    emit currentRowChanged();
}

void TextsPage::keepCurrentRow() {
    // A valid current row at all times: screen readers and the keyboard start from it.
    const int rows = m_model->rowCount();
    if (rows == 0) {
        if (m_currentRow) {
            m_currentRow.reset();
            emit currentRowChanged();
        }
        return;
    }
    const int place = std::max(0, m_currentRow && *m_currentRow < m_session.dataset()->size() ? m_model->shownRow(*m_currentRow) : 0);
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || current.row() != place) {
        m_table->selectRow(place);
        if (place > 0) m_table->scrollTo(m_model->index(place, 0), QAbstractItemView::EnsureVisible);
        else m_table->scrollToTop();
    }
    // Other rows may stand here now, so whoever shows the current text looks again, also where the number is the same.
    m_currentRow = m_model->datasetRow(place);
    emit currentRowChanged();
}

void TextsPage::showCurrentRow() { m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter); }

void TextsPage::goToRow(std::uint32_t datasetRow) {
    if (!m_session.dataset() || datasetRow >= m_session.dataset()->size()) return;
    if (const int shown = m_model->shownRow(datasetRow); shown >= 0) {
        m_table->selectRow(shown);
        showCurrentRow();
        return;
    }
    m_currentRow = datasetRow;  // taken up again when the rows have come
    setQuery({});
}

void TextsPage::goToUncertain(int step) {
    const auto& decisions = m_session.decisions();
    if (!decisions) return;
    for (int row = m_table->currentIndex().row() + step; row >= 0 && row < m_model->rowCount(); row += step) {
        const std::uint32_t place = m_model->datasetRow(row);
        if (decisions->best[place] == DecisionTable::notScored || decisions->margin[place] >= uncertainMargin) continue;
        m_table->selectRow(row);
        return;
    }
}

QWidget& TextsPage::table() noexcept { return *m_table; }

std::vector<std::uint32_t> TextsPage::selectedRows() const {
    std::vector<std::uint32_t> rows;
    if (!m_session.dataset()) return rows;
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    for (const auto& [top, bottom] : ranges) {
        for (int row = top; row <= bottom; ++row) rows.push_back(m_model->datasetRow(row));
    }
    if (rows.empty() && m_currentRow) rows.push_back(*m_currentRow);
    return rows;
}

void TextsPage::goToNeighbour(int step) {
    const int row = m_table->currentIndex().row() + step;
    if (row >= 0 && row < m_model->rowCount()) m_table->selectRow(row);
}

void TextsPage::goToSameLabel(int step) {
    const int current = m_table->currentIndex().row();
    if (current < 0) return;
    const auto firstLabel = [this](int row) {
        const std::uint32_t place = m_model->datasetRow(row);
        if (!m_session.reviews().decided(place)) return m_session.decisions()->best[place];
        const auto given = reviewedLabels(m_session.reviews().at(place), m_session.labels());
        return given.empty() ? DecisionTable::noLabel : static_cast<std::uint16_t>(given.front());
    };
    const std::uint16_t wanted = firstLabel(current);
    for (int row = current + step; row >= 0 && row < m_model->rowCount(); row += step) {
        if (firstLabel(row) != wanted) continue;
        m_table->selectRow(row);
        return;
    }
}

void TextsPage::addBar(QWidget& bar) { qobject_cast<QVBoxLayout*>(layout())->addWidget(&bar); }

void TextsPage::clearSelection() {
    const QModelIndex current = m_table->currentIndex();
    m_table->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    focusTable();
}

void TextsPage::selectAllRows() { m_table->selectAll(); }

void TextsPage::copySelectedTexts() {
    if (!m_session.dataset()) return;
    QString text;
    std::size_t copied = 0;
    QItemSelection selection = m_table->selectionModel()->selection();
    std::sort(selection.begin(), selection.end(),
              [](const QItemSelectionRange& a, const QItemSelectionRange& b) { return a.top() < b.top(); });
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom() && copied < mostCopiedTexts; ++row, ++copied) {
            const std::string_view bytes = (*m_session.dataset())[m_model->datasetRow(row)].text;
            if (!text.isEmpty()) text += QLatin1Char('\n');
            text += QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
        }
    }
    if (!text.isEmpty()) QApplication::clipboard()->setText(text);
}

void TextsPage::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TextsPage::focusTable() { m_table->setFocus(Qt::ShortcutFocusReason); }

bool TextsPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || (key == Qt::Key_Escape && m_search->text().isEmpty())) {
            focusTable();
            return true;
        }
        if (key == Qt::Key_Escape) {
            setQuery({});
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QByteArray TextsPage::saveHeader() const { return m_table->horizontalHeader()->saveState(); }

void TextsPage::restoreHeader(const QByteArray& state) {
    if (state.isEmpty()) return;
    m_table->horizontalHeader()->restoreState(state);
    fitToFacets();  // it may be of a window that showed them
    showSorting();
}

}  // namespace labelwright::ui
