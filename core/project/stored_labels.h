#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/domain/label.h"
#include "core/project/label_version.h"
#include "core/storage/database.h"

namespace labelwright {

/// Makes these the labels in use and keeps them as version `labels.version`, within the caller's write transaction. A number that is there
/// already with the same labels stays untouched (an undo); with others it is replaced. Number 0 stands for
/// no labels and is not kept. InvalidArgument: two labels with one id.
Result<void> writeLabels(Database& database, const LabelSet& labels);
/// Those that had this number; no labels for 0. FileMalformed: they are missing.
Result<LabelSet> readLabelsOfVersion(Database& database, std::uint32_t number);
/// Those in use; an empty set with version 0 if none was stored.
Result<LabelSet> readLabels(Database& database);

/// The latest first, `most` of them.
Result<std::vector<LabelVersion>> readLabelVersions(Database& database, std::size_t most);
/// Every label that a version had, merged ones too, with its latest name.
Result<std::map<LabelId, std::string>> formerLabelNames(Database& database);
/// 0: none was stored.
Result<std::uint32_t> highestLabelVersion(Database& database);

}  // namespace labelwright
