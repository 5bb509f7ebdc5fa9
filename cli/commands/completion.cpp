// SPDX-License-Identifier: MIT
// Completion scripts, generated from the very command line that is parsed, so that they can't fall
// behind it; what a knowledge base holds they ask it for.
#include <memory>

#include "cli/commands.h"
#include "cli/commands/completion_words.h"

namespace attache {

void add_completion(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "completion", "Print a completion script for a shell",
                              "source <(attache completion bash)\n"
                              "attache completion fish > ~/.config/fish/completions/attache.fish");
  auto shell = std::make_shared<std::string>();
  app->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->transform(CLI::IsMember({"bash", "zsh", "fish"}, CLI::ignore_case));
  commands.push_back({app, [shell, &root](Session& session) {
                        session.out.append(*shell == "bash"  ? bash_script(root)
                                           : *shell == "zsh" ? zsh_script(root)
                                                             : fish_script(root));
                        return 0;
                      }});
}

}  // namespace attache
