// SPDX-License-Identifier: MIT
// Completion scripts, generated from the very command line that is parsed, so that they can't fall
// behind it.
#include <algorithm>
#include <memory>

#include "cli/commands.h"

namespace attache {
namespace {

/// What a shell has to know of an option.
struct OptionWords {
  std::vector<std::string> names;  ///< with dashes, long ones first
  std::string help;
  std::vector<std::string> values;  ///< of a closed list, or empty
  bool takes_value = false;
};

/// The values of CLI::IsMember stand in the type's name, as "NAME:{a,b}".
std::vector<std::string> listed_values(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}');
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

/// Those of a command's parts are offered with its own, each name once.
void add_options_of_parts(std::vector<OptionWords>& out, const CLI::App& app);

std::vector<OptionWords> options_of(const CLI::App& app) {
  std::vector<OptionWords> out;
  for (const CLI::Option* option : app.get_options({})) {
    if (option->nonpositional()) {
      OptionWords words;
      for (const std::string& name : option->get_lnames()) words.names.push_back("--" + name);
      for (const std::string& name : option->get_snames()) words.names.push_back("-" + name);
      words.help = option->get_description();
      words.values = listed_values(*option);
      words.takes_value = option->get_items_expected_max() > 0;
      out.push_back(std::move(words));
    }
  }
  if (app.get_parent() != nullptr) add_options_of_parts(out, app);
  return out;
}

void add_options_of_parts(std::vector<OptionWords>& out, const CLI::App& app) {
  for (const CLI::App* part : app.get_subcommands({}))
    for (OptionWords& words : options_of(*part)) {
      const bool known = std::any_of(out.begin(), out.end(), [&](const OptionWords& other) {
        return other.names.front() == words.names.front();
      });
      if (!known) out.push_back(std::move(words));
    }
}

std::vector<const CLI::App*> commands_of(const CLI::App& root) { return root.get_subcommands({}); }

std::string join(const std::vector<std::string>& words) { return CLI::detail::join(words, " "); }

std::string option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const OptionWords& option : options_of(app))
    names.insert(names.end(), option.names.begin(), option.names.end());
  return join(names);
}

/// Words of a positional with a closed list, e.g. the shells of this command, or of its parts.
std::string positional_values(const CLI::App& app) {
  std::vector<std::string> values;
  for (const CLI::App* part : app.get_subcommands({})) values.push_back(part->get_name());
  for (const CLI::Option* option : app.get_options({})) {
    if (option->nonpositional()) continue;
    for (std::string& value : listed_values(*option)) values.push_back(std::move(value));
  }
  return join(values);
}

/// For the single quotes of a shell; sh and zsh can only leave them, fish escapes.
std::string shell_quoted(const std::string& text, bool fish = false) {
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

void bash_values(std::string& out, const CLI::App& app) {
  for (const OptionWords& option : options_of(app)) {
    if (!option.takes_value) continue;
    std::string pattern;
    for (const std::string& name : option.names) pattern += (pattern.empty() ? "" : "|") + name;
    out += "      " + pattern + ") ";
    out += option.values.empty() ? "COMPREPLY=($(compgen -f -- \"$current\"))"
                                 : "COMPREPLY=($(compgen -W " + shell_quoted(join(option.values)) +
                                       " -- \"$current\"))";
    out += "; return ;;\n";
  }
}

std::string bash_script(const CLI::App& root) {
  std::vector<std::string> names;
  for (const CLI::App* command : commands_of(root)) names.push_back(command->get_name());
  std::string out =
      "# bash completion for attache; made by `attache completion bash`\n_attache() {\n";
  out +=
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= "
      "word\n";
  out += "  COMPREPLY=()\n";
  out += "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case $word in\n      ";
  for (std::size_t i = 0; i < names.size(); ++i) out += (i > 0 ? "|" : "") + names[i];
  out += ") command=$word; break ;;\n    esac\n  done\n";
  out += "  case $previous in\n";
  bash_values(out, root);
  out += "  esac\n  local options=" + shell_quoted(option_names(root)) +
         " words=\n  case $command in\n";
  for (const CLI::App* command : commands_of(root)) {
    out += "    " + command->get_name() + ")\n      case $previous in\n";
    bash_values(out, *command);
    out += "      esac\n      options+=" + shell_quoted(" " + option_names(*command)) + "\n";
    out += "      words=" + shell_quoted(positional_values(*command)) + " ;;\n";
  }
  out += "    '') words=" + shell_quoted(join(names)) + " ;;\n  esac\n";
  out +=
      "  if [[ $current == -* ]]; then\n    COMPREPLY=($(compgen -W \"$options\" -- "
      "\"$current\"))\n";
  out += "  elif [[ -n $words ]]; then\n    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n";
  out += "  else\n    COMPREPLY=($(compgen -f -- \"$current\"))\n  fi\n}\n";
  return out + "complete -o filenames -F _attache attache\n";
}

/// In a zsh specification brackets and colons have a meaning.
std::string zsh_escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void zsh_options(std::string& out, const CLI::App& app) {
  for (const OptionWords& option : options_of(app)) {
    for (const std::string& name : option.names) {
      std::string spec = "*" + name + "[" + zsh_escaped(option.help) + "]";
      if (option.takes_value)
        spec += option.values.empty() ? ":value:_files" : ":value:(" + join(option.values) + ")";
      out += " \\\n        " + shell_quoted(spec);
    }
  }
}

std::string zsh_script(const CLI::App& root) {
  std::string out =
      "#compdef attache\n# zsh completion for attache; made by `attache completion "
      "zsh`\n_attache() {\n";
  out += "  local curcontext=$curcontext state line\n  local -a commands\n  commands=(\n";
  for (const CLI::App* command : commands_of(root)) {
    out += "    " +
           shell_quoted(command->get_name() + ":" + zsh_escaped(command->get_description())) + "\n";
  }
  out += "  )\n  _arguments -C";
  zsh_options(out, root);
  out += " \\\n        '1:command:->command' '*::argument:->argument'\n";
  out +=
      "  case $state in\n    command) _describe command commands ;;\n    argument)\n      case "
      "$line[1] in\n";
  for (const CLI::App* command : commands_of(root)) {
    out += "        " + command->get_name() + ") _arguments";
    zsh_options(out, *command);
    const std::string values = positional_values(*command);
    out += " \\\n        " +
           shell_quoted(values.empty() ? "*:file:_files" : "*:value:(" + values + ")") + " ;;\n";
  }
  out += "      esac ;;\n  esac\n}\n";
  // Found in fpath, the file's first run is a completion already; sourced, it only makes itself
  // known.
  return out +
         "if [ \"$funcstack[1]\" = _attache ]; then _attache \"$@\"; else compdef _attache "
         "attache; fi\n";
}

void fish_options(std::string& out, const CLI::App& app, const std::string& condition) {
  for (const OptionWords& option : options_of(app)) {
    out += "complete -c attache" + condition;
    for (const std::string& name : option.names) {
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (option.takes_value) out += " -r";
    if (!option.values.empty()) out += " -f -a " + shell_quoted(join(option.values), true);
    out += " -d " + shell_quoted(option.help, true) + "\n";
  }
}

std::string fish_script(const CLI::App& root) {
  std::string out = "# fish completion for attache; made by `attache completion fish`\n";
  fish_options(out, root, "");
  for (const CLI::App* command : commands_of(root)) {
    out += "complete -c attache -f -n __fish_use_subcommand -a " + command->get_name() + " -d " +
           shell_quoted(command->get_description(), true) + "\n";
    const std::string condition = " -n '__fish_seen_subcommand_from " + command->get_name() + "'";
    fish_options(out, *command, condition);
    const std::string values = positional_values(*command);
    if (!values.empty())
      out += "complete -c attache" + condition + " -f -a " + shell_quoted(values, true) + "\n";
  }
  return out;
}

}  // namespace

void add_completion(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "completion", "Print a completion script for a shell",
                              "source <(attache completion bash)\n"
                              "attache completion fish > ~/.config/fish/completions/attache.fish");
  auto shell = std::make_shared<std::string>();
  app->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  commands.push_back({app, [shell, &root](Session& session) {
                        session.out.append(*shell == "bash"  ? bash_script(root)
                                           : *shell == "zsh" ? zsh_script(root)
                                                             : fish_script(root));
                        return 0;
                      }});
}

}  // namespace attache
