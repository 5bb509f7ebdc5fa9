// SPDX-License-Identifier: MIT
#include "seed/extract/analysis.h"

#include "seed/text/fold.h"
#include "seed/text/word_class.h"

namespace attache {

Analysis::Analysis(std::string_view document, const DocumentContext& about, const Lexicon& words,
                   const Rules& cues)
    : text(document), lexicon(words), rules(cues), context(about) {
  tokenize(text, lexicon.vocabulary, tokens);
  drop_page_numbers(tokens, text);
  stage();
  segment(text, tokens, lexicon.vocabulary, lexicon.sentence_rules, sentences);
  stage();
  token_classes.reserve(tokens.size());
  for (const auto& token : tokens)
    token_classes.push_back(classes_of(text, token, lexicon.vocabulary));
  find_names(tokens, lexicon.names, names);
  sentence_of.assign(tokens.size() + 1, no_sentence);
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    for (auto t = sentences[s].first; t < sentences[s].last; ++t) sentence_of[t] = s;
  }
  stage();
  match_cues();
  stage();
}

void Analysis::match_cues() {
  const auto where = pattern_text();
  last_at_.assign(lexicon.vocabulary.size(), 0);
  std::vector<PatternMatch> found;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    step();
    record_words(tokens, sentences[s].first, sentences[s].last, last_at_);
    for (auto t = sentences[s].first; t < sentences[s].last; ++t) {
      if (!rules.cue_patterns.starts(tokens[t].word)) continue;
      found.clear();
      rules.cue_patterns.match(where, t, sentences[s].last, found);
      for (const auto& match : found) hits.push_back({match, s});
    }
  }
}

bool Analysis::is_punctuation(std::uint32_t token, std::string_view marks) const {
  if (token >= tokens.size() || tokens[token].kind != TokenKind::punctuation) return false;
  const auto mark = lexicon.vocabulary.text(tokens[token].word);
  return mark.size() == 1 && marks.find(mark.front()) != std::string_view::npos;
}

std::string Analysis::wording(TokenRange range) const {
  return fold_space(slice(text, span(range)));
}

Citation Analysis::cite(TokenRange range, std::string rule) const {
  return {span(range), sentence_of[range.first] == no_sentence ? 0 : sentence_of[range.first],
          std::move(rule)};
}

const Cue* Analysis::cue(const CueHit& hit) const {
  const auto& owned = owner(hit);
  return owned.kind == PatternOwner::Kind::cue ? &rules.cues[owned.index] : nullptr;
}

void Analysis::explain(TokenRange range, const std::string& rule,
                       const std::string& outcome) const {
  if (trace != nullptr) trace->push_back({sentence_of[range.first], range, rule, outcome});
}

}  // namespace attache
