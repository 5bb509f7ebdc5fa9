// SPDX-License-Identifier: MIT
#include "cli/query_words.h"

#include <algorithm>

namespace attache {
namespace {

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

/// The option of the command, or of those above it, that has this name with its dashes.
const CLI::Option* option_named(const CLI::App* app, const std::string& name) {
  for (; app != nullptr; app = app->get_parent())
    if (const CLI::Option* option = app->get_option_no_throw(name)) return option;
  return nullptr;
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// Flags without a value, run together ("-qe").
bool are_flags(const CLI::App* app, const std::string& letters) {
  return std::all_of(letters.begin(), letters.end(), [&](char letter) {
    const CLI::Option* option = option_named(app, std::string("-") + letter);
    return option != nullptr && !takes_value(*option) && letter != 'h' && letter != 'V';
  });
}

/// Whether a word that begins with a dash is an option. Of a query a single dash with a word behind
/// it is none: it says what must not occur.
bool is_option(const CLI::App* app, const std::string& word, bool query) {
  if (word.size() < 2 || word.front() != '-') return false;
  if (!query || word[1] == '-') return true;
  const std::string first = word.substr(0, 2);
  const std::string rest = word.substr(2);
  const CLI::Option* option = option_named(app, first);
  if (rest.empty()) return option != nullptr;
  if (option != nullptr && takes_value(*option) && is_number(rest)) return true;
  return are_flags(app, word.substr(1));
}

/// Whether the value of the option is the next word.
bool wants_next(const CLI::App* app, const std::string& word) {
  const CLI::Option* option = option_named(app, word);
  return option != nullptr && takes_value(*option);
}

/// A part of the command of that name, or nullptr.
const CLI::App* part_of(const CLI::App* app, const std::string& name) {
  for (const CLI::App* part : app->get_subcommands({}))
    if (part->get_name() == name) return part;
  return nullptr;
}

/// A command line in two.
struct Apart {
  std::vector<std::string> options;  ///< commands and options with their values
  std::vector<std::string> words;    ///< arguments
};

Apart apart(const CLI::App& root, const std::vector<std::string>& args) {
  Apart found;
  const CLI::App* app = &root;
  for (std::size_t at = 0; at < args.size(); ++at) {
    const std::string& word = args[at];
    if (word == "--") {
      found.words.insert(found.words.end(), args.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                         args.end());
      break;
    }
    const CLI::App* part = found.words.empty() ? part_of(app, word) : nullptr;
    if (part != nullptr) app = part;
    if (part == nullptr && !is_option(app, word, app->get_name() == "search")) {
      found.words.push_back(word);
      continue;
    }
    found.options.push_back(word);
    if (part == nullptr && wants_next(app, word) && at + 1 < args.size())
      found.options.push_back(args[++at]);
  }
  return found;
}

}  // namespace

std::vector<std::string> with_arguments_apart(const CLI::App& root, std::vector<std::string> args) {
  Apart found = apart(root, args);
  const bool dashed =
      std::any_of(found.words.begin(), found.words.end(),
                  [](const std::string& word) { return word.size() > 1 && word.front() == '-'; });
  if (!dashed) return args;
  found.options.emplace_back("--");
  found.options.insert(found.options.end(), found.words.begin(), found.words.end());
  return std::move(found.options);
}

}  // namespace attache
