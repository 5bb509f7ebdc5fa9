// SPDX-License-Identifier: MIT
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

std::string action_of(const std::vector<std::string>& values, const std::string& source,
                      const std::string& otherwise) {
  std::string action;
  if (!values.empty()) action = "_attache_list " + joined_words(values);
  if (!source.empty()) action += (action.empty() ? "" : "; ") + ("_attache_values " + source);
  return action.empty() ? otherwise : "{" + action + "}";
}

void options(std::string& out, const CLI::App& app) {
  for (const OptionWords& option : options_of(app)) {
    for (const std::string& name : option.names) {
      std::string spec = "*" + name + "[" + escaped(option.help) + "]";
      if (option.takes_value) spec += ":value:" + action_of(option.values, option.source, "_files");
      out += " \\\n        " + shell_quoted(spec);
    }
  }
}

// Of a list only what is behind the last comma is completed; what holds spaces is quoted by
// compadd.
constexpr const char* helpers = R"sh(_attache_ask() {
  local -a db
  local at=${words[(I)--db]}
  (( at )) && db=(--db "${(Q)words[at+1]}")
  command attache $db "$@" --tsv --no-header --quiet --wait 0 2>/dev/null </dev/null
}
_attache_values() {
  local word=${(Q)PREFIX}
  local -a values
  values=("${(@f)$(_attache_known $1 $word)}")
  compset -P '*,'
  compadd -- ${values:#}
}
_attache_list() {
  compset -P '*,'
  compadd -- "$@"
}
)sh";

std::string known() {
  std::string out = "_attache_known() {\n  case $1 in\n";
  for (const auto& [source, command] : known_sources())
    out += "    (" + source + ") " + command + " ;;\n";
  return out + "  esac\n}\n";
}

}  // namespace

std::string zsh_script(const CLI::App& root) {
  std::string out =
      "#compdef attache\n# zsh completion for attache; made by `attache completion zsh`\n";
  out += helpers + known() + "_attache() {\n";
  out += "  local curcontext=$curcontext state line\n  local -a commands\n  commands=(\n";
  for (const CLI::App* command : root.get_subcommands({}))
    out += "    " + shell_quoted(command->get_name() + ":" + escaped(command->get_description())) +
           "\n";
  out += "  )\n  _arguments -C";
  options(out, root);
  out += " \\\n        '1:command:->command' '*::argument:->argument'\n";
  out +=
      "  case $state in\n    command) _describe command commands ;;\n    argument)\n      case "
      "$line[1] in\n";
  for (const CLI::App* command : root.get_subcommands({})) {
    out += "        " + command->get_name() + ") _arguments";
    options(out, *command);
    out += " \\\n        " +
           shell_quoted("*:value:" +
                        action_of(argument_values(*command), argument_source(*command), "_files")) +
           " ;;\n";
  }
  out += "      esac ;;\n  esac\n}\n";
  // Found in fpath, the file's first run is a completion already; sourced, it only makes itself
  // known.
  return out +
         "if [ \"$funcstack[1]\" = _attache ]; then _attache \"$@\"; else compdef _attache "
         "attache; fi\n";
}

}  // namespace attache
