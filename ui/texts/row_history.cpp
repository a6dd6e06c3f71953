#include "ui/texts/row_history.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>

#include "ui/common/card.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t shownChanges = 6;
/// Somebody who goes from text to text with a key held down asks nothing.
constexpr int pauseMs = 120;

}  // namespace

RowHistory::RowHistory(LabelingSession& session, QWidget* parent) : QLabel(parent), m_session(session) {
    setObjectName(QStringLiteral("rowHistory"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    makeMuted(*this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RowHistory::ask);
    connect(&session, &LabelingSession::reviewsChanged, this, [this] { m_timer.start(pauseMs); });
    connect(&session.bridge(), &EngineBridge::rowHistoryRead, this, [this](const RowHistoryRead& event) {
        if (event.job == m_job && event.job != 0) show(event.changes);
    });
    show({});
}

void RowHistory::setRow(std::optional<std::uint32_t> row) {
    if (row != m_row) show({});
    m_row = row;
    m_job = 0;
    m_timer.start(pauseMs);
}

void RowHistory::ask() {
    const bool known = m_row && m_session.dataset() && *m_row < m_session.dataset()->size();
    m_job = known ? m_session.bridge().engine().readRowHistory(*m_row, shownChanges) : 0;
}

void RowHistory::show(const std::vector<RowChange>& changes) {
    m_changes = changes;
    QStringList lines;
    for (const RowChange& change : changes) lines << line(change);
    setText(lines.join(QLatin1Char('\n')));
    setVisible(!lines.isEmpty());
}

QString RowHistory::line(const RowChange& change) const {
    const QString when = QLocale().toString(QDateTime::fromSecsSinceEpoch(change.entry.madeAt), QLocale::ShortFormat);
    const QString what = QString::fromStdString(change.entry.text);
    QStringList result;
    if (change.after.decided) {
        QStringList names;
        for (const LabelId& id : change.after.labels) names << m_session.labelName(id);
        result << (names.isEmpty() ? tr("no label") : names.join(tr(", ", "between labels")));
    } else {
        result << tr("open");
    }
    if (change.after.deferred) result << tr("put off");
    if (change.after.flagged) result << tr("flagged");
    const QString who = QString::fromStdString(change.entry.who);
    const QString came = result.join(tr(", ", "between states of a text"));
    if (change.entry.place.act == HistoryAct::Undone) return tr("%1 · %2 took back “%3”: %4").arg(when, who, what, came);
    return tr("%1 · %2: %3").arg(when, who, came);
}

void RowHistory::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) show(m_changes);
    QLabel::changeEvent(event);
}

}  // namespace labelwright::ui
