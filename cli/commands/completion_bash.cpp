// SPDX-License-Identifier: MIT
#include "cli/commands/completion_words.h"

namespace attache {
namespace {

// What is offered may hold spaces, which readline escapes; what is typed may hold its escapes. Of a
// list only what is behind the last comma is completed, and not by what stands before. Readline
// replaces what is behind the last = of a word.
constexpr const char* helpers = R"sh(_attache_ask() {
  attache "${_attache_db[@]}" "$@" --tsv --no-header --quiet --wait 0 2>/dev/null </dev/null
}
_attache_offer() {
  local candidate before=
  [[ $current == *,* ]] && before=${current%,*},
  while IFS= read -r candidate; do
    [[ ,$before == *",$candidate,"* ]] && continue
    [[ $before$candidate == "$current"* ]] && COMPREPLY+=("${before#"$kept"}${candidate#"$kept"}")
  done
}
_attache_words() {
  local -a words
  IFS=' ' read -ra words <<< "$1"
  _attache_offer < <(printf '%s\n' "${words[@]}")
}
_attache_files() {
  local IFS=$'\n'
  COMPREPLY+=($(compgen -f -- "$current"))
}
# The knowledge base that was named, as the shell would hand it over.
_attache_base() {
  local file=${1//\\/}
  file=${file#[\"\']}
  file=${file%[\"\']}
  _attache_db=(--db "${file/#\~\//$HOME/}")
}
# Values of a closed list, a source that the knowledge base is asked for, and whether files.
_attache_values() {
  [[ -n $1 ]] && _attache_words "$1"
  [[ -n $2 ]] && _attache_offer < <(_attache_known "$2" "${current##*,}")
  [[ -n $3 ]] && _attache_files
  [[ ${#COMPREPLY[@]} -eq 1 && $COMPREPLY == *[/=] ]] && compopt -o nospace 2>/dev/null
}
)sh";

// A word with = comes in pieces: it is put together again, and an option before it is parted.
constexpr const char* opening = R"sh(_attache() {
  local at=$COMP_CWORD current previous kept= command= word
  local -a _attache_db=()
  COMPREPLY=()
  current=${COMP_WORDS[at]}
  while [[ $at -gt 1 && ( ${COMP_WORDS[at]} == = || ${COMP_WORDS[at-1]} == = ) ]]; do
    ((--at))
    current=${COMP_WORDS[at]}$current
  done
  previous=${COMP_WORDS[at-1]}
  if [[ $current == --*=* ]]; then
    previous=${current%%=*}
    current=${current#*=}
  fi
  [[ $current == *=* ]] && kept=${current%=*}=
  current=${current//\\/}
  current=${current#[\"\']}
  for ((at = 1; at < COMP_CWORD; ++at)); do
    word=${COMP_WORDS[at]}
    if [[ $word == --db ]]; then
      [[ ${COMP_WORDS[at+1]} == = ]] && ((++at))
      word=--db=${COMP_WORDS[++at]}
    fi
    [[ $word == --db=* ]] && _attache_base "${word#--db=}"
    _attache_descend "$command" "$word" && command=${command:+$command }$word
  done
)sh";

constexpr const char* closing = R"sh(  if [[ $current == -* ]]; then
    _attache_words "$options"
  else
    _attache_values "$words" "$source" "$files"
  fi
}
complete -o filenames -F _attache attache
)sh";

std::string option_names(const CommandWords& command) {
  std::vector<std::string> names;
  for (const OptionWords& option : command.options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return joined_words(names);
}

std::string part_names(const CommandWords& command, const char* between) {
  std::string names;
  for (const auto& [name, help] : command.parts) names += (names.empty() ? "" : between) + name;
  return names;
}

std::string values_of(const Candidates& candidates) {
  return shell_quoted(joined_words(candidates.values)) + " '" + candidates.source + "' " +
         (candidates.files ? "yes" : "''");
}

/// What follows an option that takes a value.
void values(std::string& out, const CommandWords& command) {
  for (const OptionWords& option : command.options) {
    if (!option.takes_value) continue;
    std::string pattern;
    for (const std::string& name : option.names) pattern += (pattern.empty() ? "" : "|") + name;
    out += "        (" + pattern + ") _attache_values " + values_of(option.candidates) +
           "; return ;;\n";
  }
}

/// Whether a word is the name of a part of the command so far.
std::string descend(const std::vector<CommandWords>& commands) {
  std::string out = "_attache_descend() {\n  case $1 in\n";
  for (const CommandWords& command : commands)
    if (!command.parts.empty())
      out += "    (" + shell_quoted(command.words) + ") case $2 in (" + part_names(command, "|") +
             ") return 0 ;; esac ;;\n";
  return out + "  esac\n  return 1\n}\n";
}

}  // namespace

std::string bash_script(const CLI::App& root) {
  const std::vector<CommandWords> commands = all_commands(root);
  std::string out = "# bash completion for attache; made by `attache completion bash`\n";
  out += helpers + known_function() + descend(commands) + opening;
  out += "  case $previous in\n";
  values(out, commands.front());
  out += "  esac\n  local options=" + shell_quoted(option_names(commands.front())) +
         " words= source= files=\n  case $command in\n";
  for (const CommandWords& command : commands) {
    out += "    (" + shell_quoted(command.words) + ")\n";
    if (!command.words.empty()) {
      out += "      case $previous in\n";
      values(out, command);
      out += "      esac\n      options+=" + shell_quoted(" " + option_names(command)) + "\n";
    }
    Candidates arguments = command.arguments;
    for (const auto& [name, help] : command.parts) arguments.values.push_back(name);
    out += "      words=" + shell_quoted(joined_words(arguments.values)) +
           " source=" + arguments.source + " files=" + (arguments.files ? "yes" : "") + " ;;\n";
  }
  return out + "  esac\n" + closing;
}

}  // namespace attache
