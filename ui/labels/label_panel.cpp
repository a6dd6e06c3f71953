#include "ui/labels/label_panel.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/common/card.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/labels/colour_button.h"
#include "ui/labels/label_adder.h"
#include "ui/labels/label_deletion.h"
#include "ui/labels/label_dialog.h"
#include "ui/labels/label_edits.h"
#include "ui/labels/label_file_dialogs.h"
#include "ui/labels/label_group_menus.h"
#include "ui/labels/label_linter.h"
#include "ui/labels/label_list_model.h"
#include "ui/labels/label_list_view.h"
#include "ui/labels/lint_strip.h"
#include "ui/labels/preset_button.h"
#include "ui/labels/preset_shelf.h"
#include "ui/labels/split_dialog.h"
#include "ui/labels/template_field.h"
#include "ui/labels/used_labels_dialog.h"

namespace labelwright::ui {
namespace {

constexpr int noticeMs = 8000;
constexpr std::size_t searchedLabels = 8;  // from more on, looking for one is quicker by its name

QString nameOf(const LabelSet& labels, const LabelId& id) {
    const std::size_t index = indexOf(labels, id);
    return index == std::string::npos ? QString() : QString::fromStdString(labels.labels[index].name);
}

QLabel* mutedLine(const char* objectName) {
    auto* line = new QLabel;
    line->setObjectName(QLatin1String(objectName));
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    line->hide();
    makeMuted(*line);
    return line;
}

}  // namespace

LabelPanel::LabelPanel(LabelingSession& session, PresetStore presets, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_linter(new LabelLinter(session, this)),
      m_files(new LabelFileDialogs(session, *this)),
      m_layout(new QVBoxLayout(this)) {
    setAcceptDrops(true);
    setObjectName(QStringLiteral("labelPanel"));
    const int unit = fontMetrics().height();
    auto* layout = m_layout;
    layout->setContentsMargins(unit * 2 / 3, unit * 2 / 3, unit * 2 / 3, unit * 2 / 3);
    layout->setSpacing(unit / 2);
    makeHead(*layout, std::move(presets));

    m_model = new LabelListModel(this);
    m_list = new LabelListView;
    m_list->setObjectName(QStringLiteral("labelList"));
    m_list->setModel(m_model);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("labelSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), IconInk::Muted), QLineEdit::LeadingPosition);
    m_search->hide();
    connect(m_search, &QLineEdit::textChanged, m_list, &LabelListView::setSearch);
    m_empty = mutedLine("labelsEmpty");
    m_adder = new LabelAdder;
    m_adder->setObjectName(QStringLiteral("labelAdder"));
    m_notice = mutedLine("labelNotice");
    m_lint = new LintStrip(*m_linter);
    m_template = new TemplateField;
    m_noticeTimer = new QTimer(this);
    m_noticeTimer->setSingleShot(true);
    m_colourMenu = new QMenu(this);

    layout->addWidget(m_search);
    layout->addWidget(m_list, 1000);
    layout->addWidget(m_empty);
    layout->addWidget(m_lint);
    layout->addWidget(m_adder);
    layout->addWidget(m_notice);
    layout->addSpacing(unit / 3);
    layout->addWidget(m_template);
    layout->addStretch(1);
    makeActions();

    connect(m_model, &LabelListModel::renameAsked, this, &LabelPanel::rename);
    connect(m_model, &LabelListModel::moveAsked, this, &LabelPanel::move);
    connect(m_list, &LabelListView::chosen, this,
            [this](const QModelIndex& index) { emit labelClicked(index.data(LabelListModel::LabelIdRole).toString()); });
    connect(m_list, &QListView::doubleClicked, this, [this] { renameCurrent(); });
    connect(m_list, &QListView::customContextMenuRequested, this, &LabelPanel::openMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LabelPanel::showExample);
    connect(m_adder, &LabelAdder::labelsEntered, this, &LabelPanel::addTyped);
    connect(m_adder, &QLineEdit::textEdited, m_notice, &QWidget::hide);
    connect(m_noticeTimer, &QTimer::timeout, m_notice, &QWidget::hide);
    connect(m_lint, &LintStrip::labelWanted, this, &LabelPanel::showLabel);
    connect(m_linter, &LabelLinter::repairFailed, this, [this](const Error& error) { showNotice(errorText(error)); });
    connect(m_template, &TemplateField::templateEdited, this, [this](const QString& text) {
        LabelSet labels = m_session.labels();
        labels.hypothesisTemplate = text.toStdString();
        m_session.setLabels(labels, tr("Change question"));
    });
    connect(m_presets, &PresetButton::presetChosen, this, &LabelPanel::takePreset);
    connect(m_presets, &PresetButton::noticeGiven, this, &LabelPanel::showNotice);
    connect(m_presets, &PresetButton::usedWanted, this, &LabelPanel::openUsed);
    connect(m_presets, &PresetButton::importWanted, m_files, &LabelFileDialogs::chooseImport);
    connect(m_presets, &PresetButton::exportWanted, m_files, &LabelFileDialogs::chooseExport);
    connect(m_files, &LabelFileDialogs::noticeGiven, this, &LabelPanel::showNotice);
    connect(m_presets, &PresetButton::renameAsked, this, [this](const QString& name) {
        LabelSet labels = m_session.labels();
        labels.name = name.toStdString();
        m_session.setLabels(labels, tr("Rename label set"));
    });
    connect(&session, &LabelingSession::labelsChanged, this, &LabelPanel::showLabels);
    connect(&session, &LabelingSession::decisionsChanged, this, [this] { m_model->setDecisions(m_session.decisions()); });
    connect(&session, &LabelingSession::datasetChanged, this, &LabelPanel::showExample);
    retranslate();
}

LabelPanel::~LabelPanel() {
    delete m_list;  // an open editor commits its text, which needs the panel whole
}

void LabelPanel::makeHead(QVBoxLayout& layout, PresetStore presets) {
    m_setName = new QLabel;
    m_setName->setObjectName(QStringLiteral("labelSetName"));
    m_setName->setTextFormat(Qt::PlainText);
    m_setName->setMinimumWidth(1);  // a long name gives way to the rest
    QFont bold = font();
    bold.setBold(true);
    m_setName->setFont(bold);
    m_version = new QLabel;
    m_version->setObjectName(QStringLiteral("labelSetVersion"));
    makeMuted(*m_version);
    m_presets = new PresetButton(std::move(presets));
    m_presets->setObjectName(QStringLiteral("presetButton"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_setName);
    head->addWidget(m_version);
    head->addStretch();
    head->addWidget(m_presets);
    layout.addLayout(head);
}

QAction* LabelPanel::makeAction(const QString& icon, const QKeySequence& key, void (LabelPanel::*slot)()) {
    auto* action = new QAction(icon.isEmpty() ? QIcon() : themedIcon(icon), QString(), this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_list->addAction(action);
    m_actions << action;
    return action;
}

void LabelPanel::makeActions() {
    m_rename = makeAction(QStringLiteral("edit"), Qt::Key_F2, &LabelPanel::renameCurrent);
    m_edit = makeAction(QStringLiteral("details"), Qt::ALT | Qt::Key_Return, &LabelPanel::editCurrent);
    m_up = makeAction(QStringLiteral("up"), Qt::ALT | Qt::Key_Up, &LabelPanel::moveCurrentUp);
    m_down = makeAction(QStringLiteral("down"), Qt::ALT | Qt::Key_Down, &LabelPanel::moveCurrentDown);
    m_delete = makeAction(QStringLiteral("delete"), Qt::Key_Delete, &LabelPanel::removeCurrent);
    m_rename->setObjectName(QStringLiteral("renameLabel"));
    m_edit->setObjectName(QStringLiteral("editLabel"));
    m_up->setObjectName(QStringLiteral("moveLabelUp"));
    m_down->setObjectName(QStringLiteral("moveLabelDown"));
    m_delete->setObjectName(QStringLiteral("deleteLabel"));
}

void LabelPanel::retranslate() {
    m_list->setAccessibleName(tr("Labels"));
    m_search->setPlaceholderText(tr("Find a label"));
    m_search->setAccessibleName(tr("Find a label"));
    m_empty->setText(tr("No labels yet. Add some below, or take a preset."));
    m_rename->setText(tr("&Rename"));
    m_edit->setText(tr("&Properties…"));
    m_up->setText(tr("Move &Up"));
    m_down->setText(tr("Move &Down"));
    m_delete->setText(tr("De&lete"));
    m_colourMenu->setTitle(tr("&Colour"));
    m_model->retranslate();
    showLabels();
}

void LabelPanel::showLabels() {
    const LabelSet& labels = m_session.labels();
    const LabelId current = currentId();
    m_model->setLabels(labels);
    m_model->setDecisions(m_session.decisions());
    const QModelIndex kept = m_model->indexOfLabel(QString::fromStdString(current));
    if (!current.empty() && kept.isValid()) m_list->setCurrentIndex(kept);
    m_list->setVisible(!labels.labels.empty());
    const bool many = labels.labels.size() > searchedLabels;
    if (!many) m_search->clear();
    m_search->setVisible(many);
    m_empty->setVisible(labels.labels.empty());
    m_setName->setText(labels.name.empty() ? tr("Labels") : QString::fromStdString(labels.name));
    m_setName->setToolTip(m_setName->text());
    m_version->setText(labels.version == 0 ? QString() : tr("Version %1").arg(QLocale().toString(labels.version)));
    m_presets->setLabels(labels);
    m_template->setLabels(labels);
    for (QAction* action : std::as_const(m_actions)) action->setEnabled(!labels.labels.empty());
    showExample();
}

void LabelPanel::showLabel(const QString& labelId) {
    if (labelId.isEmpty()) m_template->setFocus(Qt::OtherFocusReason);
    else m_list->setCurrentIndex(m_model->indexOfLabel(labelId));
}

void LabelPanel::setCommandKeys(const QStringList& keys) { m_linter->setCommandKeys(keys); }

void LabelPanel::setExampleText(const QString& text) {
    m_exampleText = text;
    showExample();
}

void LabelPanel::showExample() {
    QString text = m_exampleText;
    const auto& dataset = m_session.dataset();
    if (text.isEmpty() && dataset != nullptr && dataset->size() > 0) {
        const std::string_view first = (*dataset)[0].text.substr(0, 400);  // the field elides it anyway
        text = QString::fromUtf8(first.data(), static_cast<qsizetype>(first.size()));
    }
    m_template->setExample(text, QString::fromStdString(currentId()));
}

void LabelPanel::showNotice(const QString& text) {
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    m_noticeTimer->start(noticeMs);
}

LabelId LabelPanel::currentId() const { return m_list->currentIndex().data(LabelListModel::LabelIdRole).toString().toStdString(); }

void LabelPanel::addNote(QWidget& note) { m_layout->insertWidget(m_layout->indexOf(m_template) + 1, &note); }

void LabelPanel::focusAdder() { m_adder->setFocus(Qt::ShortcutFocusReason); }

void LabelPanel::addTyped(const QString& text) {
    const LabelsAdded added = withAdded(m_session.labels(), text);
    if (added.count > 0) {
        m_session.setLabels(added.labels, tr("Add %n label(s)", nullptr, static_cast<int>(added.count)));
        m_list->setCurrentIndex(m_model->index(m_model->labelCount() - 1));
    }
    if (added.duplicates.empty()) {
        m_notice->hide();
        return;
    }
    QStringList names;
    for (const std::string& name : added.duplicates) names << QString::fromStdString(name);
    names.removeDuplicates();
    showNotice(tr("Already there: %1").arg(names.join(tr(", "))));
}

void LabelPanel::rename(const QString& labelId, const QString& name) {
    const LabelSet& labels = m_session.labels();
    const std::size_t index = indexOf(labels, labelId.toStdString());
    if (index == std::string::npos) return;
    if (checkName(labels, labelId.toStdString(), name) == NameCheck::Taken) {
        showNotice(tr("Not renamed: another label is called “%1” already.").arg(name));
        return;
    }
    if (name.trimmed().isEmpty()) return;  // as if nothing had been typed
    Label label = labels.labels[index];
    label.name = name.trimmed().toStdString();
    m_session.setLabels(withReplaced(labels, label), tr("Rename label"));
}

void LabelPanel::renameCurrent() {
    if (!currentId().empty()) m_list->edit(m_list->currentIndex());
}

void LabelPanel::editCurrent() {
    const LabelId id = currentId();
    if (id.empty()) return;
    auto* dialog = new LabelDialog(m_session.labels(), id, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const LabelSet edited = withReplaced(m_session.labels(), dialog->label());
        if (edited != m_session.labels()) m_session.setLabels(edited, tr("Edit label"));
    });
    dialog->open();
}

void LabelPanel::removeCurrent() {
    const LabelId id = currentId();
    if (id.empty()) return;
    const QString name = nameOf(m_session.labels(), id);
    const int row = m_list->currentIndex().row();
    deleteLabel(m_session, id, this, [this, name, row] {
        if (m_model->labelCount() > 0) m_list->setCurrentIndex(m_model->index(std::min(row, m_model->labelCount() - 1)));
        showNotice(tr("“%1” was deleted; Undo brings it back with its results.").arg(name));
    });
}

void LabelPanel::openUsed() {
    std::vector<UsedLabel> used;
    if (m_history) {
        auto known = m_history->labels();
        if (!known) {
            showNotice(errorText(known.error()));
            return;
        }
        used = *std::move(known);
    }
    auto* dialog = new UsedLabelsDialog(m_session, withPresetLabels(std::move(used), m_presets->shelf().presets()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void LabelPanel::splitOff(std::vector<std::uint32_t> rows) {
    auto* dialog = new SplitDialog(m_session, std::move(rows), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void LabelPanel::moveCurrent(Step step) {
    if (currentId().empty()) return;
    // Past the next label beside it: those below the same parent.
    const auto& labels = m_session.labels().labels;
    const auto from = static_cast<int>(indexOf(m_session.labels(), currentId()));
    const int direction = step == Step::Up ? -1 : 1;
    for (int to = from + direction; to >= 0 && to < m_model->labelCount(); to += direction) {
        if (labels[static_cast<std::size_t>(to)].parent != labels[static_cast<std::size_t>(from)].parent) continue;
        move(from, to);
        return;
    }
}

void LabelPanel::move(int from, int to) {
    m_session.setLabels(withMoved(m_session.labels(), static_cast<std::size_t>(from), static_cast<std::size_t>(to)), tr("Move label"));
}

void LabelPanel::recolour(const LabelId& id, std::uint32_t colour) {
    const std::size_t index = indexOf(m_session.labels(), id);
    if (index == std::string::npos || m_session.labels().labels[index].colour == colour) return;
    Label label = m_session.labels().labels[index];
    label.colour = colour;
    m_session.setLabels(withReplaced(m_session.labels(), label), tr("Change colour"));
}

void LabelPanel::takePreset(const LabelPreset& preset) {
    m_session.setLabels(withPreset(m_session.labels(), preset), tr("Take preset “%1”").arg(QString::fromStdString(preset.labelSet.name)));
}

void LabelPanel::openMenu(const QPoint& position) {
    const LabelId id = currentId();
    const std::size_t index = indexOf(m_session.labels(), id);
    if (index == std::string::npos) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("labelMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColourMenu(*m_colourMenu, m_session.labels().labels[index].colour, *this, [this, id](std::uint32_t c) { recolour(id, c); });
    menu->addActions({m_rename, m_edit});
    menu->addMenu(m_colourMenu);
    menu->addSeparator();
    addGroupMenus(*menu, m_session.labels(), id,
                  [this](const LabelSet& edited, const QString& text) { m_session.setLabels(edited, text); });
    menu->addSeparator();
    menu->addActions({m_up, m_down});
    menu->addSeparator();
    menu->addAction(m_delete);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void LabelPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (!LabelFileDialogs::labelFileOf(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void LabelPanel::dropEvent(QDropEvent* event) {
    const QString file = LabelFileDialogs::labelFileOf(*event->mimeData());
    if (file.isEmpty()) return;
    event->acceptProposedAction();
    m_files->importFrom(file);
}

void LabelPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_template != nullptr) retranslate();
}

}  // namespace labelwright::ui
