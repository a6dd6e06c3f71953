#include "ui/model_manager/model_page.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "core/jobs/task_thread.h"
#include "ui/common/card.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/common/workbench_style.h"
#include "ui/model_manager/hub_dialog.h"
#include "ui/model_manager/model_table_model.h"
#include "ui/model_manager/model_texts.h"

namespace labelwright::ui {
namespace {

/// What "automatic" takes for texts without Chinese characters.
constexpr const char* englishModel = "all-MiniLM-L6-v2";

std::filesystem::path plain(const std::filesystem::path& path) {
    const std::filesystem::path normal = path.lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();  // without a slash at the end
}

}  // namespace

ModelPage::ModelPage(EngineBridge& bridge, ModelPageOptions options, QWidget* parent)
    : QDialog(parent), m_bridge(bridge), m_options(std::move(options)) {
    setObjectName(QStringLiteral("modelPage"));
    makeLayout();
    connectEngine();
    retranslate();
    refresh();
}

ModelPage::~ModelPage() = default;

void ModelPage::makeLayout() {
    const int unit = fontMetrics().height();
    const auto button = [](const char* objectName, const char* icon) {
        auto* made = new QPushButton(icon != nullptr ? themedIcon(QLatin1String(icon)) : QIcon(), QString());
        made->setObjectName(QLatin1String(objectName));
        made->setAutoDefault(false);
        return made;
    };
    m_title = new QLabel;
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_add = button("modelAddFolder", "folder");
    m_download = button("modelDownload", "download");
    m_refresh = button("modelRefresh", "refresh");
    m_refresh->setShortcut(QKeySequence::Refresh);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    for (QPushButton* item : {m_add, m_download, m_refresh}) head->addWidget(item);

    m_notice = new Card(Card::Tone::Notice);
    m_notice->setObjectName(QStringLiteral("modelNotice"));
    m_noticeText = new QLabel;
    m_noticeText->setWordWrap(true);
    m_noticeText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    (new QVBoxLayout(m_notice))->addWidget(m_noticeText);
    m_notice->hide();

    m_model = new ModelTableModel(this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("modelTable"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    const int widths[] = {15, 12, 5, 7, 5, 9, 8};
    for (int column = 0; column < ModelTableModel::ColumnCount; ++column) m_table->setColumnWidth(column, unit * widths[column]);

    m_details = new QLabel;
    m_details->setObjectName(QStringLiteral("modelDetails"));
    m_result = new QLabel;
    m_result->setObjectName(QStringLiteral("modelCheckResult"));
    for (QLabel* label : {m_details, m_result}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    makeMuted(*m_details);
    m_check = button("modelCheck", "check");
    m_remove = button("modelRemove", "delete");
    m_use = button("modelUse", nullptr);
    makePrimary(*m_use);
    m_close = button("modelClose", nullptr);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_check);
    foot->addWidget(m_remove);
    foot->addStretch();
    foot->addWidget(m_use);
    foot->addWidget(m_close);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(unit / 2);
    layout->addLayout(head);
    layout->addWidget(m_notice);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_result);
    layout->addLayout(foot);
    resize(unit * 66, unit * 34);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ModelPage::showCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &ModelPage::choose);
    connect(m_add, &QPushButton::clicked, this, &ModelPage::askFolder);
    connect(m_download, &QPushButton::clicked, this, &ModelPage::openDownload);
    connect(m_refresh, &QPushButton::clicked, this, &ModelPage::refresh);
    connect(m_check, &QPushButton::clicked, this, &ModelPage::check);
    connect(m_remove, &QPushButton::clicked, this, &ModelPage::remove);
    connect(m_use, &QPushButton::clicked, this, &ModelPage::choose);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void ModelPage::connectEngine() {
    connect(&m_bridge, &EngineBridge::modelsFound, this, [this](const ModelsFound& event) { showModels(event.models); });
    connect(&m_bridge, &EngineBridge::modelChecked, this, [this](const ModelChecked& event) {
        if (event.job == m_checkJob) endCheck(checkText(event));
    });
    connect(&m_bridge, &EngineBridge::failed, this, [this](const Failed& event) {
        if (event.job == m_checkJob) endCheck(errorText(event.error));
    });
}

void ModelPage::retranslate() {
    setWindowTitle(tr("Models"));
    m_title->setText(tr("Models on this computer"));
    m_table->setAccessibleName(tr("Models on this computer"));
    m_noticeText->setText(
        tr("There is no English model yet, so English texts go to the Chinese one. To get it, run installer/bootstrap.sh in the "
           "program's source folder, or download sentence-transformers/%1 here.")
            .arg(QLatin1String(englishModel)));
    m_add->setText(tr("&Add Folder…"));
    m_add->setToolTip(tr("List a model's folder, or a folder that holds models; nothing is copied"));
    m_download->setText(tr("&Download…"));
    m_download->setEnabled(!m_options.downloadsFolder.empty());
    m_download->setToolTip(tr("Fetch a model from Hugging Face, ModelScope or a mirror"));
    m_refresh->setText(tr("&Refresh"));
    m_refresh->setToolTip(tr("Look again (%1)").arg(QKeySequence(QKeySequence::Refresh).toString(QKeySequence::NativeText)));
    m_refresh->setShortcut(QKeySequence::Refresh);
    m_check->setText(tr("&Check"));
    m_check->setToolTip(tr("Load the model on trial and score two texts"));
    m_use->setText(tr("&Use This Model"));
    m_close->setText(tr("Close"));
    m_model->retranslate();
    showCurrent();
}

void ModelPage::refresh() { m_bridge.engine().findModels(); }

void ModelPage::showModels(const std::vector<ModelEntry>& models) {
    const ModelEntry* before = current();
    std::string wanted = before != nullptr ? before->id : std::string();
    for (const ModelEntry& model : models) {
        if (m_wanted.empty() || plain(model.folder) != plain(m_wanted)) continue;
        wanted = model.id;
        m_wanted.clear();
        break;
    }
    m_model->setModels(models);
    const bool english = std::any_of(models.begin(), models.end(), [](const ModelEntry& model) {
        return model.usable() && (model.id == englishModel || model.name == englishModel);
    });
    m_notice->setVisible(!english);
    if (m_model->rowCount() > 0) m_table->selectRow(std::max(0, m_model->rowOf(wanted)));
    showCurrent();
}

const ModelEntry* ModelPage::current() const {
    const int row = m_table->currentIndex().row();
    const auto& models = m_model->models();
    return row >= 0 && static_cast<std::size_t>(row) < models.size() ? &models[static_cast<std::size_t>(row)] : nullptr;
}

std::vector<std::filesystem::path>::const_iterator ModelPage::listedFolderOf(const ModelEntry& model) const {
    const auto& folders = m_options.userFolders;
    return std::find_if(folders.begin(), folders.end(), [&](const std::filesystem::path& folder) {
        return plain(folder) == plain(model.folder) || plain(folder) == plain(model.folder).parent_path();
    });
}

void ModelPage::showCurrent() {
    const ModelEntry* model = current();
    m_details->setText(model != nullptr ? detailsText(*model) : QString());
    const bool checking = m_checkJob != 0;
    m_result->setText(model != nullptr && (model->id == m_checked) ? m_checkResult : QString());
    m_result->setVisible(!m_result->text().isEmpty());
    m_check->setEnabled(model != nullptr && model->usable() && !checking);
    m_use->setEnabled(model != nullptr && model->usable());
    const bool downloaded = model != nullptr && model->origin == ModelOrigin::Downloaded;
    const bool listed =
        model != nullptr && model->origin == ModelOrigin::UserFolder && listedFolderOf(*model) != m_options.userFolders.end();
    m_remove->setEnabled(downloaded || listed);
    m_remove->setText(downloaded ? tr("D&elete…") : tr("R&emove from List"));
    if (downloaded) m_remove->setToolTip(tr("Delete the downloaded files"));
    else if (listed) m_remove->setToolTip(tr("Forget the folder; its files stay as they are"));
    else m_remove->setToolTip(tr("Only folders that you added and downloads can be removed"));
}

void ModelPage::askFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a Folder of Models"));
    dialog->setObjectName(QStringLiteral("modelFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ModelPage::addFolder);
    dialog->open();
}

void ModelPage::addFolder(const QString& folder) {
    const std::filesystem::path path = plain(toPath(folder));
    m_wanted = path.string();
    const auto& known = m_options.userFolders;
    if (std::none_of(known.begin(), known.end(), [&](const auto& other) { return plain(other) == path; })) {
        m_options.userFolders.push_back(path);
        announceFolders();
    }
    refresh();
}

void ModelPage::announceFolders() {
    QStringList folders;
    for (const std::filesystem::path& folder : m_options.userFolders) folders << fromPath(folder);
    emit userFoldersChanged(folders);
}

void ModelPage::openDownload() {
    auto* dialog = new HubDialog(fromPath(m_options.downloadsFolder), {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HubDialog::downloaded, this, [this](const QString& folder) {
        m_wanted = toPath(folder).string();
        refresh();
    });
    dialog->open();
}

void ModelPage::check() {
    const ModelEntry* model = current();
    if (model == nullptr) return;
    m_checked = model->id;
    m_checkResult = tr("Loading the model…");
    m_checkJob = m_bridge.engine().checkModel(model->folder.string(), m_options.device, m_options.precision);
    showCurrent();
}

void ModelPage::endCheck(const QString& result) {
    m_checkJob = 0;
    m_checkResult = result;
    showCurrent();
}

void ModelPage::choose() {
    const ModelEntry* model = current();
    if (model == nullptr || !model->usable()) return;
    emit modelChosen(QString::fromStdString(model->id));
    accept();
}

void ModelPage::remove() {
    const ModelEntry* model = current();
    if (model == nullptr) return;
    if (model->origin == ModelOrigin::Downloaded) {
        confirm(tr("Delete the downloaded model “%1”?").arg(QString::fromStdString(model->name)),
                tr("Its files are removed from this computer. Labels and results stay."), tr("Delete"),
                [this, folder = model->folder] { deleteDownload(folder); });
        return;
    }
    const auto listed = listedFolderOf(*model);
    if (listed == m_options.userFolders.end()) return;
    if (plain(*listed) == plain(model->folder)) {
        removeFromList(*listed);
        return;
    }
    confirm(tr("Remove the folder %1 from the list?").arg(fromPath(*listed)),
            tr("All models in it leave the list. The files stay as they are."), tr("Remove from List"),
            [this, folder = *listed] { removeFromList(folder); });
}

void ModelPage::confirm(const QString& question, const QString& detail, const QString& action, const std::function<void()>& then) {
    auto* box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("modelConfirm"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Models"));
    box->setTextFormat(Qt::PlainText);
    box->setText(question);
    box->setInformativeText(detail);
    QPushButton* yes = box->addButton(action, QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("modelConfirmed"));
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(yes, &QPushButton::clicked, this, then);
    box->open();
}

void ModelPage::removeFromList(const std::filesystem::path& folder) {
    std::erase_if(m_options.userFolders, [gone = plain(folder)](const auto& other) { return plain(other) == gone; });
    announceFolders();
    refresh();
}

void ModelPage::deleteDownload(const std::filesystem::path& folder) {
    if (plain(folder).parent_path() != plain(m_options.downloadsFolder)) return;  // never anything of the user's own
    if (!m_thread) m_thread = std::make_unique<TaskThread>("models");
    m_thread->post([this, folder] {
        std::error_code problem;
        std::filesystem::remove_all(folder, problem);
        const Error error{ErrorCode::FileUnwritable, "A downloaded model could not be deleted", {folder.string(), problem.message()}};
        QMetaObject::invokeMethod(this, [this, failed = bool(problem), error] {
            if (failed) {
                m_result->setText(errorText(error));
                m_result->show();
            }
            refresh();
        });
    });
}

void ModelPage::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_close != nullptr) retranslate();
}

}  // namespace labelwright::ui
