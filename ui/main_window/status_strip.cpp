#include "ui/main_window/status_strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <set>

#include "ui/common/amount_text.h"
#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/workbench_style.h"

namespace labelwright::ui {
namespace {

constexpr int messageMs = 8000;

}  // namespace

StatusStrip::StatusStrip(LabelingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_localIcon(new QLabel(this)),
      m_local(new QLabel(this)),
      m_device(new QLabel(this)),
      m_memory(new QLabel(this)),
      m_cacheText(new QLabel(this)),
      m_truncated(new QToolButton(this)),
      m_reviewed(new QToolButton(this)),
      m_message(new QLabel(this)),
      m_languageButton(new QToolButton(this)),
      m_messageTimer(new QTimer(this)) {
    setObjectName(QStringLiteral("statusStrip"));
    m_local->setObjectName(QStringLiteral("statusLocal"));
    m_device->setObjectName(QStringLiteral("statusDevice"));
    m_memory->setObjectName(QStringLiteral("statusMemory"));
    m_cacheText->setObjectName(QStringLiteral("statusCache"));
    m_truncated->setObjectName(QStringLiteral("statusTruncated"));
    m_message->setObjectName(QStringLiteral("statusMessage"));
    m_languageButton->setObjectName(QStringLiteral("languageButton"));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.93);
    setFont(small);
    for (QLabel* label : {m_device, m_memory, m_cacheText, m_message}) {
        label->setTextFormat(Qt::PlainText);
        makeMuted(*label);
    }
    m_reviewed->setObjectName(QStringLiteral("statusReviewed"));
    m_reviewed->setAutoRaise(true);
    m_truncated->setAutoRaise(true);
    m_truncated->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_truncated->setIcon(themedIcon(QStringLiteral("warning"), IconInk::Notice));
    m_languageButton->setAutoRaise(true);
    m_languageButton->setPopupMode(QToolButton::InstantPopup);
    m_languageButton->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(m_languageButton);
    for (const Language language : {Language::English, Language::SimplifiedChinese}) {
        QAction* action = menu->addAction(nativeName(language), this, [this, language] { emit languageChosen(language); });
        action->setObjectName(language == Language::English ? QStringLiteral("languageEnglish") : QStringLiteral("languageChinese"));
    }
    m_languageButton->setMenu(menu);

    auto* layout = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    layout->setContentsMargins(gap * 3 / 2, 1, gap, 0);
    layout->setSpacing(gap * 2);
    auto* local = new QHBoxLayout;
    local->setSpacing(gap / 2);
    local->addWidget(m_localIcon);
    local->addWidget(m_local);
    layout->addLayout(local);
    for (QWidget* part : std::initializer_list<QWidget*>{m_device, m_memory, m_cacheText, m_truncated}) layout->addWidget(part);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_reviewed);
    layout->addWidget(m_languageButton);

    m_messageTimer->setSingleShot(true);
    connect(m_messageTimer, &QTimer::timeout, m_message, &QLabel::clear);
    connect(m_truncated, &QToolButton::clicked, this, &StatusStrip::truncatedWanted);
    connect(m_reviewed, &QToolButton::clicked, this, &StatusStrip::unreviewedWanted);
    connect(&session, &LabelingSession::reviewsChanged, this, &StatusStrip::showReviewed);
    connect(&session, &LabelingSession::datasetChanged, this, &StatusStrip::showReviewed);
    connect(&session, &LabelingSession::modelsInUseChanged, this, &StatusStrip::showDevice);
    connect(&session, &LabelingSession::decisionsChanged, this, &StatusStrip::showTruncated);
    EngineBridge& bridge = session.bridge();
    connect(&bridge, &EngineBridge::modelsFound, this, [this](const ModelsFound& event) {
        m_devices = event.devices;
        showDevice();
    });
    connect(&bridge, &EngineBridge::planReady, this, [this](const PlanReady& event) {
        m_planned = event.plan.models;
        showDevice();
    });
    connect(&bridge, &EngineBridge::cacheState, this, [this](const CacheState& event) {
        m_cache = event.statistics;
        showDevice();
    });
    connect(&session, &LabelingSession::runStateChanged, this, [this] {
        if (m_session.runningJob() == 0) m_session.bridge().engine().cacheStatistics();
    });
    retranslateUi();
}

void StatusStrip::setLanguage(Language language) {
    m_language = language;
    retranslateUi();
}

void StatusStrip::announce(const QString& text) {
    m_message->setText(text);
    m_messageTimer->start(messageMs);
}

void StatusStrip::retranslateUi() {
    const ThemeColours& colours = themeColours(palette());
    QPalette good = m_local->palette();
    good.setColor(QPalette::WindowText, colours.good);
    m_local->setPalette(good);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_local->setFont(bold);
    m_local->setText(tr("Local only"));
    m_local->setToolTip(tr("Texts, labels and results stay on this computer; the program opens no connection unless you download a model"));
    m_localIcon->setPixmap(themedIcon(QStringLiteral("local"), IconInk::Muted).pixmap(QSize(14, 14), devicePixelRatioF()));
    m_languageButton->setText(nativeName(effectiveLanguage(m_language)));
    m_languageButton->setToolTip(tr("Language"));
    m_languageButton->setAccessibleName(tr("Language"));
    showDevice();
    showTruncated();
    showReviewed();
}

void StatusStrip::showDevice() {
    const std::vector<ModelUse>& uses = m_planned.empty() ? m_session.modelsInUse() : m_planned;
    QStringList texts;
    QStringList hints;
    std::uint64_t memory = 0;
    std::uint64_t total = 0;
    for (const ModelUse& use : uses) {
        const auto device = std::find_if(m_devices.begin(), m_devices.end(), [&use](const Device& d) { return d.id == use.device; });
        const QString name = QString::fromStdString(device == m_devices.end() || device->name.empty() ? use.device : device->name);
        const QString text = QStringLiteral("%1 · %2").arg(name, QLatin1String(precisionName(use.precision)));
        if (!texts.contains(text)) texts << text;
        hints << QStringLiteral("%1: %2").arg(QString::fromStdString(use.reading.modelName), QString::fromStdString(use.kernel));
        for (const std::string& note : use.notes) hints << QString::fromStdString(note);
        memory += use.memoryBytes;
        if (device != m_devices.end()) total = std::max(total, device->memoryTotal);
    }
    m_device->setText(texts.join(QStringLiteral(", ")));
    m_device->setToolTip(QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(hints.join(QLatin1Char('\n')).toHtmlEscaped()));
    m_device->setVisible(!texts.isEmpty());
    m_memory->setVisible(memory > 0);
    m_memory->setText(total > 0 ? tr("Memory %1 / %2").arg(bytesText(memory), bytesText(total)) : tr("Memory %1").arg(bytesText(memory)));
    m_memory->setToolTip(tr("Weights and one batch, of the device's memory"));
    m_cacheText->setVisible(m_cache.has_value());
    if (m_cache) {
        m_cacheText->setText(tr("Cache %1").arg(bytesText(m_cache->fileBytes)));
        m_cacheText->setToolTip(
            tr("%1 scores and %2 embeddings that no later run computes again")
                .arg(QLocale().toString(qulonglong(m_cache->scores)), QLocale().toString(qulonglong(m_cache->embeddings))));
    }
}

void StatusStrip::showTruncated() {
    const std::uint64_t count = m_session.decisions() ? m_session.decisions()->truncated : 0;
    m_truncated->setVisible(count > 0);
    m_truncated->setText(tr("%n text(s) truncated", nullptr, static_cast<int>(count)));
    m_truncated->setToolTip(tr("Longer than the model reads; their end was not taken into account. Click to see them"));
}

void StatusStrip::showReviewed() {
    const std::size_t texts = m_session.dataset() ? m_session.dataset()->size() : 0;
    const ReviewTable& reviews = m_session.reviews();
    m_reviewed->setVisible(texts > 0);
    const QLocale locale;
    m_reviewed->setText(tr("Reviewed %1 / %2").arg(locale.toString(qulonglong(reviews.decidedRows())), locale.toString(qulonglong(texts))));
    QStringList lines{tr("%n text(s) put off", nullptr, static_cast<int>(reviews.deferredRows())),
                      tr("%n text(s) flagged", nullptr, static_cast<int>(reviews.flaggedRows()))};
    if (m_session.waitingReviews() > 0)
        lines << tr("%n decision(s) wait for texts that are not open; they come back with them", nullptr,
                    static_cast<int>(m_session.waitingReviews()));
    lines << tr("Click to see what is not reviewed yet");
    m_reviewed->setToolTip(QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(lines.join(QLatin1Char('\n'))));
}

void StatusStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) retranslateUi();
    QWidget::changeEvent(event);
}

void StatusStrip::paintEvent(QPaintEvent*) { QPainter(this).fillRect(QRect(0, 0, width(), 1), themeColours(palette()).line); }

}  // namespace labelwright::ui
