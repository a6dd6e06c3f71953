#include "ui/model_manager/hub_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/common/card.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"

namespace labelwright::ui {
namespace {

constexpr int progressSteps = 1000;

QString sizeText(qint64 bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

}  // namespace

HubDialog::HubDialog(const QString& downloadsFolder, DownloadPatience patience, QWidget* parent)
    : QDialog(parent), m_downloader(new HubDownloader(downloadsFolder, patience, this)) {
    setObjectName(QStringLiteral("hubDialog"));
    makeLayout();
    connectDownloader();
    retranslate();
    hubChosen();
    m_name->setFocus();
}

void HubDialog::makeLayout() {
    const int unit = fontMetrics().height();
    m_hub = new QComboBox;
    m_hub->setObjectName(QStringLiteral("hubKind"));
    m_hub->addItem(QString(), int(HubKind::HuggingFace));
    m_hub->addItem(QString(), int(HubKind::ModelScope));
    m_address = new QLineEdit;
    m_address->setObjectName(QStringLiteral("hubAddress"));
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("hubModelName"));
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (QWidget* field : std::initializer_list<QWidget*>{m_hub, m_address, m_name}) {
        auto* caption = new QLabel;
        caption->setBuddy(field);
        m_form->addRow(caption, field);
    }
    m_explanation = new QLabel;
    m_explanation->setWordWrap(true);
    makeMuted(*m_explanation);
    m_files = new QTableWidget(0, 2);
    m_files->setObjectName(QStringLiteral("hubFiles"));
    m_files->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_files->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_files->setShowGrid(false);
    m_files->setTabKeyNavigation(false);
    m_files->verticalHeader()->hide();
    m_files->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_files->horizontalHeader()->setHighlightSections(false);
    m_status = new QLabel;
    m_status->setObjectName(QStringLiteral("hubStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("hubProgress"));
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_list = new QPushButton;
    m_list->setObjectName(QStringLiteral("hubList"));
    m_download = new QPushButton;
    m_download->setObjectName(QStringLiteral("hubDownload"));
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("hubCancel"));
    m_cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_list);
    buttons->addStretch();
    buttons->addWidget(m_download);
    buttons->addWidget(m_cancel);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(unit / 2);
    layout->addLayout(m_form);
    layout->addWidget(m_explanation);
    layout->addWidget(m_files, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    resize(unit * 36, unit * 30);

    connect(m_hub, &QComboBox::currentIndexChanged, this, &HubDialog::hubChosen);
    for (QLineEdit* edit : {m_address, m_name}) {
        connect(edit, &QLineEdit::textChanged, this, [this] {
            m_message.clear();
            setState(State::Asking);
        });
    }
    connect(m_list, &QPushButton::clicked, this, &HubDialog::showFiles);
    connect(m_download, &QPushButton::clicked, this, &HubDialog::begin);
    connect(m_cancel, &QPushButton::clicked, this, &HubDialog::reject);
}

void HubDialog::connectDownloader() {
    connect(m_downloader, &HubDownloader::listed, this, &HubDialog::takePlan);
    connect(m_downloader, &HubDownloader::progressed, this, &HubDialog::showProgress);
    connect(m_downloader, &HubDownloader::pausing, this, [this](int milliseconds, const Error& reason) {
        const int seconds = std::max(1, (milliseconds + 500) / 1000);
        m_status->setText(tr("%1 Trying again in %n second(s).", nullptr, seconds).arg(errorText(reason)));
    });
    connect(m_downloader, &HubDownloader::failed, this, [this](const Error& error) { stop(errorText(error)); });
    connect(m_downloader, &HubDownloader::cancelled, this,
            [this] { stop(tr("Stopped. What has arrived is kept; a later download goes on from there.")); });
    connect(m_downloader, &HubDownloader::finished, this, [this](const QString& folder) {
        emit downloaded(folder);
        accept();
    });
}

void HubDialog::retranslate() {
    setWindowTitle(tr("Download a Model"));
    const auto caption = [this](QWidget* field, const QString& text) {
        qobject_cast<QLabel*>(m_form->labelForField(field))->setText(text);
    };
    caption(m_hub, tr("&Hub:"));
    caption(m_address, tr("&Address:"));
    caption(m_name, tr("&Model:"));
    m_hub->setItemText(0, tr("Hugging Face"));
    m_hub->setItemText(1, tr("ModelScope"));
    m_address->setToolTip(tr("The hub's own address, or that of a mirror"));
    m_name->setPlaceholderText(tr("owner/name, or the address of the model's page"));
    m_explanation->setText(
        tr("Nothing is fetched until you ask. “Show Files” asks the hub for the list of files, “Download” for the files."));
    m_files->setHorizontalHeaderLabels({tr("File"), tr("Size")});
    m_files->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_files->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_files->setAccessibleName(tr("Files that will be fetched"));
    m_progress->setAccessibleName(tr("Download progress"));
    m_list->setText(tr("&Show Files"));
    setState(m_state);
}

HubKind HubDialog::kind() const { return static_cast<HubKind>(m_hub->currentData().toInt()); }

void HubDialog::hubChosen() { m_address->setText(defaultBase(kind()).toString()); }

void HubDialog::showFiles() {
    const std::optional<HubModel> model = readModelAddress(m_name->text(), kind(), QUrl(m_address->text().trimmed()));
    if (!model) {
        stop(tr("Write the model as owner/name, and the hub's address with https:// before it."));
        m_name->setFocus();
        return;
    }
    m_message.clear();
    setState(State::Listing);
    m_downloader->list(*model);
}

void HubDialog::takePlan(const DownloadPlan& plan) {
    if (m_state != State::Listing) return;
    m_plan = plan;
    m_files->setRowCount(static_cast<int>(plan.files.size()));
    for (int row = 0; row < m_files->rowCount(); ++row) {
        const HubFile& file = plan.files[static_cast<std::size_t>(row)];
        m_files->setItem(row, 0, new QTableWidgetItem(file.path));
        auto* size = new QTableWidgetItem(sizeText(file.size));
        size->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_files->setItem(row, 1, size);
    }
    if (m_files->rowCount() > 0) m_files->setCurrentCell(0, 0);
    setState(State::Listed);
    m_download->setFocus();
}

QString HubDialog::planText() const {
    QString text = tr("From %1 (revision %2) to %3.").arg(m_plan->model.base.host(), m_plan->revision.left(10), m_plan->target);
    if (m_plan->bytesHere > 0) text += QLatin1Char('\n') + tr("%1 of it are here already.").arg(sizeText(m_plan->bytesHere));
    if (m_plan->freeBytes >= 0) text += QLatin1Char('\n') + tr("%1 are free there.").arg(sizeText(m_plan->freeBytes));
    return text;
}

void HubDialog::begin() {
    if (!m_plan) return;
    m_message.clear();
    m_progress->setValue(0);
    setState(State::Downloading);
    m_downloader->download(*m_plan);
}

void HubDialog::showProgress(const DownloadProgress& progress) {
    if (m_state != State::Downloading) return;
    if (progress.total > 0) m_progress->setValue(static_cast<int>(double(progress.done) / double(progress.total) * progressSteps));
    m_status->setText(
        tr("%1 of %2 · %3/s · %4")
            .arg(sizeText(progress.done), sizeText(progress.total), sizeText(static_cast<qint64>(progress.bytesPerSecond)), progress.file));
}

void HubDialog::stop(const QString& message) {
    if (m_closing) {
        QDialog::reject();
        return;
    }
    m_message = message;
    setState(m_state == State::Downloading ? State::Listed : State::Asking);
}

void HubDialog::setState(State state) {
    m_state = state;
    if (state == State::Asking || state == State::Listing) {
        m_plan.reset();
        m_files->setRowCount(0);
    }
    const bool editable = state == State::Asking || state == State::Listed;
    for (QWidget* field : std::initializer_list<QWidget*>{m_hub, m_address, m_name}) field->setEnabled(editable);
    m_list->setEnabled(editable && !m_name->text().trimmed().isEmpty());
    m_list->setDefault(state != State::Listed);
    m_download->setEnabled(state == State::Listed);
    m_download->setDefault(state == State::Listed);
    m_download->setText(m_plan ? tr("&Download %1").arg(sizeText(m_plan->bytes - m_plan->bytesHere)) : tr("&Download"));
    m_progress->setVisible(state == State::Downloading);
    m_cancel->setText(state == State::Downloading ? tr("Stop") : tr("Cancel"));
    m_cancel->setEnabled(true);
    switch (state) {
        case State::Asking: m_status->setText(m_message); break;
        case State::Listing: m_status->setText(tr("Asking for the list of files…")); break;
        case State::Listed: m_status->setText(m_message.isEmpty() ? planText() : m_message); break;
        case State::Downloading: m_status->setText(tr("Starting…")); break;
    }
}

void HubDialog::reject() {
    if (m_state != State::Downloading) {
        QDialog::reject();
        return;
    }
    m_closing = sender() != m_cancel;
    m_cancel->setEnabled(false);
    m_downloader->cancel();
}

void HubDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_cancel != nullptr) retranslate();
}

}  // namespace labelwright::ui
