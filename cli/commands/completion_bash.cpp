// SPDX-License-Identifier: MIT
#include "cli/commands/completion_words.h"

namespace attache {
namespace {

std::string option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const OptionWords& option : options_of(app))
    names.insert(names.end(), option.names.begin(), option.names.end());
  return joined_words(names);
}

void values(std::string& out, const CLI::App& app) {
  for (const OptionWords& option : options_of(app)) {
    if (!option.takes_value) continue;
    std::string pattern;
    for (const std::string& name : option.names) pattern += (pattern.empty() ? "" : "|") + name;
    out += "        " + pattern + ") ";
    if (!option.values.empty())
      out += "_attache_words " + shell_quoted(joined_words(option.values));
    else if (!option.source.empty())
      out += "_attache_offer < <(_attache_known " + option.source + " \"$current\")";
    else out += "_attache_files";
    out += "; return ;;\n";
  }
}

// What is offered may hold spaces, which readline escapes; what is typed may hold its escapes. Of a
// list only what is behind the last comma is completed.
constexpr const char* helpers = R"sh(_attache_ask() {
  attache "${_attache_db[@]}" "$@" --tsv --no-header --quiet --wait 0 2>/dev/null </dev/null
}
_attache_offer() {
  local candidate before=
  [[ $current == *,* ]] && before=${current%,*},
  while IFS= read -r candidate; do
    [[ $before$candidate == "$current"* ]] && COMPREPLY+=("$before$candidate")
  done
}
_attache_words() {
  local -a words
  IFS=' ' read -ra words <<< "$1"
  _attache_offer < <(printf '%s\n' "${words[@]}")
}
_attache_files() {
  local IFS=$'\n'
  COMPREPLY=($(compgen -f -- "$current"))
}
)sh";

constexpr const char* opening = R"sh(_attache() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word at
  local -a _attache_db=()
  COMPREPLY=()
  [[ $current == = ]] && current=
  [[ $previous == = ]] && previous=${COMP_WORDS[COMP_CWORD-2]}
  current=${current//\\/}
  current=${current#[\"\']}
  for ((at = 1; at < COMP_CWORD; ++at)); do
    [[ ${COMP_WORDS[at]} == --db ]] && _attache_db=(--db "${COMP_WORDS[at+1]}")
  done
)sh";

constexpr const char* closing = R"sh(  if [[ $current == -* ]]; then
    _attache_words "$options"
  elif [[ -n $words ]]; then
    _attache_words "$words"
  fi
  if [[ $current != -* && -n $source ]]; then
    _attache_offer < <(_attache_known "$source" "$current")
  elif [[ $current != -* && -z $words ]]; then
    _attache_files
  fi
}
complete -o filenames -F _attache attache
)sh";

std::string known() {
  std::string out = "_attache_known() {\n  case $1 in\n";
  for (const auto& [source, command] : known_sources())
    out += "    " + source + ") " + command + " ;;\n";
  return out + "  esac\n}\n";
}

}  // namespace

std::string bash_script(const CLI::App& root) {
  std::vector<std::string> names;
  for (const CLI::App* command : root.get_subcommands({})) names.push_back(command->get_name());
  std::string out = "# bash completion for attache; made by `attache completion bash`\n";
  out += helpers + known() + opening;
  out += "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case $word in\n      " +
         CLI::detail::join(names, "|") + ") command=$word; break ;;\n    esac\n  done\n";
  out += "  case $previous in\n";
  values(out, root);
  out += "  esac\n  local options=" + shell_quoted(option_names(root)) +
         " words= source=\n  case $command in\n";
  for (const CLI::App* command : root.get_subcommands({})) {
    out += "    " + command->get_name() + ")\n      case $previous in\n";
    values(out, *command);
    out += "      esac\n      options+=" + shell_quoted(" " + option_names(*command)) + "\n";
    out += "      words=" + shell_quoted(joined_words(argument_values(*command))) +
           " source=" + argument_source(*command) + " ;;\n";
  }
  return out + "    '') words=" + shell_quoted(joined_words(names)) + " ;;\n  esac\n" + closing;
}

}  // namespace attache
