#include "ui/main_window/model_chooser.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include "ui/common/icons.h"

namespace labelwright::ui {
namespace {

const auto automatic = QStringLiteral("auto");
const auto pageItem = QStringLiteral("<model page>");  // no id and no folder

}  // namespace

ModelChooser::ModelChooser(LabelingSession& session, QWidget* parent) : QComboBox(parent), m_session(session) {
    setObjectName(QStringLiteral("modelChooser"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    connect(this, &QComboBox::activated, this, &ModelChooser::chosen);
    connect(&session, &LabelingSession::modelChoiceChanged, this, &ModelChooser::fill);
    connect(&session.bridge(), &EngineBridge::modelsFound, this, [this](const ModelsFound& event) {
        m_models.clear();
        for (const ModelEntry& model : event.models)
            if (model.usable()) m_models.push_back(model);
        fill();
    });
    connect(&session.bridge(), &EngineBridge::planReady, this, [this](const PlanReady& event) {
        m_planned = event.plan.models;
        fill();
    });
    fill();
}

void ModelChooser::fill() {
    const QSignalBlocker quiet(this);
    clear();
    addItem(themedIcon(QStringLiteral("model")), automaticText(), automatic);
    setItemData(0, tr("Chinese texts go to the Chinese model, the others to the English one"), Qt::ToolTipRole);
    for (const ModelEntry& model : m_models) {
        addItem(themedIcon(QStringLiteral("model")), tr("Model: %1").arg(QString::fromStdString(model.name)),
                QString::fromStdString(model.id));
        setItemData(count() - 1, QString::fromStdString(model.folder.string()), Qt::ToolTipRole);
    }
    int current = findData(m_session.modelChoice());
    if (current < 0) {
        // A folder, or a model that is not found now: the choice stays visible.
        addItem(themedIcon(QStringLiteral("folder")), tr("Model: %1").arg(m_session.modelChoice()), m_session.modelChoice());
        current = count() - 1;
    }
    insertSeparator(count());
    addItem(themedIcon(QStringLiteral("settings")), tr("Manage models…"), pageItem);
    setCurrentIndex(current);
    setAccessibleName(tr("Model"));
    QStringList hints{tr("The model that labels the texts. A change keeps the labels, marked as outdated, until the next run")};
    for (const ModelUse& use : m_planned)
        hints << tr("%1: %n text(s)", nullptr, static_cast<int>(use.texts)).arg(QString::fromStdString(use.reading.modelName));
    setToolTip(hints.join(QLatin1Char('\n')));
}

QString ModelChooser::automaticText() const {
    QStringList names;
    for (const ModelUse& use : m_planned) names << QString::fromStdString(use.reading.modelName);
    if (m_session.modelChoice() != automatic || names.isEmpty()) return tr("Model: automatic");
    return tr("Model: automatic (%1)").arg(names.join(QStringLiteral(" · ")));
}

void ModelChooser::chosen(int index) {
    const QString choice = itemData(index).toString();
    if (choice == pageItem) {
        const QSignalBlocker quiet(this);
        setCurrentIndex(findData(m_session.modelChoice()));
        emit modelPageWanted();
    } else if (!choice.isEmpty()) {
        m_session.setModelChoice(choice);
    }
}

void ModelChooser::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) fill();
    QComboBox::changeEvent(event);
}

}  // namespace labelwright::ui
