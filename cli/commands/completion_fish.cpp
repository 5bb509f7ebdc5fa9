// SPDX-License-Identifier: MIT
#include "cli/commands/completion_words.h"

namespace attache {
namespace {

// A line of the answer is a candidate, spaces and all, which fish quotes. Of a list only what is
// behind the last comma is completed.
constexpr const char* helpers = R"fish(function __attache_ask
    set -l db
    set -l line (commandline -opc)
    if set -l at (contains -i -- --db $line)
        set db --db $line[(math $at + 1)]
    end
    command attache $db $argv --tsv --no-header --quiet --wait 0 2>/dev/null </dev/null
end
function __attache_word
    commandline -ct | string replace -r -- '^--?[^=]*=' '' | string unescape
end
function __attache_list
    set -l before (string match -r -- '^.*,' (__attache_word))
    or set before ''
    for value in $argv
        echo $before$value
    end
end
function __attache_known
    switch $argv[1]
        case documents
            __attache_ask documents --columns document
        case references
            __attache_ask documents --columns document
            set -l word (__attache_word)
            if string match -q -- '*/*' $word
                for table in principles priorities organizations leaders
                    __attache_ask $table --document (string split -f 1 / -- $word) --columns ref
                end
            end
        case organizations leaders
            __attache_list (__attache_ask $argv[1] --distinct name)
        case actors
            __attache_list (__attache_ask vocabulary countries --columns slug) (__attache_ask vocabulary bodies --columns slug)
        case sides
            __attache_ask vocabulary countries --columns slug
            __attache_ask documents --columns document
        case '*'
            __attache_list (__attache_ask vocabulary $argv[1] --columns slug)
    end
end
)fish";

std::string candidates_of(const std::vector<std::string>& values, const std::string& source) {
  std::string out;
  if (!values.empty()) out = "(__attache_list " + joined_words(values) + ")";
  if (!source.empty()) out += (out.empty() ? "" : " ") + ("(__attache_known " + source + ")");
  return out;
}

void options(std::string& out, const CLI::App& app, const std::string& condition) {
  for (const OptionWords& option : options_of(app)) {
    out += "complete -c attache" + condition;
    for (const std::string& name : option.names)
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (option.takes_value) out += " -r";
    const std::string candidates = candidates_of(option.values, option.source);
    if (!candidates.empty()) out += " -f -a " + shell_quoted(candidates, true);
    out += " -d " + shell_quoted(option.help, true) + "\n";
  }
}

}  // namespace

std::string fish_script(const CLI::App& root) {
  std::string out = "# fish completion for attache; made by `attache completion fish`\n";
  out += helpers;
  options(out, root, "");
  for (const CLI::App* command : root.get_subcommands({})) {
    out += "complete -c attache -f -n __fish_use_subcommand -a " + command->get_name() + " -d " +
           shell_quoted(command->get_description(), true) + "\n";
    const std::string condition = " -n '__fish_seen_subcommand_from " + command->get_name() + "'";
    options(out, *command, condition);
    const std::string candidates =
        candidates_of(argument_values(*command), argument_source(*command));
    if (!candidates.empty())
      out += "complete -c attache" + condition + " -f -a " + shell_quoted(candidates, true) + "\n";
  }
  return out;
}

}  // namespace attache
