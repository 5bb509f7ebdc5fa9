// SPDX-License-Identifier: MIT
// Patterns of any shape are compiled or refused, and run over a text.
#include "seed/embedded.h"
#include "seed/extract/analysis.h"
#include "seed/rules/pattern.h"
#include "seed/syntax/grammar.h"
#include "tests/fuzz/target.h"

namespace {

using namespace attache;

constexpr std::string_view text =
    "The President of Kenya, H.E. Mr. A. Smith, said that we aim at peace and at the development "
    "of all countries; NATO (the alliance) has been asked to join in promoting it.";

const Grammar& grammar() {
  static const Grammar loaded(std::as_bytes(std::span(embedded_syntax().front().bytes)));
  return loaded;
}

void match_everywhere(const Lexicon& lexicon, const PatternSet& patterns) {
  Rules rules;
  const Frames frames;
  const Analysis analysis(text, {}, {lexicon, rules, frames, grammar()});
  const auto size = static_cast<std::uint32_t>(analysis.tokens.size());
  std::vector<PatternMatch> found;
  for (std::uint32_t token = 0; token < size; ++token)
    patterns.match(analysis.pattern_text(), token, size, found);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 256) return 0;  // a longer pattern tries no other instruction
  Lexicon lexicon;
  PatternSet patterns;
  try {
    patterns.add(fuzz::bytes_of(data, size), 0, {{"goal", {"peace", "the development of"}}},
                 lexicon.vocabulary);
    patterns.finish(lexicon.vocabulary);
    match_everywhere(lexicon, patterns);
  } catch (const PatternError&) {
    // Refused, in words.
  }
  return 0;
}
