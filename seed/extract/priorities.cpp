// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "seed/extract/aim_candidates.h"
#include "seed/extract/aim_clauses.h"
#include "seed/extract/aim_places.h"
#include "seed/extract/aim_polarity.h"
#include "seed/extract/aim_shapes.h"
#include "seed/extract/aim_words.h"
#include "seed/extract/coordination.h"
#include "seed/extract/list_marks.h"
#include "seed/extract/objects.h"
#include "seed/extract/phrases.h"
#include "seed/extract/subjects.h"
#include "seed/extract/table_lines.h"
#include "seed/extract/tables.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// An aim longer than this (tokens) is a sentence, not an aim.
constexpr std::uint32_t longest_aim = 60;
/// So far behind an aim its sentence may come back to the cue: ", which is Y, and to Z".
constexpr std::uint32_t longest_remark = 128;
/// Infinitives behind semicolons that one cue takes.
constexpr int most_further_items = 64;
/// Items of one list that open a list themselves, each for all that follow, are taken so often.
constexpr int most_open_lists = 8;

class Aims {
 public:
  explicit Aims(const Analysis& analysis) : a_(analysis) {}

  std::vector<PriorityRow> run() {
    collect_words();
    for (const auto& hit : a_.hits) {
      const auto* cue = a_.cue(hit);
      if (cue == nullptr || cue->table != Table::priorities || cue->effect != effect::aim) continue;
      a_.step();
      if (blocked(hit)) a_.explain(range(hit), cue->id, "silenced by a set phrase");
      else if (in_contents(hit.sentence))
        a_.explain(range(hit), cue->id, "in a table of contents: dots lead to a page");
      else if (opens_list(hit)) list_items(hit, *cue);
      else if (cue->side == Side::tree) placed(hit, *cue);
      else if (!cue->list) object(hit, *cue);
    }
    return rows_of(a_, std::move(candidates_), actors_);
  }

 private:
  /// Asked once a sentence.
  bool in_contents(std::uint32_t sentence) {
    if (sentence != looked_at_) contents_ = of_contents(a_, sentence);
    looked_at_ = sentence;
    return contents_;
  }

  static TokenRange range(const CueHit& hit) { return {hit.match.first, hit.match.last}; }

  void collect_words() {
    for (const auto& hit : a_.hits) {
      const auto* cue = a_.cue(hit);
      if (cue == nullptr || cue->table != Table::priorities) continue;
      const bool tree = cue->side == Side::tree;
      if (cue->effect == effect::speaker) mark(hit, actors_.speakers);
      else if (cue->effect == effect::agent) mark(hit, tree ? actors_.charges : actors_.agents);
      else if (cue->effect == effect::blocks && tree) mark(hit, disowning_);
      else if (cue->effect == effect::blocks) blocks_.push_back(range(hit));
    }
  }

  static void mark(const CueHit& hit, std::set<std::uint32_t>& tokens) {
    for (auto t = hit.match.first; t < hit.match.last; ++t) tokens.insert(t);
  }

  /// Blocks stand by first token, as the hits do; those before this hit are behind us.
  bool blocked(const CueHit& hit) {
    while (next_block_ < blocks_.size() &&
           blocks_[next_block_].first + longest_aim < hit.match.first)
      ++next_block_;
    for (auto i = next_block_; i < blocks_.size() && blocks_[i].first < hit.match.last; ++i) {
      if (blocks_[i].last > hit.match.first) return true;
    }
    return false;
  }

  bool denied(const CueHit& hit) const {
    for (auto t = hit.match.first; t < hit.match.last; ++t) {
      if (only_class(a_, t, WordClass::negation, WordClass::determiner) &&
          !is(a_, t + 1, PhraseRole::only))
        return true;
    }
    if (behind_condition(hit)) return true;
    return disclaimed(a_, a_.tree(hit.sentence), range(hit), disowning_);
  }

  /// "Should they attempt to close it, we": in the clause that a verb opens.
  bool before_comma(const CueHit& hit) const {
    const auto& sentence = a_.sentences[hit.sentence];
    for (auto t = sentence.first; t < sentence.last; ++t) {
      if (comma(a_, t)) return hit.match.last <= t;
    }
    return false;
  }

  /// "if we are to", "unless they seek": whatever the parser makes of it.
  bool behind_condition(const CueHit& hit) const {
    auto t = hit.match.first;
    const auto first = a_.sentences[hit.sentence].first;
    while (t > first && a_.is_class(t - 1, WordClass::pronoun) && hit.match.first - t < 2) --t;
    if (t > first && disowning_.contains(t - 1) && a_.is_class(t - 1, WordClass::subordinator))
      return true;
    return a_.frames.is(a_.tokens[first].word, WordKind::inversion) && before_comma(hit);
  }

  /// A heading, or a sentence that ends in a colon or breaks off ("Our aims are"), with list items
  /// behind it, and nothing behind the cue but that.
  bool opens_list(const CueHit& hit) const {
    const auto& sentence = a_.sentences[hit.sentence];
    if (hit.sentence + 1 >= a_.sentences.size() || !a_.sentences[hit.sentence + 1].item)
      return false;
    constexpr auto breaks_off = WordClass::auxiliary | WordClass::preposition;
    const auto end = sentence.last - 1;
    const bool open = a_.is_punctuation(end, ":") || a_.is_class(end, breaks_off);
    if (a_.cue(hit)->list && sentence.heading) return true;
    return open && (a_.cue(hit)->list || hit.match.last + 1 >= sentence.last) &&
           announces_list(hit);
  }

  /// "our objectives are:", but not "we focus on the gravest risks:": the aim stands there.
  bool announces_list(const CueHit& hit) const {
    const auto& tree = a_.tree(hit.sentence);
    const auto unit = tree.at(hit.match.first);
    if (unit == no_word || tree[unit].part != PartOfSpeech::verb) return true;
    return hit.match.last - hit.match.first > 1 && !a_.is_punctuation(hit.match.last - 1, ":");
  }

  void list_items(const CueHit& hit, const Cue& cue) {
    if (hit.sentence >= list_end_) open_lists_ = 0;
    if (++open_lists_ > most_open_lists) return;
    const auto end = list_end(a_, hit.sentence + 1);
    list_end_ = std::max(list_end_, end);
    for (auto s = hit.sentence + 1; s < end; ++s) {
      const auto first = a_.sentences[s].first;
      take_all({first, phrase_end(a_, first, a_.sentences[s].last)}, hit, cue);
    }
  }

  void placed(const CueHit& hit, const Cue& cue) {
    const auto limit = a_.sentences[hit.sentence].last;
    if (!may_have_place(a_, {hit.match.last, limit}, cue.places)) return;
    const auto& tree = a_.tree(hit.sentence);
    const auto unit = tree.empty() ? no_word : tree.head_of(hit.match.first, hit.match.last);
    if (unit == no_word) return;
    for (const auto& aim : aims_in_places(a_, tree, unit, cue.places)) {
      const auto first = aim.clause ? aim.first : told_instead(a_, aim.first, limit);
      if (first >= limit) continue;
      if (aim.clause) whole({aim.first, tree[tree.reach(aim.head).last - 1].token + 1}, hit, cue);
      else take_all({first, phrase_end(a_, first, limit)}, hit, cue);
    }
  }

  void object(const CueHit& hit, const Cue& cue) {
    const auto& match = hit.match;
    const auto limit = a_.sentences[hit.sentence].last;
    if (cue.side == Side::capture) {
      // "identified by the experts as a priority": the actor, not the aim.
      if (only_class(a_, match.capture_first, WordClass::preposition,
                     WordClass::noun | WordClass::adjective | WordClass::verb_base))
        return;
      // A capture at the end of the match is only where the object begins ("continues to {promote}
      // trade").
      const bool open = match.capture_last == match.last;
      return take_all({match.capture_first,
                       open ? phrase_end(a_, match.capture_first, limit) : match.capture_last},
                      hit, cue);
    }
    if (cue.side == Side::before)
      return take_all(subject_before(a_, match.first, hit.sentence), hit, cue);
    const bool announced = announces(match.last);
    const auto first = announced ? match.last : shared_object(a_, match.last, limit);
    const auto end = phrase_end(a_, first, limit, announced);
    take_all({first, end}, hit, cue, announced);
    if (const auto next = resumed(match.last, end, limit); next < limit)
      take_all({next, phrase_end(a_, next, limit)}, hit, cue);
    further_items(end, {match.last, limit}, hit, cue);
  }

  /// "to X; Y; and Z": infinitives that go on behind semicolons, as the `sentence`'s first did.
  void further_items(std::uint32_t end, TokenRange sentence, const CueHit& hit, const Cue& cue) {
    if (cue.form == Form::noun || !a_.is_class(sentence.first, WordClass::verb_base)) return;
    for (int i = 0; i < most_further_items; ++i) {
      const auto behind = item_behind(end, sentence.last);
      if (behind >= sentence.last || !a_.is_class(behind, WordClass::verb_base)) return;
      end = phrase_end(a_, behind, sentence.last);
      take_all({behind, end}, hit, cue);
    }
  }

  /// The first word of the item behind the next semicolon, or `limit`. Over a remark ("; to X, but
  /// not Y; to Z") only one that says "to" again goes on.
  std::uint32_t item_behind(std::uint32_t end, std::uint32_t limit) const {
    auto mark = end;
    while (mark + 2 < limit && mark < end + longest_remark && !a_.is_punctuation(mark, ";")) ++mark;
    if (mark + 2 >= limit || !a_.is_punctuation(mark, ";")) return limit;
    bool again = mark == end;
    auto first = mark + 1;
    while (coordinator(a_, first) || is(a_, first, PhraseRole::infinitive)) {
      again = again || is(a_, first, PhraseRole::infinitive);
      ++first;
    }
    return again ? first : limit;
  }

  /// "to X, which is Y, and to Z": where Z begins, or `limit`. The word before X governs both.
  std::uint32_t resumed(std::uint32_t first, std::uint32_t end, std::uint32_t limit) const {
    const auto governor = a_.tokens[first - 1].word;
    if (const auto next = but_also(end, limit);
        next < limit && governor != unknown_word && a_.tokens[next].word == governor)
      return next + 1;
    if (governor == unknown_word || !comma(a_, end) ||
        !a_.is_class(end + 1, WordClass::relative | WordClass::preposition))
      return limit;
    for (auto t = end + 1; t + 2 < limit && t < end + longest_remark; ++t) {
      if (comma(a_, t) && coordinator(a_, t + 1) && a_.tokens[t + 2].word == governor) return t + 3;
    }
    return limit;
  }

  /// "not only at X, but also at Z": the token behind "but also", or `limit`.
  std::uint32_t but_also(std::uint32_t end, std::uint32_t limit) const {
    const auto but = comma(a_, end) ? end + 1 : end;
    if (but >= limit || !is(a_, but, PhraseRole::but)) return limit;
    return std::min(is(a_, but + 1, PhraseRole::also) ? but + 2 : but + 1, limit);
  }

  /// "priorities: ", "namely": a list follows.
  bool announces(std::uint32_t t) const {
    return t > 0 && (a_.is_punctuation(t - 1, ":,") || is(a_, t - 1, PhraseRole::announces));
  }

  void take_all(TokenRange phrase, const CueHit& hit, const Cue& cue, bool announced = false) {
    phrase = trim(a_, phrase);
    // Before the tree is asked for, which costs more than all else.
    if (phrase.empty() || (!announced && !shaped(a_, phrase, cue.form))) return;
    if (denied(hit)) return a_.explain(range(hit), cue.id, "negated");
    if (part_of_name(hit, phrase.first)) return a_.explain(phrase, cue.id, "part of a name");
    if (!announced) phrase = trim(a_, before_other_clause(a_, phrase));
    if (phrase.empty() || phrase.size() > longest_aim * (announced ? 3 : 1)) return;
    bool first = true;
    for (auto part : split_coordination(a_, phrase, announced)) {
      part = without_governor(trim(a_, part));
      if (part.empty()) continue;
      // The first part tells whether the cue has its object at all; the others hang on it.
      const bool good = shaped(a_, part, first ? cue.form : Form::any);
      if (good) candidates_.push_back({part, range(hit), &cue, hit.sentence});
      else a_.explain(part, cue.id, "not of the form that the cue takes");
      if (first && !good) return;
      first = false;
    }
  }

  /// "the International Campaign to Abolish Nuclear Weapons": capitals within a sentence that is
  /// not written in capitals throughout.
  bool part_of_name(const CueHit& hit, std::uint32_t first) const {
    const auto& sentence = a_.sentences[hit.sentence];
    const auto cue = hit.match.first;
    if (sentence.heading || cue == sentence.first || cue >= first || !a_.tokens[cue].capital ||
        !a_.tokens[first].capital ||
        !a_.is_class(first, WordClass::verb_base | WordClass::verb_ing))
      return false;
    constexpr auto verbs =
        WordClass::auxiliary | WordClass::verb_base | WordClass::verb_s | WordClass::verb_ed;
    for (auto t = sentence.first; t < sentence.last; ++t) {
      if (!a_.tokens[t].capital && a_.is_class(t, verbs)) return true;
    }
    return false;
  }

  void whole(TokenRange clause, const CueHit& hit, const Cue& cue) {
    clause = trim(a_, clause);
    if (denied(hit)) return a_.explain(range(hit), cue.id, "negated");
    if (clause.size() > 2 && clause.size() <= longest_aim)
      candidates_.push_back({clause, range(hit), &cue, hit.sentence});
  }

  /// "for the strengthening" behind "work for X and": without the preposition that is said again.
  TokenRange without_governor(TokenRange part) const {
    while (part.size() > 1 &&
           (is(a_, part.first, PhraseRole::infinitive) ||
            (a_.is_class(part.first, WordClass::preposition) &&
             !a_.is_class(part.first, WordClass::adjective | WordClass::adverb | WordClass::noun))))
      ++part.first;
    return part;
  }

  const Analysis& a_;
  std::vector<TokenRange> blocks_;
  ActorWords actors_;
  std::set<std::uint32_t> disowning_;  ///< tokens by which aims are asked of others, or denied
  std::size_t next_block_ = 0;
  std::uint32_t looked_at_ = Analysis::no_sentence;
  bool contents_ = false;       ///< the sentence looked at is a line of contents
  std::uint32_t list_end_ = 0;  ///< the sentence behind the list that was opened last
  int open_lists_ = 0;          ///< cues that opened it, or a part of it
  std::vector<AimCandidate> candidates_;
};

}  // namespace

std::vector<PriorityRow> find_priorities(const Analysis& analysis) { return Aims(analysis).run(); }

}  // namespace attache
