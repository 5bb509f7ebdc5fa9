// SPDX-License-Identifier: MIT
#include "seed/states_by_sentence.h"

#include <algorithm>

namespace attache {
namespace {

/// The sentence with what stands before it, up to the one before. Empty where it lies in that one.
std::string_view words_of(std::string_view text, std::span<const SentenceRecord> sentences,
                          std::size_t sentence) {
  const std::size_t begin = sentence == 0 ? 0 : sentences[sentence - 1].end;
  const std::size_t end = sentences[sentence].end;
  return end <= begin ? std::string_view() : text.substr(begin, end - begin);
}

void add(StatesBySentence& states, std::size_t sentence, const std::vector<NamedState>& named) {
  for (const NamedState& state : named) states[sentence].insert(std::string(state.iso3));
}

}  // namespace

StatesBySentence states_by_sentence(const StateNames& names, std::string_view text,
                                    std::span<const SentenceRecord> sentences) {
  StatesBySentence states;
  for (std::size_t sentence = 0; sentence < sentences.size(); ++sentence) {
    const std::string_view words = words_of(text, sentences, sentence);
    if (names.may_be_in(words)) add(states, sentence, names.in(words));
  }
  return states;
}

StatesBySentence states_by_sentence(const Lexicon& lexicon, std::string_view text,
                                    std::span<const SentenceRecord> sentences,
                                    std::span<const std::uint32_t> only) {
  StatesBySentence states;
  for (const std::uint32_t sentence : only)
    add(states, sentence, states_named_in(words_of(text, sentences, sentence), lexicon));
  return states;
}

std::vector<StateCount> state_counts(const StatesBySentence& states) {
  std::map<std::string, StateCount> counts;
  for (const auto& [sentence, named] : states)
    for (const std::string& state : named) {
      StateCount& count = counts[state];
      if (count.sentences++ == 0) count.first = static_cast<std::uint32_t>(sentence);
    }
  std::vector<StateCount> all;
  for (auto& [state, count] : counts) {
    count.state = state;
    all.push_back(std::move(count));
  }
  return all;
}

}  // namespace attache
