// SPDX-License-Identifier: MIT
#include "cli/commands/completion_words.h"

namespace attache {
namespace {

// A line of the answer is a candidate, spaces and all, which fish quotes. Of a list only what is
// behind the last comma is completed, and not by what stands before.
constexpr const char* helpers = R"fish(function __attache_ask
    set -l db
    set -l line (commandline -opc)
    if set -l at (contains -i -- --db $line)
        set db --db $line[(math $at + 1)]
    else if set -l given (string match -r -- '^--db=.+' $line)
        set db $given[-1]
    end
    command attache $db $argv --tsv --no-header --quiet --wait 0 2>/dev/null </dev/null
end
function __attache_word
    commandline -ct | string replace -r -- '^--?[^=]*=' '' | string unescape
end
function __attache_list
    set -l before (string match -r -- '^.*,' (__attache_word))
    or set before ''
    set -l there (string split -- , $before)
    for value in $argv
        contains -- $value $there
        or echo $before$value
    end
end
)fish";

/// Whether the words so far are these of a command.
std::string at_function(const std::vector<CommandWords>& commands) {
  std::string out = "function __attache_at\n    set -l command\n";
  out += "    for word in (commandline -opc)[2..]\n        switch \"$command\"\n";
  for (const CommandWords& command : commands) {
    if (command.parts.empty()) continue;
    std::string names;
    for (const auto& [name, help] : command.parts) names += " " + name;
    out += "            case " + shell_quoted(command.words, true) +
           "\n                contains -- $word" + names +
           "; and set command (string trim \"$command $word\")\n";
  }
  return out + "        end\n    end\n    test \"$command\" = \"$argv\"\nend\n";
}

std::string command_of(const KnownAsk& ask) {
  std::string command;
  if (!ask.arguments.empty()) command = "__attache_ask " + ask.arguments;
  if (const auto at = command.find("@D"); at != std::string::npos)
    command.replace(at, 2, "(string split -f 1 / -- $word)");
  if (const auto at = command.find("\"$1\""); at != std::string::npos)
    command.replace(at, 4, "$argv[1]");
  if (!ask.filter.empty()) command += (command.empty() ? "" : " | ") + ask.filter;
  return command;
}

std::string known() {
  std::string out =
      "function __attache_known\n    set -l word (__attache_word | string replace -r -- '^.*,' "
      "'')\n"
      "    switch $argv[1]\n";
  for (const auto& [source, asks] : known_sources()) {
    out += "        case " + shell_quoted(source, true) + "\n";
    for (const KnownAsk& ask : asks) {
      const bool others = ask.when.starts_with("!");
      if (!ask.when.empty())
        out += std::string("            ") + (others ? "not " : "") + "string match -q -- " +
               shell_quoted(ask.when.substr(others ? 1 : 0), true) + " \"$word\"; and ";
      else out += "            ";
      out += command_of(ask) + "\n";
    }
  }
  return out + "    end\nend\n";
}

std::string candidates_of(const Candidates& candidates) {
  std::string out;
  if (!candidates.values.empty()) out = "(__attache_list " + joined_words(candidates.values) + ")";
  if (!candidates.source.empty())
    out +=
        (out.empty() ? "" : " ") + ("(__attache_list (__attache_known " + candidates.source + "))");
  return out;
}

void options(std::string& out, const CommandWords& command, const std::string& condition) {
  for (const OptionWords& option : command.options) {
    out += "complete -c attache" + condition;
    for (const std::string& name : option.names)
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (option.takes_value) out += option.candidates.files ? " -r -F" : " -x";
    const std::string candidates = candidates_of(option.candidates);
    if (!candidates.empty()) out += " -a " + shell_quoted(candidates, true);
    out += " -d " + shell_quoted(option.help, true) + "\n";
  }
}

}  // namespace

std::string fish_script(const CLI::App& root) {
  const std::vector<CommandWords> commands = all_commands(root);
  std::string out = "# fish completion for attache; made by `attache completion fish`\n";
  out += helpers + at_function(commands) + known();
  for (const CommandWords& command : commands) {
    const std::string condition = " -n " + shell_quoted("__attache_at " + command.words, true);
    options(out, command, command.words.empty() ? "" : condition);
    if (!command.arguments.files) out += "complete -c attache" + condition + " -f\n";
    for (const auto& [name, help] : command.parts)
      out += "complete -c attache -f" + condition + " -a " + name + " -d " +
             shell_quoted(help, true) + "\n";
    const std::string candidates = candidates_of(command.arguments);
    if (!candidates.empty())
      out += "complete -c attache" + condition + " -a " + shell_quoted(candidates, true) + "\n";
  }
  return out;
}

}  // namespace attache
