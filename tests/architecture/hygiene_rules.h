#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/architecture/source_file.h"

namespace labelwright::architecture {

/// Path of a file that a rule passes over -> why.
using Exceptions = std::map<std::string, std::string>;

std::vector<Violation> tooLongFiles(const std::vector<SourceFile>& sources, std::size_t mostLines, const Exceptions& exceptions);

/// Chinese, Japanese or Korean in a literal: what people read belongs in translations/, in resources/ or in tests. Comments may hold any.
std::vector<Violation> cjkLiterals(const std::vector<SourceFile>& sources, const Exceptions& exceptions);

/// Types, namespaces and files whose names tell no job: ...Manager, ...Helper, ...Util(s). Names of Qt's classes are Qt's.
std::vector<Violation> emptyNames(const std::vector<SourceFile>& sources);

/// Exceptions that no longer name a file which needs them.
std::vector<Violation> staleExceptions(const Exceptions& exceptions, const std::vector<Violation>& withoutExceptions);

}  // namespace labelwright::architecture
