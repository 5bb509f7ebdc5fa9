// SPDX-License-Identifier: MIT
#include "seed/extract/analysis.h"

#include <algorithm>
#include <iterator>

#include "seed/text/fold.h"
#include "seed/text/line_lists.h"
#include "seed/text/note_marks.h"
#include "seed/text/word_class.h"

namespace attache {

Analysis::Analysis(std::string_view document, const DocumentContext& about,
                   const Knowledge& knowledge)
    : text(document),
      lexicon(knowledge.lexicon),
      rules(knowledge.rules),
      frames(knowledge.frames),
      grammar(knowledge.grammar),
      context(about) {
  tokenize(text, lexicon.vocabulary, tokens);
  drop_drawn_lines(tokens, text);
  drop_page_numbers(tokens, text);
  note_marks = drop_note_marks(tokens, text, lexicon.vocabulary, lexicon.sentence_rules);
  note_compounds();
  stage();
  find_names(tokens, lexicon.names, names);
  segment(text, tokens, lexicon.vocabulary, lexicon.sentence_rules, sentences, names_over_lines(),
          context.marked_up);
  stage();
  token_classes.reserve(tokens.size());
  for (const auto& token : tokens)
    token_classes.push_back(classes_of(text, token, lexicon.vocabulary));
  sentence_of.assign(tokens.size() + 1, no_sentence);
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    for (auto t = sentences[s].first; t < sentences[s].last; ++t) sentence_of[t] = s;
  }
  stage();
  match_cues();
  stage();
}

/// First tokens of lines that a known name of several words reaches into. A line that is a name by
/// itself is an item of a list, whatever follows.
std::vector<std::uint32_t> Analysis::names_over_lines() const {
  std::vector<std::uint32_t> found;
  for (const auto& match : names.matches) {
    for (auto t = match.first + 1; t < match.last; ++t) {
      if (!tokens[t].newline) continue;
      bool whole_line = false;
      if (tokens[match.first].newline && names.starts[match.first] != 0)
        for (auto m = names.starts[match.first] - 1;
             m < names.matches.size() && names.matches[m].first == match.first; ++m)
          whole_line = whole_line || names.matches[m].last == t;
      if (!whole_line) found.push_back(t);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// The document's own usage tells which hyphens at line ends stay.
void Analysis::note_compounds() {
  if (text.find("-\n") == std::string_view::npos && text.find("-\r") == std::string_view::npos &&
      text.find("- \n") == std::string_view::npos)
    return;
  for (const auto& token : tokens) {
    const auto word = slice(text, token.span());
    if (token.kind == TokenKind::word && word.find('-') != std::string_view::npos &&
        word.find_first_of("\r\n") == std::string_view::npos)
      compounds_.insert(fold_word(word));
  }
}

bool Analysis::keeps_hyphen(std::string_view first, std::string_view second) const {
  const auto head = fold_word(first);
  const auto joined = head + fold_word(second);
  return compounds_.contains(joined) ||
         lexicon.sentence_rules.has(lexicon.vocabulary.find(head), Joint::compound_first);
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
  const auto keeps = [this](auto first, auto second) { return keeps_hyphen(first, second); };
  const Span whole = span(range);
  auto mark = std::lower_bound(note_marks.begin(), note_marks.end(), whole.begin,
                               [](Span m, std::uint32_t at) { return m.begin < at; });
  std::string words;
  std::uint32_t at = whole.begin;
  for (; mark != note_marks.end() && mark->end <= whole.end; ++mark) {
    words += slice(text, {at, mark->begin});
    at = mark->end;
  }
  words += slice(text, {at, whole.end});
  return fold_space(words, keeps);
}

Citation Analysis::cite(TokenRange range, std::string rule) const {
  return {span(range), sentence_of[range.first] == no_sentence ? 0 : sentence_of[range.first],
          std::move(rule)};
}

/// Names of bodies and countries of more than one word, the longest at each place, in tokens.
std::vector<Span> Analysis::names_of_several_words() const {
  std::vector<Span> found;
  for (const auto& match : names.matches) {
    const auto kind = name(match).kind;
    if (match.last - match.first < 2 || (kind != NameKind::body && kind != NameKind::country))
      continue;
    if (found.empty() || found.back().end <= match.first)
      found.push_back({match.first, match.last});
  }
  return found;
}

const SentenceTree& Analysis::tree(std::uint32_t sentence) const {
  step();
  if (!trees_)
    trees_ = std::make_unique<Trees>(grammar, text, lexicon.vocabulary, names_of_several_words());
  return trees_->of(sentence, sentences[sentence], tokens);
}

const Cue* Analysis::cue(const CueHit& hit) const {
  const auto& owned = owner(hit);
  return owned.kind == PatternOwner::Kind::cue ? &rules.cues[owned.index] : nullptr;
}

const std::string& Analysis::own_state(std::uint32_t token) const {
  const auto next =
      std::upper_bound(turns.begin(), turns.end(), token,
                       [](std::uint32_t t, const Turn& turn) { return t < turn.first; });
  return next == turns.begin() ? context.country : std::prev(next)->country;
}

void Analysis::explain(TokenRange range, const std::string& rule,
                       const std::string& outcome) const {
  if (trace != nullptr) trace->push_back({sentence_of[range.first], range, rule, outcome});
}

}  // namespace attache
