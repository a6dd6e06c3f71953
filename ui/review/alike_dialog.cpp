#include "ui/review/alike_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMetaObject>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/common/card.h"

namespace labelwright::ui {
namespace {

enum Column { Number, Text, How, ColumnCount };

QString oneLine(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 600))).simplified();
}

}  // namespace

AlikeDialog::AlikeDialog(LabelingSession& session, std::uint32_t row, QWidget* parent)
    : QDialog(parent), m_session(session), m_row(row), m_head(new QLabel), m_table(new QTableWidget(0, ColumnCount)), m_give(nullptr) {
    setObjectName(QStringLiteral("alikeDialog"));
    setWindowTitle(tr("Give the same to texts like this"));
    const int unit = fontMetrics().height();
    resize(unit * 46, unit * 30);
    QStringList names;
    for (const LabelId& id : session.reviews().at(row).labels) names << session.labelName(id);
    const QString given = names.isEmpty() ? tr("no label") : names.join(tr(", ", "between labels"));
    auto* about =
        new QLabel(tr("“%1” is %2. These texts are like it and wait for a decision:").arg(oneLine((*session.dataset())[row].text), given));
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    m_head->setObjectName(QStringLiteral("alikeHead"));
    m_head->setWordWrap(true);
    m_head->setText(tr("Looking through the texts…"));
    makeMuted(*m_head);
    m_table->setObjectName(QStringLiteral("alikeTable"));
    m_table->setHorizontalHeaderLabels({tr("#"), tr("Text"), tr("How alike")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(unit * 17 / 10);
    m_table->horizontalHeader()->setSectionResizeMode(Text, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(Number, unit * 6);
    m_table->setColumnWidth(How, unit * 10);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_give = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_give->setObjectName(QStringLiteral("alikeGive"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_give, &QPushButton::clicked, this, &AlikeDialog::give);
    connect(m_table, &QTableWidget::itemChanged, this, &AlikeDialog::showCount);
    connect(&session, &LabelingSession::datasetChanged, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_head);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    showCount();
    m_thread.post([this, dataset = session.dataset(), row, stop = m_stop.get_token()] {
        auto alike = alikeTexts(*dataset, row, {}, stop);
        QMetaObject::invokeMethod(
            this, [this, alike = std::move(alike)]() mutable { show(std::move(alike)); }, Qt::QueuedConnection);
    });
}

AlikeDialog::~AlikeDialog() { m_stop.request_stop(); }

void AlikeDialog::show(std::vector<AlikeText> alike) {
    const auto all = alike.size();
    std::erase_if(alike, [this](const AlikeText& text) { return m_session.reviews().decided(text.row); });
    const QSignalBlocker quiet(m_table);
    for (const AlikeText& text : alike) {
        const bool room = m_table->rowCount() < mostShown;
        if (room) addRow(text);
        else if (text.likeness == Likeness::Identical) m_unlisted.push_back(text.row);
    }
    QStringList words;
    if (alike.empty()) words << (all == 0 ? tr("No text is like it.") : tr("All texts like it are decided already."));
    else words << tr("Take the tick from what shall not get it.");
    if (!m_unlisted.empty()) words << tr("%n more identical text(s) get it too.", nullptr, static_cast<int>(m_unlisted.size()));
    m_head->setText(words.join(QLatin1Char(' ')));
    showCount();
}

void AlikeDialog::addRow(const AlikeText& text) {
    const QLocale locale;
    const int at = m_table->rowCount();
    m_table->insertRow(at);
    QString how;
    switch (text.likeness) {
        case Likeness::Identical: how = tr("identical"); break;
        case Likeness::SameWords: how = tr("the same words"); break;
        case Likeness::Near: how = tr("%1 % the same").arg(locale.toString(qRound(text.overlap * 100))); break;
    }
    const QString cells[ColumnCount] = {locale.toString(text.row + 1), oneLine((*m_session.dataset())[text.row].text), how};
    for (int column = 0; column < ColumnCount; ++column) {
        auto* item = new QTableWidgetItem(cells[column]);
        item->setToolTip(cells[column]);
        m_table->setItem(at, column, item);
    }
    m_table->item(at, Number)->setCheckState(Qt::Checked);
    m_table->item(at, Number)->setData(Qt::UserRole, text.row);
}

std::vector<std::uint32_t> AlikeDialog::chosen() const {
    std::vector<std::uint32_t> rows = m_unlisted;
    for (int at = 0; at < m_table->rowCount(); ++at) {
        const QTableWidgetItem* item = m_table->item(at, Number);
        if (item->checkState() == Qt::Checked) rows.push_back(item->data(Qt::UserRole).toUInt());
    }
    std::ranges::sort(rows);
    return rows;
}

void AlikeDialog::showCount() {
    const auto count = static_cast<int>(chosen().size());
    m_give->setText(tr("Give it to %n text(s)", nullptr, count));
    m_give->setEnabled(count > 0);
}

void AlikeDialog::give() {
    const std::vector<std::uint32_t> rows = chosen();
    const std::vector<LabelId> labels = m_session.reviews().at(m_row).labels;
    const ReviewEdit change = [&labels](Review& review, std::uint32_t) {
        if (review.decided) return;
        review.decided = true;
        review.labels = labels;
        review.deferred = false;
    };
    m_session.review(rows, change, tr("Give the same to texts like it"));
    emit said(tr("%n text(s) got the same.", nullptr, static_cast<int>(rows.size())));
    accept();
}

}  // namespace labelwright::ui
