#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace labelwright::ui {

/// Widgets beside each other, going on in the next line where the width ends, like words. A widget wider than the line is made as wide as
/// the line.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    enum class Place { Yes, No };
    int arrange(const QRect& rect, Place place) const;  ///< gives the height

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

}  // namespace labelwright::ui
