// SPDX-License-Identifier: MIT
#include "cli/commands/completion_words.h"

#include <algorithm>
#include <map>

namespace attache {
namespace {

/// The values of CLI::IsMember stand in the type's name, as "NAME:{a,b}".
std::vector<std::string> listed_values(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}');
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

/// The columns that the help of --columns lists, "Columns to show, of a, b, c; or all".
std::vector<std::string> columns_of(const CLI::App& app) {
  const CLI::Option* option = app.get_option_no_throw("--columns");
  if (option == nullptr) return {};
  const std::string help = option->get_description();
  const std::string opening = "Columns to show, of ";
  const std::size_t end = help.find(';');
  if (!help.starts_with(opening) || end == std::string::npos) return {};
  std::vector<std::string> columns;
  for (std::string& word :
       CLI::detail::split(help.substr(opening.size(), end - opening.size()), ',')) {
    CLI::detail::trim(word);
    if (word.find(' ') == std::string::npos) columns.push_back(word);
  }
  return columns;
}

bool names_columns(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  return type == "A,B,..." || type == "COLUMN";
}

/// What the values of a type are called where a knowledge base is asked for them.
std::string source_of_type(const std::string& type, const std::string& command) {
  static const std::map<std::string, std::string> sources = {
      {"NORM", "norms"},     {"THEME", "themes"},           {"ROLE", "roles"},
      {"KIND", "kinds"},     {"INSTRUMENT", "instruments"}, {"COUNTRY", "countries"},
      {"TYPE", "offices"},   {"DOCUMENT", "documents"},     {"KEY=VALUE", "metadata"},
      {"REF", "references"}, {"ACTOR", "actors"},           {"A", "sides"},
      {"B", "sides"}};
  if (type == "NAME" && (command == "organizations" || command == "leaders")) return command;
  if (type == "NAME" && (command == "trend" || command == "graph" || command == "crosscheck"))
    return "organizations";
  const auto found = sources.find(type);
  return found == sources.end() ? std::string() : found->second;
}

OptionWords words_of(const CLI::App& app, const CLI::Option& option) {
  OptionWords words;
  for (const std::string& name : option.get_lnames()) words.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) words.names.push_back("-" + name);
  words.help = option.get_description();
  words.values = names_columns(option) ? columns_of(app) : listed_values(option);
  if (words.values.empty() && option.get_lnames() != std::vector<std::string>{"format"})
    words.source = source_of_type(option.get_type_name(), app.get_name());
  words.takes_value = option.get_items_expected_max() > 0;
  return words;
}

}  // namespace

std::vector<OptionWords> options_of(const CLI::App& app) {
  std::vector<OptionWords> out;
  for (const CLI::Option* option : app.get_options({}))
    if (option->nonpositional()) out.push_back(words_of(app, *option));
  if (app.get_parent() == nullptr) return out;
  for (const CLI::App* part : app.get_subcommands({}))
    for (OptionWords& words : options_of(*part)) {
      const bool known = std::any_of(out.begin(), out.end(), [&](const OptionWords& other) {
        return other.names.front() == words.names.front();
      });
      if (!known) out.push_back(std::move(words));
    }
  return out;
}

std::vector<std::string> argument_values(const CLI::App& app) {
  std::vector<std::string> values;
  for (const CLI::App* part : app.get_subcommands({})) values.push_back(part->get_name());
  for (const CLI::Option* option : app.get_options({})) {
    if (option->nonpositional()) continue;
    for (std::string& value : listed_values(*option)) values.push_back(std::move(value));
    if (option->get_name() != "COMMAND" || app.get_parent() == nullptr) continue;
    for (const CLI::App* command : app.get_parent()->get_subcommands({}))
      values.push_back(command->get_name());
  }
  return values;
}

std::string argument_source(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options({}))
    if (!option->nonpositional())
      if (std::string source = source_of_type(option->get_name(), ""); !source.empty())
        return source;
  for (const CLI::App* part : app.get_subcommands({}))
    if (std::string source = argument_source(*part); !source.empty()) return source;
  return {};
}

std::vector<std::pair<std::string, std::string>> known_sources() {
  const auto slugs = [](const std::string& name) {
    return "_attache_ask vocabulary " + name + " --columns slug";
  };
  const std::string documents = "_attache_ask documents --columns document";
  std::string references = documents;
  for (const char* table : {"principles", "priorities", "organizations", "leaders"})
    references += std::string("; case $2 in */*) _attache_ask ") + table +
                  " --document \"${2%%/*}\" --columns ref ;; esac";
  return {{"documents", documents},
          {"references", references},
          {"organizations", "_attache_ask organizations --distinct name"},
          {"leaders", "_attache_ask leaders --distinct name"},
          {"actors", slugs("countries") + "; " + slugs("bodies")},
          {"sides", slugs("countries") + "; " + documents},
          {"*", "_attache_ask vocabulary \"$1\" --columns slug"}};
}

std::string shell_quoted(const std::string& text, bool fish) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += fish ? "\\'" : "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string joined_words(const std::vector<std::string>& words) {
  return CLI::detail::join(words, " ");
}

}  // namespace attache
