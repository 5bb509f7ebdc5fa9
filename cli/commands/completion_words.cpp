// SPDX-License-Identifier: MIT
#include "cli/commands/completion_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

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

/// The values of an option that names columns. All columns are one value of --columns; rows of
/// documents are grouped by their year and decade besides.
std::vector<std::string> named_columns(const CLI::App& app, const CLI::Option& option) {
  const std::string type = option.get_type_name();
  if (type != "A,B,..." && type != "COLUMN") return {};
  std::vector<std::string> columns = columns_of(app);
  const auto add = [&](const char* name) {
    if (std::find(columns.begin(), columns.end(), name) == columns.end())
      columns.emplace_back(name);
  };
  if (option.check_lname("columns")) add("all");
  for (const char* groups : {"count-by", "distinct", "first", "last"})
    if (option.check_lname(groups)) add("year"), add("decade");
  return columns;
}

/// What the values of a type are called where a knowledge base is asked for them.
std::string source_of_type(const std::string& type) {
  static const std::map<std::string, std::string> sources = {{"NORM", "norms"},
                                                             {"THEME", "themes"},
                                                             {"ROLE", "roles"},
                                                             {"KIND", "kinds"},
                                                             {"INSTRUMENT", "instruments"},
                                                             {"COUNTRY", "countries"},
                                                             {"REGION", "regions"},
                                                             {"TYPE", "offices"},
                                                             {"DOCUMENT", "documents"},
                                                             {"KEY=VALUE", "metadata"},
                                                             {"REF", "references"},
                                                             {"ACTOR", "actors"},
                                                             {"POLARITY", "polarities"},
                                                             {"COLUMN=VALUE", "amendments"},
                                                             {"STATE", "countries"},
                                                             {"A", "sides"},
                                                             {"B", "sides"}};
  const auto found = sources.find(type);
  return found == sources.end() ? std::string() : found->second;
}

/// "attache review accept" without its first word.
std::string words_above(const CLI::App& app) {
  if (app.get_parent() == nullptr) return {};
  const std::string above = words_above(*app.get_parent());
  return above.empty() ? app.get_name() : above + " " + app.get_name();
}

bool is_review(const std::string& words) { return words.starts_with("review "); }

/// What stands for names and people, which are of another kind in each command.
std::string source_of_name(const std::string& words, const CLI::Option& option) {
  if (option.check_lname("by")) return is_review(words) ? "reviewers" : "";
  if (option.check_lname("sample")) return words == "review precision" ? "samples" : "";
  if (!option.check_lname("name")) return {};
  return words == "leaders" ? "leaders" : "organizations";
}

bool names_files(const std::string& type) {
  static const std::set<std::string> types{"FILE", "DIR", "PATH", "NAME=FILE", "IN", "OUT"};
  return types.count(type) > 0;
}

Candidates candidates_of(const CLI::App& app, const CLI::Option& option, std::string type) {
  const std::string words = words_above(app);
  Candidates found;
  found.values = named_columns(app, option);
  if (found.values.empty()) found.values = listed_values(option);
  if (!found.values.empty()) return found;
  found.source = type == "NAME" ? source_of_name(words, option) : source_of_type(type);
  if (words == "review undo" && type == "REF") found.source = "decided";
  else if (is_review(words) && type == "REF") found.source = "rows";
  found.files = names_files(type);
  if (words == "explain" && type == "FILE") found.source = "references";
  if (words == "remove" && type == "DOCUMENT") found.files = true;
  return found;
}

OptionWords words_of(const CLI::App& app, const CLI::Option& option) {
  OptionWords words;
  for (const std::string& name : option.get_lnames()) words.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) words.names.push_back("-" + name);
  words.help = option.get_description();
  words.takes_value = option.get_items_expected_max() > 0;
  if (words.takes_value) words.candidates = candidates_of(app, option, option.get_type_name());
  return words;
}

void add_argument(Candidates& arguments, const CLI::App& app, const CLI::Option& option) {
  Candidates found = candidates_of(app, option, option.get_name());
  if (option.get_name() == "COMMAND" && app.get_parent() != nullptr)
    for (const CLI::App* command : app.get_parent()->get_subcommands({}))
      found.values.push_back(command->get_name());
  arguments.values.insert(arguments.values.end(), found.values.begin(), found.values.end());
  if (arguments.source.empty()) arguments.source = found.source;
  arguments.files = arguments.files || found.files;
}

void add_commands(std::vector<CommandWords>& all, const CLI::App& app) {
  CommandWords command;
  command.words = words_above(app);
  for (const CLI::Option* option : app.get_options({})) {
    if (option->nonpositional()) command.options.push_back(words_of(app, *option));
    else add_argument(command.arguments, app, *option);
  }
  const auto parts = app.get_subcommands({});
  for (const CLI::App* part : parts)
    command.parts.emplace_back(part->get_name(), part->get_description());
  all.push_back(std::move(command));
  for (const CLI::App* part : parts) add_commands(all, *part);
}

/// Help of a command that has parts goes on with them, "help review accept".
void add_parts_of_help(std::vector<CommandWords>& all) {
  const auto help = std::find_if(all.begin(), all.end(),
                                 [](const CommandWords& one) { return one.words == "help"; });
  if (help == all.end()) return;
  std::vector<CommandWords> further;
  for (const auto& [name, description] : all.front().parts) {
    const auto command = std::find_if(all.begin(), all.end(),
                                      [&](const CommandWords& one) { return one.words == name; });
    if (command == all.end() || command->parts.empty()) continue;
    std::erase(help->arguments.values, name);
    help->parts.emplace_back(name, description);
    CommandWords of_parts{"help " + name, help->options, {}, {}};
    for (const auto& part : command->parts) of_parts.arguments.values.push_back(part.first);
    further.push_back(std::move(of_parts));
  }
  all.insert(all.end(), further.begin(), further.end());
}

}  // namespace

std::vector<CommandWords> all_commands(const CLI::App& root) {
  std::vector<CommandWords> all;
  add_commands(all, root);
  add_parts_of_help(all);
  return all;
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
