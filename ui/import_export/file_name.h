#pragma once

#include <QFile>
#include <QString>
#include <filesystem>

namespace labelwright::ui {

inline std::filesystem::path pathOf(const QString& file) { return QFile::encodeName(file).toStdString(); }
inline QString fileOf(const std::filesystem::path& path) { return QFile::decodeName(QByteArray::fromStdString(path.string())); }

}  // namespace labelwright::ui
