// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/commands/completion_words.h"

namespace attache {
namespace {

/// In a specification brackets and colons have a meaning.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

/// Nothing is " ": where a specification has no action, zsh lists messages.
std::string action_of(const Candidates& candidates) {
  std::string action;
  const auto add = [&](const std::string& words) {
    action += (action.empty() ? "" : "; ") + words;
  };
  if (!candidates.values.empty()) add("_attache_list " + joined_words(candidates.values));
  if (!candidates.source.empty()) add("_attache_values " + candidates.source);
  if (candidates.files) add("_files");
  return action.empty() ? " " : "{" + action + "}";
}

void options(std::string& out, const CommandWords& command) {
  for (const OptionWords& option : command.options) {
    for (const std::string& name : option.names) {
      // A long option takes its value behind a blank or an equals sign.
      const bool equals = option.takes_value && name.starts_with("--");
      std::string spec = "*" + name + (equals ? "=" : "") + "[" + escaped(option.help) + "]";
      if (option.takes_value) spec += ":value:" + action_of(option.candidates);
      out += " \\\n    " + shell_quoted(spec);
    }
  }
}

/// "_attache_at_review_accept"
std::string function_of(const std::string& words) {
  std::string name = "_attache_at_" + words;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

// Of a list only what is behind the last comma is completed, and not by what stands before; what
// holds spaces is quoted by compadd. A part of a reference, or a column, is gone on with.
constexpr const char* helpers = R"sh(_attache_ask() {
  command attache $_attache_db "$@" --tsv --no-header --quiet --wait 0 2>/dev/null </dev/null
}
# Those of some values that the list does not have yet.
_attache_fresh() {
  local -a all=("$@") there=("${(@s:,:)${(Q)PREFIX}}")
  there[-1]=()
  fresh=(${all:|there})
}
_attache_values() {
  local word=${(Q)PREFIX}
  local -a values fresh
  values=("${(@f)$(_attache_known $1 ${word##*,})}")
  values=(${values:#})
  _attache_fresh "${values[@]}"
  values=("${fresh[@]}")
  compset -P '*,'
  compadd -S '' -- ${(M)values:#*[/=]}
  compadd -- ${values:#*[/=]}
}
_attache_list() {
  local -a fresh
  _attache_fresh "$@"
  compset -P '*,'
  compadd -- "${fresh[@]}"
}
)sh";

/// A function that completes what is behind the words of a command.
std::string function(const CommandWords& command, const CommandWords& root) {
  std::string out = function_of(command.words) + "() {\n  local state line\n  _arguments -C";
  options(out, command);
  options(out, root);
  if (command.parts.empty())
    return out + " \\\n    " + shell_quoted("*:value:" + action_of(command.arguments)) + "\n}\n";
  std::string names;
  for (const auto& [name, help] : command.parts) names += (names.empty() ? "" : " ") + name;
  out += " \\\n    " + shell_quoted("1:part:{_attache_list " + names + "}") +
         " '*::argument:->argument'\n";
  out += "  [[ $state == argument ]] || return\n  case $line[1] in\n";
  for (const auto& [name, help] : command.parts)
    out += "    (" + name + ") " + function_of(command.words + " " + name) + " ;;\n";
  return out + "  esac\n}\n";
}

}  // namespace

std::string zsh_script(const CLI::App& root) {
  const std::vector<CommandWords> commands = all_commands(root);
  const CommandWords& top = commands.front();
  std::string out =
      "#compdef attache\n# zsh completion for attache; made by `attache completion zsh`\n";
  out += helpers + known_function();
  for (const CommandWords& command : commands)
    if (!command.words.empty()) out += function(command, top);
  out +=
      "_attache() {\n  local curcontext=$curcontext state line\n  local -a commands _attache_db\n";
  out +=
      "  local at=${words[(I)--db=*]} file\n  (( at )) && file=${words[at]#--db=}\n"
      "  at=${words[(I)--db]}\n  (( at )) && file=${words[at+1]}\n"
      "  [[ -n $file ]] && _attache_db=(--db \"${${(Q)file}/#\\~\\//$HOME/}\")\n";
  out += "  commands=(\n";
  for (const auto& [name, help] : top.parts)
    out += "    " + shell_quoted(name + ":" + escaped(help)) + "\n";
  out += "  )\n  _arguments -C";
  options(out, top);
  out += " \\\n    '1:command:->command' '*::argument:->argument'\n";
  out +=
      "  case $state in\n    (command) _describe command commands ;;\n    (argument)\n      case "
      "$line[1] in\n";
  for (const auto& [name, help] : top.parts)
    out += "        (" + name + ") " + function_of(name) + " ;;\n";
  out += "      esac ;;\n  esac\n}\n";
  // Found in fpath, the file's first run is a completion already; sourced, it only makes itself
  // known.
  return out +
         "if [ \"$funcstack[1]\" = _attache ]; then _attache \"$@\"; else compdef _attache "
         "attache; fi\n";
}

}  // namespace attache
