// SPDX-License-Identifier: MIT
#include "seed/extract/origin_country.h"

#include <algorithm>
#include <vector>

#include "seed/extract/analysis.h"
#include "seed/extract/cue_steps.h"

namespace attache {
namespace {

/// Tokens from the beginning in which a letterhead, a title or a speaker's name is looked for.
constexpr std::uint32_t head_tokens = 150;

/// And those in which another author stands: a title's.
constexpr std::uint32_t author_tokens = 40;

/// What the winner must reach, and how many times as much as the next. A text that says it of two
/// states is nobody's.
constexpr int least = 8;
constexpr int lead = 3;

/// One cue counts for a state that often: a phrase that one text repeats is one habit.
constexpr int most_hits = 4;

/// Of a thousand words of a text that speaks for itself, so many are "we" or "our".
constexpr std::size_t own_words_in_thousand = 5;

class CountryFinder {
 public:
  /// Only the names in `part` are looked at.
  CountryFinder(const Analysis& analysis, TokenRange part)
      : a_(analysis),
        cues_(analysis.lexicon.country_cues),
        steps_(analysis),
        part_(part),
        scores_(analysis.lexicon.countries.size()) {}

  std::string of_document() { return others_author() ? std::string() : run(); }

  /// Whether the text, which is a title, is that of a paper of several.
  bool is_of_several() const { return others_author() || is_shared(); }

  std::string of_turn() {
    in_head_ = false;
    return run();
  }

 private:
  std::string run() {
    voice_ = has_voice();
    const auto& matches = a_.names.matches;
    auto match = std::lower_bound(
        matches.begin(), matches.end(), part_.first,
        [](const NameMatch& one, std::uint32_t first) { return one.first < first; });
    // A name inside a longer one is not counted again, nor a city that is listed as a capital, too.
    std::uint32_t covered = 0, covered_seat = 0;
    for (; match != matches.end() && match->first < part_.last; ++match) {
      const Name& name = a_.name(*match);
      const bool seat = kind_for(name.kind) == NameKind::capital;
      if (!speaks_of_state(name.kind) || match->first < (seat ? covered_seat : covered) ||
          a_.lexicon.countries[name.entry].iso3.size() != 3)
        continue;  // a union of states is no state
      weigh(*match, name);
      if (name.kind == NameKind::country) covered = match->last;
      if (seat) covered_seat = match->last;
    }
    return winner();
  }

  static bool speaks_of_state(NameKind kind) {
    return kind == NameKind::country || kind == NameKind::adjective || kind == NameKind::demonym ||
           kind == NameKind::government || kind == NameKind::capital || kind == NameKind::city;
  }

  bool has_voice() const {
    std::size_t own = 0;
    for (auto t = part_.first; t < part_.last; ++t) {
      const auto word = a_.tokens[t].word;
      own += static_cast<std::size_t>(
          word != unknown_word &&
          std::find(cues_.own_words.begin(), cues_.own_words.end(), word) != cues_.own_words.end());
    }
    return own * 1000 >= own_words_in_thousand * part_.size() && own > 0;
  }

  /// "Statement by the European Union", "Report of the Secretary-General".
  bool others_author() const {
    const auto limit = std::min(static_cast<std::uint32_t>(a_.tokens.size()), author_tokens);
    for (std::uint32_t t = 1; t <= limit; ++t) {
      const auto stands = [&](const CountryCue& cue) {
        return steps_.before(cue.before, t) && steps_.behind(cue.after, t) &&
               !cue.shared && (!cue.several || names_two_states(t)) && (!cue.pair || is_pair(t));
      };
      if (std::any_of(cues_.of_nobody.begin(), cues_.of_nobody.end(), stands)) return true;
    }
    return std::any_of(a_.names.matches.begin(), a_.names.matches.end(), [&](const auto& match) {
      return match.first < author_tokens && is_body(match) && is_authors(match);
    });
  }

  /// "U.S.-India Joint Leaders' Statement", and not "Remarks on the Joint Statement".
  bool is_shared() const {
    const auto size = static_cast<std::uint32_t>(a_.tokens.size());
    for (std::uint32_t t = 1; t <= size; ++t)
      for (const CountryCue& cue : cues_.of_nobody)
        if (cue.shared && steps_.before(cue.before, t) && names_paper(t)) return true;
    return false;
  }

  /// Nothing before the words makes them what another paper is on, or was said at.
  bool names_paper(std::uint32_t end) const {
    std::uint32_t begin = end;
    while (begin > 0 && !a_.is_punctuation(begin - 1, ":;.|") && !is_long_dash(begin - 1)) --begin;
    for (std::uint32_t t = begin; t + 1 < end; ++t) {
      const auto word = a_.lexicon.date_words.find(a_.tokens[t].word);
      if (word == a_.lexicon.date_words.end()) continue;
      const DateWord::Kind kind = word->second.kind;
      if (kind == DateWord::Kind::topic || kind == DateWord::Kind::link) return false;
    }
    return true;
  }

  /// "Kenya and the United States", "Chile, Peru": what stands at the token, and another behind it.
  bool is_pair(std::uint32_t token) const {
    constexpr std::uint32_t widest = 6;  // ", the Republic of", "and the People's Republic of"
    const NameMatch* first = nullptr;
    for (const NameMatch& match : a_.names.matches) {
      if (!speaks_of_state(a_.name(match).kind) ||
          kind_for(a_.name(match).kind) == NameKind::capital)
        continue;
      if (first == nullptr) {
        if (match.first >= token && match.first <= token + 1) first = &match;
      } else if (a_.name(match).entry != a_.name(*first).entry && match.first >= first->last) {
        return match.first <= first->last + widest && is_joint(first->last);
      }
    }
    return false;
  }

  bool is_joint(std::uint32_t token) const {
    return token < a_.tokens.size() && (a_.tokens[token].word == a_.lexicon.little.conjunction ||
                                        a_.is_punctuation(token, ",&/-") || is_long_dash(token));
  }
  bool is_long_dash(std::uint32_t token) const {
    return a_.raw(token) == "\u2013" || a_.raw(token) == "\u2014";
  }

  /// "Joint Statement by France and Germany": two states in the paragraph of a token.
  bool names_two_states(std::uint32_t token) const {
    std::uint32_t begin = std::min(token, static_cast<std::uint32_t>(a_.tokens.size()) - 1);
    std::uint32_t end = begin;
    while (begin > 0 && !a_.tokens[begin].blank && token - begin < author_tokens) --begin;
    while (end < a_.tokens.size() && !a_.tokens[end].blank && end - token < author_tokens) ++end;
    const Name* first = nullptr;
    return std::any_of(a_.names.matches.begin(), a_.names.matches.end(), [&](const auto& match) {
      const Name& name = a_.name(match);
      if (match.first < begin || match.first >= end || !speaks_of_state(name.kind) ||
          kind_for(name.kind) == NameKind::capital)
        return false;
      if (first == nullptr) first = &name;
      return first->entry != name.entry;
    });
  }

  /// Unions of states stand among the countries, and have longer codes.
  bool is_body(const NameMatch& match) const {
    const Name& name = a_.name(match);
    return name.kind == NameKind::body ||
           (name.kind == NameKind::country && a_.lexicon.countries[name.entry].iso3.size() != 3);
  }

  bool is_authors(const NameMatch& match) const {
    return std::any_of(cues_.of_bodies.begin(), cues_.of_bodies.end(), [&](const auto& cue) {
      return steps_.before(cue.before, match.first) && steps_.behind(cue.after, match.last);
    });
  }

  void weigh(const NameMatch& match, const Name& name) {
    std::uint32_t first = match.first;
    if (name.kind == NameKind::country && first > 0 && a_.tokens[first - 1].word == cues_.the)
      --first;
    if (first > 0) try_all(cues_.by_before, a_.tokens[first - 1].word, first, match, name);
    if (match.last < a_.tokens.size())
      try_all(cues_.by_after, a_.tokens[match.last].word, first, match, name);
    for (const std::uint32_t cue : cues_.others) try_one(cue, first, match, name);
  }

  void try_all(const std::unordered_map<WordId, std::vector<std::uint32_t>>& index, WordId word,
               std::uint32_t first, const NameMatch& match, const Name& name) {
    if (word == unknown_word) return;
    const auto found = index.find(word);
    if (found == index.end()) return;
    for (const std::uint32_t cue : found->second) try_one(cue, first, match, name);
  }

  void try_one(std::uint32_t number, std::uint32_t first, const NameMatch& match,
               const Name& name) {
    const CountryCue& cue = cues_.cues[number];
    if (cue.name != kind_for(name.kind) || (cue.voice && !voice_)) return;
    if (cue.head && (!in_head_ || first > head_tokens)) return;
    if (!steps_.behind(cue.after, match.last) || !steps_.before(cue.before, first)) return;
    int& hits = hits_of(number, name.entry);
    if (hits == most_hits) return;
    ++hits;
    scores_[name.entry] += cue.weight;
  }

  /// Cities where governments sit that are no capitals ("The Hague") are to cues what capitals are.
  static NameKind kind_for(NameKind kind) {
    return kind == NameKind::city ? NameKind::capital : kind;
  }

  /// How often a cue has counted for a state.
  int& hits_of(std::uint32_t cue, std::uint32_t country) {
    const auto found = std::find_if(hits_.begin(), hits_.end(), [&](const Hits& h) {
      return h.cue == cue && h.country == country;
    });
    if (found != hits_.end()) return found->count;
    hits_.push_back({cue, country, 0});
    return hits_.back().count;
  }

  std::string winner() const {
    const auto best = std::max_element(scores_.begin(), scores_.end());
    if (best == scores_.end() || *best < least) return {};
    for (auto other = scores_.begin(); other != scores_.end(); ++other)
      if (other != best && *other * lead > *best) return {};
    return a_.lexicon.countries[static_cast<std::size_t>(best - scores_.begin())].iso3;
  }

  struct Hits {
    std::uint32_t cue, country;
    int count;
  };

  const Analysis& a_;
  const CountryCues& cues_;
  const CueSteps steps_;
  const TokenRange part_;
  bool in_head_ = true;      ///< cues of letterheads count
  std::vector<int> scores_;  ///< by country
  std::vector<Hits> hits_;
  bool voice_ = false;
};

}  // namespace

bool is_of_several(std::string_view title, const Knowledge& knowledge) {
  if (title.empty()) return false;
  const Analysis words(title, {}, knowledge);
  return CountryFinder(words, {0, static_cast<std::uint32_t>(words.tokens.size())})
      .is_of_several();
}

std::string country_in_text(const Analysis& analysis, std::uint32_t limit) {
  return CountryFinder(analysis, {0, limit}).of_document();
}

std::string country_of_speaker(const Analysis& analysis, TokenRange turn) {
  return CountryFinder(analysis, turn).of_turn();
}

}  // namespace attache
