// SPDX-License-Identifier: MIT
#include <algorithm>

#include "seed/extract/phrases.h"
#include "seed/extract/tables.h"
#include "seed/extract/themes.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// An aim longer than this (tokens) is a sentence, not an aim.
constexpr std::uint32_t longest_aim = 60;

class Aims {
 public:
  explicit Aims(const Analysis& analysis) : a_(analysis) {}

  std::vector<PriorityRow> run() {
    for (const auto& hit : a_.hits) {
      const auto* cue = a_.cue(hit);
      if (cue == nullptr || cue->table != Table::priorities || cue->effect != "aim") continue;
      if (negated(a_, {hit.match.first, hit.match.last}, hit.sentence)) a_.explain(range(hit), cue->id, "negated");
      else if (cue->list && heading_of_list(hit)) list_items(hit, *cue);
      else object(hit, *cue);
    }
    return std::move(rows_);
  }

 private:
  static TokenRange range(const CueHit& hit) { return {hit.match.first, hit.match.last}; }

  void object(const CueHit& hit, const Cue& cue) {
    const auto& sentence = a_.sentences[hit.sentence];
    TokenRange phrase;
    if (cue.side == Side::capture) phrase = {hit.match.capture_first, hit.match.capture_last};
    else if (cue.side == Side::before) phrase = {clause_begin(a_, hit.match.first, hit.sentence), hit.match.first};
    else phrase = {hit.match.last, phrase_end(a_, hit.match.last, sentence.last)};
    take_all(phrase, cue);
  }

  /// A heading or a sentence that ends in a colon, with list items behind it.
  bool heading_of_list(const CueHit& hit) const {
    const auto& sentence = a_.sentences[hit.sentence];
    const bool opens = sentence.heading || a_.is_punctuation(sentence.last - 1, ":");
    return opens && hit.sentence + 1 < a_.sentences.size() && a_.sentences[hit.sentence + 1].item;
  }

  void list_items(const CueHit& hit, const Cue& cue) {
    for (auto s = hit.sentence + 1; s < a_.sentences.size() && a_.sentences[s].item; ++s) {
      TokenRange phrase{a_.sentences[s].first, a_.sentences[s].last};
      take_all({phrase.first, phrase_end(a_, phrase.first, phrase.last)}, cue);
    }
  }

  void take_all(TokenRange phrase, const Cue& cue) {
    phrase = trim(a_, phrase);
    if (phrase.empty() || phrase.size() > longest_aim) return;
    for (auto part : split_coordination(a_, phrase)) {
      part = trim(a_, part);
      while (part.size() > 1 && a_.is_word(part.first, "to")) ++part.first;
      if (shaped(part, cue)) take(part, cue);
      else if (!part.empty()) a_.explain(part, cue.id, "not of the form that the cue takes");
    }
  }

  bool shaped(TokenRange part, const Cue& cue) const {
    if (part.empty()) return false;
    switch (cue.form) {
      case Form::infinitive: return a_.is_class(part.first, WordClass::verb_base | WordClass::adverb);
      case Form::gerund: return a_.is_class(part.first, WordClass::verb_ing);
      case Form::noun: return !a_.is_class(part.first, WordClass::preposition | WordClass::pronoun);
      default: return true;
    }
  }

  void take(TokenRange part, const Cue& cue) {
    const auto wording = a_.wording(part);
    const auto key = fold_phrase(wording);
    for (auto& row : rows_) {
      if (fold_phrase(row.wording) != key) continue;
      const auto citation = a_.cite(part, cue.id);
      if (std::none_of(row.citations.begin(), row.citations.end(), [&](const Citation& c) { return c.span == citation.span; })) row.citations.push_back(citation);
      return;
    }
    rows_.push_back({wording, theme_of(a_, part), "", {a_.cite(part, cue.id)}});
  }

  const Analysis& a_;
  std::vector<PriorityRow> rows_;
};

}  // namespace

std::vector<PriorityRow> find_priorities(const Analysis& analysis) { return Aims(analysis).run(); }

}  // namespace attache
