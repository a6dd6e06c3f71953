#include "tests/architecture/hygiene_rules.h"

#include <algorithm>
#include <regex>
#include <sstream>

#include "core/base/utf8.h"

namespace labelwright::architecture {
std::vector<Violation> tooLongFiles(const std::vector<SourceFile>& sources, std::size_t mostLines, const Exceptions& exceptions) {
    std::vector<Violation> violations;
    for (const SourceFile& source : sources) {
        const std::size_t lines = lineCount(source.text);
        if (lines <= mostLines || exceptions.contains(source.path)) continue;
        violations.push_back(
            {source.path, lines, std::to_string(lines) + " lines; a file of one job has at most " + std::to_string(mostLines)});
    }
    return violations;
}

std::vector<Violation> cjkLiterals(const std::vector<SourceFile>& sources, const Exceptions& exceptions) {
    std::vector<Violation> violations;
    for (const SourceFile& source : sources) {
        if (exceptions.contains(source.path)) continue;
        for (const Literal& literal : lex(source.text).literals) {
            if (containsCjk(literal.content)) {
                violations.push_back({source.path, literal.line, "\"" + literal.content + "\" belongs in translations/ or resources/"});
            }
        }
    }
    return violations;
}

std::vector<Violation> emptyNames(const std::vector<SourceFile>& sources) {
    static const std::regex declaration(R"(\b(?:class|struct|union|enum|namespace)\s+(?:class\s+|struct\s+)?(\w+))");
    static const std::regex emptyType("^(?!Q[A-Z]).*([Mm]anager|[Hh]elpers?|[Uu]tils?|[Uu]tilities)$");
    static const std::regex emptyFile(R"(^(.*_)?(manager|helpers?|utils?|utilities)\.\w+$)");
    std::vector<Violation> violations;
    for (const SourceFile& source : sources) {
        const std::string file = source.path.substr(source.path.rfind('/') + 1);
        if (std::regex_match(file, emptyFile)) violations.push_back({source.path, 1, "the file's name tells no job"});
        std::istringstream lines(lex(source.text).code);
        std::string line;
        for (std::size_t number = 1; std::getline(lines, line); ++number) {
            for (std::sregex_iterator match(line.begin(), line.end(), declaration), end; match != end; ++match) {
                const std::string name = (*match)[1];
                if (std::regex_match(name, emptyType)) violations.push_back({source.path, number, "the name " + name + " tells no job"});
            }
        }
    }
    return violations;
}

std::vector<Violation> staleExceptions(const Exceptions& exceptions, const std::vector<Violation>& withoutExceptions) {
    std::vector<Violation> violations;
    for (const auto& [path, reason] : exceptions) {
        const bool needed = std::any_of(withoutExceptions.begin(), withoutExceptions.end(),
                                        [&](const Violation& violation) { return violation.file == path; });
        if (!needed) violations.push_back({path, 1, "is listed as an exception (" + reason + ") but needs none"});
    }
    return violations;
}

}  // namespace labelwright::architecture
