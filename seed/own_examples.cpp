// SPDX-License-Identifier: MIT
#include "seed/own_examples.h"

#include "seed/embedded.h"
#include "seed/frames/frames.h"
#include "seed/lexicon/lexicon.h"
#include "seed/rules/rules.h"
#include "seed/syntax/grammar.h"

namespace attache {

ExampleRun run_own_examples(const std::filesystem::path& lexicon_folder,
                            const std::filesystem::path& rules_folder) {
  Lexicon lexicon = load_lexicon(embedded_lexicon(), lexicon_folder);
  const Rules rules = load_rules(embedded_rules(), rules_folder, lexicon);
  const Frames frames = load_frames(embedded_frames(), rules_folder, lexicon);
  const Grammar grammar{std::as_bytes(std::span(embedded_syntax().front().bytes))};
  return run_examples({lexicon, rules, frames, grammar});
}

}  // namespace attache
