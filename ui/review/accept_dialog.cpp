#include "ui/review/accept_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMetaObject>
#include <QPushButton>
#include <QSlider>
#include <QTableWidget>
#include <QVBoxLayout>
#include <numeric>

#include "ui/common/card.h"
#include "ui/common/error_text.h"

namespace labelwright::ui {
namespace {

enum Column { Number, Text, LabelName, Confidence, ColumnCount };
constexpr int percent = 100;
/// From here on an undo alone is thought too little.
constexpr std::size_t rowsWorthABackup = 100;

QString oneLine(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 600))).simplified();
}

}  // namespace

AcceptDialog::AcceptDialog(LabelingSession& session, std::vector<std::uint32_t> shown, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_shown(std::move(shown)),
      m_scope(new QComboBox),
      m_label(new QComboBox),
      m_slider(new QSlider(Qt::Horizontal)),
      m_figure(new QDoubleSpinBox),
      m_head(new QLabel),
      m_sample(new QTableWidget(0, ColumnCount)),
      m_again(new QPushButton(tr("Draw others"))),
      m_accept(nullptr) {
    setObjectName(QStringLiteral("acceptDialog"));
    setWindowTitle(tr("Accept confident suggestions"));
    const int unit = fontMetrics().height();
    resize(unit * 46, unit * 38);
    makeFields();
    makeSample();
    auto* figure = new QHBoxLayout;
    figure->addWidget(m_slider, 1);
    figure->addWidget(m_figure);
    auto* form = new QFormLayout;
    form->addRow(tr("Texts"), m_scope);
    form->addRow(tr("Suggested label"), m_label);
    form->addRow(tr("Confidence from"), figure);
    auto* about = new QHBoxLayout;
    about->addWidget(m_head, 1);
    about->addWidget(m_again);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_accept = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("acceptConfirm"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &AcceptDialog::beginAccepting);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addLayout(about);
    layout->addWidget(m_sample, 1);
    layout->addWidget(buttons);
    connect(&session, &LabelingSession::decisionsChanged, this, &AcceptDialog::collect);
    connect(&session, &LabelingSession::datasetChanged, this, &QDialog::reject);
    connect(&session.bridge(), &EngineBridge::projectBackedUp, this, [this](const ProjectBackedUp& event) {
        if (event.job == m_backupJob) acceptNow();
    });
    connect(&session.bridge(), &EngineBridge::failed, this, [this](const Failed& event) {
        if (event.job != m_backupJob) return;
        m_backupFailed = true;
        m_head->setText(tr("No backup could be kept: %1 Accepting can be undone all the same.").arg(errorText(event.error)));
        m_accept->setText(tr("Accept without a backup"));
        m_accept->setEnabled(true);
    });
    collect();
}

void AcceptDialog::makeFields() {
    const QLocale locale;
    const std::size_t all = m_session.dataset()->size();
    m_scope->setObjectName(QStringLiteral("acceptScope"));
    if (m_shown.size() != all) m_scope->addItem(tr("the %n shown", nullptr, static_cast<int>(m_shown.size())));
    m_scope->addItem(tr("all %n", nullptr, static_cast<int>(all)));
    m_label->setObjectName(QStringLiteral("acceptLabel"));
    m_label->addItem(tr("any"));
    for (const Label& label : m_session.labels().labels) m_label->addItem(QString::fromStdString(label.name));
    m_slider->setRange(0, percent);
    m_slider->setAccessibleName(tr("Confidence from"));
    m_figure->setObjectName(QStringLiteral("acceptThreshold"));
    m_figure->setRange(0, 1);
    m_figure->setDecimals(2);
    m_figure->setSingleStep(0.01);
    m_figure->setValue(0.9);
    m_slider->setValue(90);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) { m_figure->setValue(value / double(percent)); });
    connect(m_figure, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(qRound(value * percent));
        showCount();
    });
    connect(m_scope, &QComboBox::currentIndexChanged, this, &AcceptDialog::collect);
    connect(m_label, &QComboBox::currentIndexChanged, this, &AcceptDialog::collect);
    m_head->setObjectName(QStringLiteral("acceptHead"));
    m_head->setWordWrap(true);
    makeMuted(*m_head);
    connect(m_again, &QPushButton::clicked, this, [this] {
        ++m_seed;
        drawSample();
    });
}

void AcceptDialog::makeSample() {
    const int unit = fontMetrics().height();
    m_sample->setObjectName(QStringLiteral("acceptSample"));
    m_sample->setHorizontalHeaderLabels({tr("#"), tr("Text"), tr("Label"), tr("Confidence")});
    m_sample->verticalHeader()->hide();
    m_sample->verticalHeader()->setDefaultSectionSize(unit * 17 / 10);
    m_sample->horizontalHeader()->setSectionResizeMode(Text, QHeaderView::Stretch);
    m_sample->horizontalHeader()->setHighlightSections(false);
    m_sample->setColumnWidth(Number, unit * 4);
    m_sample->setColumnWidth(LabelName, unit * 8);
    m_sample->setColumnWidth(Confidence, unit * 6);
    m_sample->setShowGrid(false);
    m_sample->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_sample->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_sample->setToolTip(tr("A double click shows the text in the table"));
    connect(m_sample, &QTableWidget::cellDoubleClicked, this, [this](int row) {
        emit rowChosen(m_sample->item(row, Number)->data(Qt::UserRole).toUInt());
        reject();
    });
}

bool AcceptDialog::allTexts() const { return m_scope->currentIndex() == m_scope->count() - 1; }
float AcceptDialog::threshold() const { return static_cast<float>(m_figure->value()); }

/// A million rows are sorted beside the GUI thread.
void AcceptDialog::collect() {
    if (!m_session.decisions() || m_backupJob != 0) return;
    m_accept->setEnabled(false);
    m_head->setText(tr("Counting…"));
    std::optional<std::uint16_t> label;
    if (m_label->currentIndex() > 0) label = static_cast<std::uint16_t>(m_label->currentIndex() - 1);
    std::vector<std::uint32_t> rows;
    if (!allTexts()) rows = m_shown;
    m_thread.post([this, generation = ++m_generation, decisions = m_session.decisions(), reviews = m_session.reviews(),
                   rows = std::move(rows), label]() mutable {
        if (rows.empty()) {
            rows.resize(decisions->best.size());
            std::iota(rows.begin(), rows.end(), 0U);
        }
        AcceptCandidates found = acceptCandidates(*decisions, reviews, rows, label);
        QMetaObject::invokeMethod(
            this,
            [this, generation, found = std::move(found)]() mutable {
                if (generation != m_generation) return;
                m_candidates = std::move(found);
                showCount();
            },
            Qt::QueuedConnection);
    });
}

void AcceptDialog::showCount() {
    m_count = m_candidates.countFrom(threshold());
    m_accept->setText(tr("Accept %n text(s)", nullptr, static_cast<int>(m_count)));
    m_accept->setEnabled(m_count > 0);
    drawSample();
}

void AcceptDialog::drawSample() {
    const QLocale locale;
    const std::vector<std::uint32_t> rows = m_candidates.sample(m_count, sampleSize, m_seed);
    m_again->setEnabled(m_count > sampleSize);
    m_head->setText(m_count == 0            ? tr("No suggestion that waits for a decision is that sure.")
                    : m_count <= sampleSize ? tr("All of them:")
                                            : tr("%n of them, drawn at random:", nullptr, static_cast<int>(rows.size())));
    m_sample->setRowCount(static_cast<int>(rows.size()));
    for (int at = 0; at < m_sample->rowCount(); ++at) {
        const std::uint32_t row = rows[static_cast<std::size_t>(at)];
        const Decision decision = m_session.decisionAt(row);
        QStringList names;
        for (const std::uint32_t label : decision.labels) names << QString::fromStdString(m_session.labels().labels[label].name);
        const QString cells[ColumnCount] = {locale.toString(row + 1), oneLine((*m_session.dataset())[row].text),
                                            names.join(tr(", ", "between labels")), locale.toString(decision.confidence, 'f', 2)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            if (column == Number || column == Confidence) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_sample->setItem(at, column, item);
        }
        m_sample->item(at, Number)->setData(Qt::UserRole, row);
    }
}

void AcceptDialog::beginAccepting() {
    if (m_count < rowsWorthABackup || m_backupFailed) {
        acceptNow();
        return;
    }
    m_accept->setEnabled(false);
    m_head->setText(tr("Keeping a backup…"));
    m_backupJob = m_session.bridge().engine().backUpProject(BackupOccasion::BulkAct);
}

void AcceptDialog::acceptNow() {
    std::vector<std::uint32_t> rows;
    rows.reserve(m_count);
    for (std::size_t i = 0; i < m_count; ++i) rows.push_back(m_candidates.sorted[i].row);
    std::ranges::sort(rows);
    const float least = threshold();
    std::size_t accepted = 0;
    const ReviewEdit change = [&](Review& review, std::uint32_t row) {
        const Decision decision = m_session.decisionAt(row);
        // What the list was made from may be a moment old.
        if (review.decided || review.deferred || decision.best == Decision::none || decision.confidence < least) return;
        review.decided = true;
        for (const std::uint32_t label : decision.labels) review.labels.push_back(m_session.labels().labels[label].id);
        ++accepted;
    };
    m_session.review(rows, change, tr("Accept suggestions from %1 up").arg(QLocale().toString(least, 'f', 2)));
    emit said(tr("%n suggestion(s) accepted; one undo takes them back.", nullptr, static_cast<int>(accepted)));
    accept();
}

}  // namespace labelwright::ui
