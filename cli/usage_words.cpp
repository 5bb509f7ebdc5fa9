// SPDX-License-Identifier: MIT
#include "cli/usage_words.h"

#include <algorithm>

#include "schema/nearest.h"

namespace attache {
namespace {

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options({})) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::vector<std::string> part_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* part : app.get_subcommands({})) names.push_back(part->get_name());
  return names;
}

/// "attache review"
std::string words_to(const CLI::App& app) {
  return (app.get_parent() == nullptr ? "" : words_to(*app.get_parent()) + " ") + app.get_name();
}

/// What was named on the line: the root, a command, a part of it.
std::vector<const CLI::App*> named(const CommandLine& line) {
  std::vector<const CLI::App*> apps{line.root.get()};
  while (!apps.back()->get_subcommands().empty())
    apps.push_back(apps.back()->get_subcommands().front());
  return apps;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known,
                         const std::string& otherwise) {
  const std::vector<std::string> guesses = nearest(word, known);
  return guesses.empty() ? otherwise : "did you mean '" + guesses.front() + "'?";
}

/// Of a query, how a word that begins with dashes is looked for.
std::string dash_hint(const Command* command) {
  return command != nullptr && command->app->get_name() == "search"
             ? " (a word of a query that begins with -- stands behind a -- of its own)"
             : "";
}

/// The parts of a command that have an option: "review accept".
std::vector<std::string> parts_with(const CLI::App& command, const std::string& option) {
  std::vector<std::string> parts;
  for (const CLI::App* part : command.get_subcommands({}))
    if (part->get_option_no_throw(option) != nullptr)
      parts.push_back(command.get_name() + " " + part->get_name());
  return parts;
}

/// The commands that do have an option, where the one that was named has not: other parts of that
/// one, or else commands; the first of them, where they are many.
std::string owners_of(const CommandLine& line, const std::string& option) {
  constexpr std::size_t few = 4;
  const Command* const chosen = chosen_command(line);
  std::vector<std::string> owners;
  if (chosen != nullptr) owners = parts_with(*chosen->app, option);
  if (owners.empty())
    for (const Command& command : line.commands)
      if (command.app->get_option_no_throw(option) != nullptr)
        owners.push_back(command.app->get_name());
  if (owners.size() <= few) return comma_list(owners);
  owners.resize(few);
  return comma_list(owners) + " and others";
}

/// Whether a command takes nothing but options.
bool takes_options_alone(const CLI::App& app) {
  const auto all = app.get_options({});
  return app.get_subcommands({}).empty() &&
         std::all_of(all.begin(), all.end(),
                     [](const CLI::Option* option) { return option->nonpositional(); });
}

}  // namespace

const Command* chosen_command(const CommandLine& line) {
  for (const Command& command : line.commands) {
    if (command.app->parsed()) return &command;
  }
  return nullptr;
}

std::string help_of(const CommandLine& line) {
  std::string words;
  for (const CLI::App* app : named(line)) words += app->get_name() + " ";
  return words + "--help";
}

std::string see_help(const CommandLine& line) { return "see '" + help_of(line) + "'"; }

std::string unknown_command(const CLI::App& app, const std::string& word) {
  const std::vector<std::string> names = part_names(app);
  const std::string help = "see '" + words_to(app) + " --help'";
  return "unknown command '" + word + "'; " +
         did_you_mean(
             word, names,
             app.get_parent() == nullptr ? help : "there are " + comma_list(names) + "; " + help);
}

std::string explain_extras(const CommandLine& line, const std::vector<std::string>& behind_dashes) {
  const Command* command = chosen_command(line);
  for (const std::string& word : line.root->remaining(true)) {
    const bool behind =
        std::find(behind_dashes.begin(), behind_dashes.end(), word) != behind_dashes.end();
    if (behind && word.size() > 1 && word.front() == '-')
      return "unexpected argument '" + word +
             "': behind -- there are no options; put them before it";
    if (word.size() > 1 && word.front() == '-') {
      const std::string name = word.substr(0, word.find('='));
      std::vector<std::string> known;
      for (const CLI::App* app : named(line))
        for (const std::string& option : option_names(*app)) known.push_back(option);
      const std::string owners = owners_of(line, name);
      return "unknown option '" + name + "'; " +
             (owners.empty() ? did_you_mean(name, known, see_help(line))
                             : "it is an option of " + owners) +
             dash_hint(command);
    }
    const CLI::App& app = *named(line).back();
    if (!app.get_subcommands({}).empty()) return unknown_command(app, word);
    return "unexpected argument '" + word + "'; " +
           (takes_options_alone(app) ? app.get_name() + " takes options alone; " : "") +
           see_help(line);
  }
  return "unexpected arguments; " + see_help(line);
}

}  // namespace attache
