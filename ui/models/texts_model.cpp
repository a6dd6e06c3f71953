#include "ui/models/texts_model.h"

#include <QTimer>
#include <algorithm>
#include <numeric>

#include "core/base/utf8.h"
#include "core/jobs/task_thread.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t shownCharacters = 300;
constexpr std::size_t toolTipCharacters = 1200;
constexpr int toolTipLabels = 3;
/// While a run changes the answers, rows change places at most this often.
constexpr int arrangeDuringRunMs = 1000;

QString wide(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

/// Rich text, so that it wraps and nothing in it is taken for markup.
QString asToolTip(const QString& text) { return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped()); }

/// Two decimals and never 1.00: no model is certain.
QString figure(float value) { return QString::number(std::min(double(value), 0.99), 'f', 2); }

}  // namespace

struct TextsModel::Work {
    QTimer timer;
    std::stop_source stop;
    std::uint64_t generation = 0;
    std::shared_ptr<const std::vector<bool>> duplicates;  // of the dataset, once asked for
    TaskThread thread{"row order"};                       // last: joined first
};

TextsModel::TextsModel(LabelingSession& session, QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_work(std::make_unique<Work>()) {
    m_work->timer.setSingleShot(true);
    connect(&m_work->timer, &QTimer::timeout, this, &TextsModel::arrange);
    connect(&session, &LabelingSession::datasetChanged, this, &TextsModel::replaceDataset);
    connect(&session, &LabelingSession::scoresChanged, this, &TextsModel::scoresWentOn);
    connect(&session, &LabelingSession::labelsChanged, this, &TextsModel::scoresWentOn);
    connect(&session, &LabelingSession::selectionChanged, this, &TextsModel::scoresWentOn);
    connect(&session, &LabelingSession::reviewsChanged, this, &TextsModel::reviewsWentOn);
    connect(&session, &LabelingSession::decisionsChanged, this, &TextsModel::arrangeIfDecisionsMatter);
    replaceDataset();
}

TextsModel::~TextsModel() {
    m_work->stop.request_stop();
    m_work.reset();
}

int TextsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows->size()); }
int TextsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

std::size_t TextsModel::hiddenRows() const { return m_session.dataset() ? m_session.dataset()->size() - m_rows->size() : 0; }

int TextsModel::shownRow(std::uint32_t datasetRow) const {
    const auto place = std::find(m_rows->begin(), m_rows->end(), datasetRow);
    return place == m_rows->end() ? -1 : static_cast<int>(place - m_rows->begin());
}

// Cells

const Decision& TextsModel::decisionAt(int row) const {
    const std::uint32_t place = datasetRow(row);
    CachedDecision& cached = m_cache[place % m_cache.size()];
    if (cached.row != place || cached.revision != m_revision) cached = {place, m_revision, m_session.decisionAt(place)};
    return cached.decision;
}

ReviewState TextsModel::stateAt(int row) const {
    const Decision& decision = decisionAt(row);
    return reviewState(m_session.reviews().at(datasetRow(row)), m_session.labels(), decision.best != Decision::none, decision.labels);
}

QString TextsModel::stateText(std::uint32_t row) const {
    const Decision decision = m_session.decisionAt(row);
    const bool deferred = m_session.reviews().deferred(row);
    const bool flagged = m_session.reviews().flagged(row);
    QStringList words;
    switch (reviewState(m_session.reviews().at(row), m_session.labels(), decision.best != Decision::none, decision.labels)) {
        case ReviewState::None: break;
        case ReviewState::Suggested:
            if (!deferred && !flagged) words << tr("suggested");  // what a person did says more
            break;
        case ReviewState::Accepted: words << tr("accepted"); break;
        case ReviewState::Corrected: words << tr("corrected"); break;
    }
    if (deferred) words << tr("put off");
    if (flagged) words << tr("flagged");
    return words.join(tr(", ", "between states of a text"));
}

QString TextsModel::stateToolTip(std::uint32_t row) const {
    const Review review = m_session.reviews().at(row);
    QStringList lines{stateText(row)};
    const Decision decision = m_session.decisionAt(row);
    if (review.decided && decision.best != Decision::none) {
        const QString name = QString::fromStdString(m_session.labels().labels[decision.best].name);
        lines << tr("The model says %1, %2").arg(name, figure(decision.confidence));
    }
    for (const LabelId& id : lostLabels(review, m_session.labels())) lines << tr("%1 is no longer a label").arg(m_session.labelName(id));
    if (!review.note.empty()) lines << QString::fromStdString(review.note);
    lines.removeAll(QString());
    return lines.isEmpty() ? QString() : asToolTip(lines.join(QLatin1Char('\n')));
}

QString TextsModel::labelText(int shown) const {
    const Review review = m_session.reviews().at(datasetRow(shown));
    if (review.decided) {
        QStringList given;
        for (const std::uint32_t label : reviewedLabels(review, m_session.labels()))
            given << QString::fromStdString(m_session.labels().labels[label].name);
        for (const LabelId& id : lostLabels(review, m_session.labels())) given << m_session.labelName(id);
        return given.isEmpty() ? tr("no label") : given.join(QStringLiteral(" | "));
    }
    const Decision& decision = decisionAt(shown);
    const auto& labels = m_session.labels().labels;
    if (decision.best == Decision::none) return {};
    if (decision.labels.empty()) return tr("no label");
    QStringList names;
    for (const std::uint32_t label : decision.labels) names << QString::fromStdString(labels[label].name);
    return names.join(QStringLiteral(" | "));
}

QString TextsModel::labelToolTip(std::uint32_t row) const {
    const std::vector<float> probabilities = m_session.probabilitiesAt(row);
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), 0U);
    std::erase_if(order, [&](std::size_t k) { return std::isnan(probabilities[k]); });
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
    QStringList lines;
    for (std::size_t i = 0; i < order.size() && i < toolTipLabels; ++i) {
        lines << QStringLiteral("%1  %2").arg(figure(probabilities[order[i]]),
                                              QString::fromStdString(m_session.labels().labels[order[i]].name));
    }
    return lines.isEmpty() ? QString() : asToolTip(lines.join(QLatin1Char('\n')));
}

QVariant TextsModel::cell(std::uint32_t row, int shown, int column, int role) const {
    if (role == datasetRowRole) return row;
    if (role == Qt::TextAlignmentRole) {
        return int(column == Number || column == Margin ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    const TextRecord& record = (*m_session.dataset())[row];
    if (role == Qt::ToolTipRole) {
        switch (column) {
            case Number: return tr("Id %1, line %2 of the file").arg(wide(record.id)).arg(m_session.dataset()->sourceLine(row));
            case Text: return asToolTip(wide(firstCodePoints(record.text, toolTipCharacters)));
            case State: return stateToolTip(row);
            default: return labelToolTip(row);
        }
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (column) {
        case Number: return row + 1;
        case Text: return wide(firstCodePoints(record.text, shownCharacters)).simplified();
        case Label: return labelText(shown);
        case State: return stateText(row);
        case Confidence: return decisionAt(shown).best == Decision::none ? QString() : figure(decisionAt(shown).confidence);
        case Margin: return decisionAt(shown).best == Decision::none ? QString() : figure(decisionAt(shown).margin);
        default: return {};
    }
}

QVariant TextsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    return cell(datasetRow(index.row()), index.row(), index.column(), role);
}

void TextsModel::multiData(const QModelIndex& index, QModelRoleDataSpan roles) const {
    const bool valid = checkIndex(index, CheckIndexOption::IndexIsValid);
    const std::uint32_t row = valid ? datasetRow(index.row()) : 0;
    for (QModelRoleData& role : roles) {
        if (valid) role.setData(cell(row, index.row(), index.column(), role.role()));
        else role.clearData();
    }
}

QVariant TextsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return int((section == Number || section == Margin ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::DisplayRole) {
        switch (section) {
            case Number: return tr("#");
            case Text: return tr("Text");
            case Label: return tr("Label");
            case State: return tr("State");
            case Confidence: return tr("Confidence");
            case Margin: return tr("Lead");
            default: return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case Number: return tr("Number of the row in the file. Click to sort");
            case Text: return tr("The text; in full at the right. Click to sort");
            case Label: return tr("Filled: what you say. Dashed: what the model suggests. Click to sort by the model's label");
            case State: return tr("Suggested by the model, accepted or corrected by you; put off; flagged");
            case Confidence: return tr("Probability of the best label. Click to sort");
            case Margin: return tr("Lead of the best label over the second. Click to sort: small ones are worth a look");
            default: return {};
        }
    }
    return {};
}

void TextsModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    scoresWentOn();
}

// Order

void TextsModel::replaceDataset() {
    m_work->stop.request_stop();
    ++m_work->generation;
    m_work->duplicates.reset();
    beginResetModel();
    ++m_revision;
    auto rows = std::make_shared<std::vector<std::uint32_t>>(m_session.dataset() ? m_session.dataset()->size() : 0);
    std::iota(rows->begin(), rows->end(), 0U);
    m_rows = std::move(rows);
    endResetModel();
    emit arranged();
    if (!m_filter.empty() || m_sort != RowSort{}) arrange();
}

void TextsModel::setFilter(RowFilter filter) {
    m_filter = std::move(filter);
    arrange();
}

void TextsModel::setSorting(const RowSort& sort) {
    if (sort == m_sort) return;
    m_sort = sort;
    emit sortingChanged();
    arrange();
}

void TextsModel::scoresWentOn() {
    ++m_revision;
    if (!m_rows->empty()) emit dataChanged(index(0, Label), index(rowCount() - 1, Margin));
}

void TextsModel::reviewsWentOn() {
    scoresWentOn();
    if (m_filter.readsReviews() || m_sort.readsReviews()) arrange();
}

void TextsModel::arrangeIfDecisionsMatter() {
    if (!m_filter.readsDecisions() && !m_sort.readsDecisions()) return;
    if (m_session.runningJob() == 0) arrange();
    else if (!m_work->timer.isActive()) m_work->timer.start(arrangeDuringRunMs);
}

RowFacts TextsModel::facts() const {
    RowFacts facts;
    facts.dataset = m_session.dataset();
    facts.decisions = m_session.decisions();
    facts.duplicates = m_work->duplicates;
    facts.labels = m_session.labels();
    facts.selection = m_session.selection();
    facts.scores = m_session.scores();
    facts.reviews = m_session.reviews();
    return facts;
}

void TextsModel::arrange() {
    if (!m_session.dataset()) return;
    m_work->timer.stop();
    m_work->stop.request_stop();  // of the one under way: its answer is out of date
    m_work->stop = {};
    m_work->thread.post([this, facts = facts(), filter = m_filter, sort = m_sort, stop = m_work->stop.get_token(),
                         generation = ++m_work->generation]() mutable {
        findDuplicates(filter, facts);
        auto arranged = arrangedRows(facts, filter, sort, stop);
        if (!arranged) return;
        auto rows = std::make_shared<const std::vector<std::uint32_t>>(std::move(*arranged));
        QMetaObject::invokeMethod(
            this,
            [this, rows = std::move(rows), duplicates = facts.duplicates, generation] {
                if (generation != m_work->generation) return;
                m_work->duplicates = duplicates;
                swapIn(rows);
            },
            Qt::QueuedConnection);
    });
}

void TextsModel::swapIn(std::shared_ptr<const std::vector<std::uint32_t>> rows) {
    if (rows->size() != m_rows->size()) {
        // Fewer or more rows: views keep nothing of the old positions but what their page puts back (current row, selection).
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        emit arranged();
        return;
    }
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    if (!before.isEmpty()) {
        std::vector<std::uint32_t> placeOf(m_session.dataset()->size(), 0xffffffffU);
        for (std::uint32_t place = 0; place < rows->size(); ++place) placeOf[(*rows)[place]] = place;
        for (const QModelIndex& old : before) {
            const std::uint32_t place = placeOf[datasetRow(old.row())];
            after << (place == 0xffffffffU ? QModelIndex() : index(static_cast<int>(place), old.column()));
        }
    }
    m_rows = std::move(rows);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
    emit arranged();
}

}  // namespace labelwright::ui
