#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace labelwright::cli {

/// A number from 0 to 1; NaN is none.
CLI::Validator betweenZeroAndOne();
/// A finite number above 0.
CLI::Validator aboveZero();
/// For names and files: an empty value is most often a variable of a script that was not set, so it is refused instead of passed over.
CLI::Validator notEmpty();

/// An option that takes one of some words, each standing for a value of an enum; --help lists the words.
template <typename Value>
CLI::Option* addChoice(CLI::App& command, const std::string& name, Value& target, std::vector<std::pair<std::string, Value>> choices,
                       const std::string& description) {
    std::vector<std::string> words;
    for (const auto& choice : choices) words.push_back(choice.first);
    const auto store = [&target, choices = std::move(choices)](const std::string& word) {
        const auto chosen = std::find_if(choices.begin(), choices.end(), [&](const auto& choice) { return choice.first == word; });
        if (chosen != choices.end()) target = chosen->second;  // the check below has refused all others
    };
    return command.add_option_function<std::string>(name, store, description)->type_name("")->check(CLI::IsMember(std::move(words)));
}

}  // namespace labelwright::cli
