// SPDX-License-Identifier: MIT
#include "seed/extract/origin_country.h"

#include <algorithm>
#include <vector>

#include "seed/extract/analysis.h"
#include "seed/text/marks.h"

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
  explicit CountryFinder(const Analysis& analysis)
      : a_(analysis),
        cues_(analysis.lexicon.country_cues),
        scores_(analysis.lexicon.countries.size()) {}

  std::string run() {
    if (others_author()) return {};
    voice_ = has_voice();
    std::uint32_t covered = 0;  // a name inside a longer one is not counted again
    for (const NameMatch& match : a_.names.matches) {
      const Name& name = a_.name(match);
      if (name.kind != NameKind::country && name.kind != NameKind::adjective &&
          name.kind != NameKind::demonym && name.kind != NameKind::government)
        continue;
      if (match.first < covered || a_.lexicon.countries[name.entry].iso3.size() != 3)
        continue;  // a union of states is no state
      weigh(match, name);
      if (name.kind == NameKind::country) covered = match.last;
    }
    return winner();
  }

 private:
  bool has_voice() const {
    std::size_t own = 0;
    for (const Token& token : a_.tokens)
      own += static_cast<std::size_t>(token.word != unknown_word &&
                                      std::find(cues_.own_words.begin(), cues_.own_words.end(),
                                                token.word) != cues_.own_words.end());
    return own * 1000 >= own_words_in_thousand * a_.tokens.size() && own > 0;
  }

  /// "Statement by the European Union", "Report of the Secretary-General".
  bool others_author() const {
    const auto limit = std::min(static_cast<std::uint32_t>(a_.tokens.size()), author_tokens);
    for (std::uint32_t t = 1; t <= limit; ++t)
      for (const CountryCue& cue : cues_.of_nobody)
        if (precedes(cue.before, 0, t) && follows(cue.after, 0, t)) return true;
    return std::any_of(a_.names.matches.begin(), a_.names.matches.end(), [&](const auto& match) {
      return match.first < author_tokens && is_body(match) && is_authors(match);
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
      return precedes(cue.before, 0, match.first) && follows(cue.after, 0, match.last);
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
    if (cue.name != name.kind || (cue.voice && !voice_) || (cue.head && first > head_tokens))
      return;
    if (!follows(cue.after, 0, match.last) || !precedes(cue.before, 0, first)) return;
    int& hits = hits_of(number, name.entry);
    if (hits == most_hits) return;
    ++hits;
    scores_[name.entry] += cue.weight;
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

  bool begins(std::uint32_t token) const {
    if (token == 0 || token >= a_.tokens.size()) return token == 0;
    if (a_.tokens[token].blank) return true;
    const std::uint32_t sentence = a_.sentence_of[token];
    return sentence == Analysis::no_sentence || a_.sentences[sentence].first == token;
  }

  /// A paragraph of prose begins: no letterhead goes on in it.
  bool parted(std::uint32_t token) const {
    if (token >= a_.tokens.size() || !a_.tokens[token].blank) return false;
    const std::uint32_t sentence = a_.sentence_of[token];
    return sentence != Analysis::no_sentence &&
           is(a_.text, a_.tokens[a_.sentences[sentence].last - 1], '.');
  }

  bool takes(const CueStep& step, std::uint32_t token) const {
    const WordId word = a_.tokens[token].word;
    return word != unknown_word &&
           std::find(step.words.begin(), step.words.end(), word) != step.words.end();
  }

  /// Whether the steps from `at` on stand right before token `end`, the nearest first.
  bool precedes(const std::vector<CueStep>& steps, std::size_t at, std::uint32_t end) const {
    if (at == steps.size()) return true;
    const CueStep& step = steps[at];
    if (step.begin) return begins(end) && precedes(steps, at + 1, end);
    if (step.gap > 0) {
      for (std::uint32_t n = 0; n <= step.gap && n <= end; ++n) {
        if (n > 0 && parted(end - n + 1)) return false;
        if (precedes(steps, at + 1, end - n)) return true;
      }
      return false;
    }
    if (end > 0 && !parted(end) && takes(step, end - 1) && precedes(steps, at + 1, end - 1))
      return true;
    return step.optional && precedes(steps, at + 1, end);
  }

  bool follows(const std::vector<CueStep>& steps, std::size_t at, std::uint32_t begin) const {
    if (at == steps.size()) return true;
    const CueStep& step = steps[at];
    if (step.begin) return begins(begin) && follows(steps, at + 1, begin);
    if (step.gap > 0) {
      for (std::uint32_t n = 0; n <= step.gap; ++n)
        if (follows(steps, at + 1, begin + n)) return true;
      return false;
    }
    if (begin < a_.tokens.size() && takes(step, begin) && follows(steps, at + 1, begin + 1))
      return true;
    return step.optional && follows(steps, at + 1, begin);
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
  std::vector<int> scores_;  ///< by country
  std::vector<Hits> hits_;
  bool voice_ = false;
};

}  // namespace

std::string country_in_text(const Analysis& analysis) { return CountryFinder(analysis).run(); }

}  // namespace attache
