// SPDX-License-Identifier: MIT
#include "seed/extract/turns.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <unordered_map>
#include <utility>

#include "seed/extract/listed_members.h"
#include "seed/extract/origin_country.h"
#include "seed/extract/turn_labels.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

using States = std::set<std::string>;

States states_in(const std::vector<Turn>& turns) {
  States states;
  for (const auto& turn : turns)
    if (!turn.country.empty()) states.insert(turn.country);
  return states;
}

class TurnFinder {
 public:
  explicit TurnFinder(const Analysis& analysis) : a_(analysis), labels_(turn_labels(analysis)) {}

  std::vector<Turn> run() {
    drop_reports();
    drop_bare();
    if (labels_.size() < 2 || !known_by_name()) return {};
    std::vector<Turn> turns;
    for (const auto& label : labels_) turns.push_back({label.first, state_of(label)});
    const bool told = told_apart();
    if (!told && !a_.context.country.empty()) return {};
    ask_speakers(turns);
    if (!told && states_in(turns).size() < 2) return {};
    return turns;
  }

 private:
  /// A paragraph that tells what somebody said opens a turn in a record that does so throughout.
  void drop_reports() {
    States states;
    bool speak = false;
    for (const auto& label : labels_) {
      if (label.reports) states.insert(label.country);
      else speak = speak || !label.country.empty();
    }
    if (speak || states.size() < 2)
      std::erase_if(labels_, [](const TurnLabel& label) { return label.reports; });
  }

  /// States alone label speakers where two or more do, most of what they head is said by "we", and
  /// the text is not another state's: "Kenya: We gave five million" in a report of Norway's.
  void drop_bare() {
    States states;
    std::size_t bare = 0, spoken = 0;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (!labels_[i].bare) continue;
      states.insert(labels_[i].country);
      ++bare;
      if (says_we(labels_[i].first, end_of(i))) ++spoken;
    }
    if (bare == 0) return;
    const auto others = [&](const std::string& country) {
      return !country.empty() && !states.contains(country);
    };
    const auto size = static_cast<std::uint32_t>(a_.tokens.size());
    if (states.size() < least_bare() || 2 * spoken < bare || others(a_.context.country) ||
        others(country_in_text(a_, size)))
      std::erase_if(labels_, [](const TurnLabel& label) { return label.bare; });
  }

  /// One is enough beside labels of another kind: "The President:", "Norway:".
  std::size_t least_bare() const { return std::ranges::all_of(labels_, &TurnLabel::bare) ? 2 : 1; }

  bool says_we(std::uint32_t first, std::uint32_t last) const {
    const auto& own = a_.lexicon.country_cues.own_words;
    for (auto t = first; t < last; ++t)
      if (a_.tokens[t].word != unknown_word &&
          std::ranges::find(own, a_.tokens[t].word) != own.end())
        return true;
    return false;
  }

  /// Where the turn of a label ends.
  std::uint32_t end_of(std::size_t label) const {
    return label + 1 < labels_.size() ? labels_[label + 1].first
                                      : static_cast<std::uint32_t>(a_.tokens.size());
  }

  /// Notes the states of names; false where most brackets hold places that are no states, as
  /// those of a parliament do.
  bool known_by_name() {
    std::size_t states = 0, elsewhere = 0;
    for (const auto& label : labels_) {
      if (label.elsewhere) ++elsewhere;
      if (label.country.empty()) continue;
      ++states;
      note(label.speaker, label.country);
    }
    note_all({NameKind::country}, [this](const NameMatch& match) {
      return Named{listed_for(a_, match), a_.lexicon.countries[a_.name(match).entry].iso3};
    });
    note_all({NameKind::person}, [this](const NameMatch& match) {
      return Named{fold_word(a_.raw(match.last - 1)),
                   a_.lexicon.persons[a_.name(match).entry].country};
    });
    note_all({NameKind::adjective, NameKind::country, NameKind::office},
             [this](const NameMatch& match) {
               auto met = introduction_at(a_, match.first);
               return Named{std::move(met.speaker), std::move(met.country)};
             });
    return states >= elsewhere;
  }

  using Named = std::pair<std::string, std::string>;  ///< surname, folded, and state

  /// Notes those whom names of some kinds name, unless a surer source has the same surname.
  template <typename Read>
  void note_all(std::initializer_list<NameKind> kinds, Read read) {
    const auto surer = known_;
    for (const auto& match : a_.names.matches) {
      if (std::ranges::find(kinds, a_.name(match).kind) == kinds.end()) continue;
      const auto [surname, country] = read(match);
      if (!surer.contains(surname)) note(surname, country);
    }
  }

  /// Two of one name and of two states are told by their labels alone.
  void note(const std::string& speaker, const std::string& country) {
    if (speaker.empty() || country.size() != 3) return;
    const auto [known, added] = known_.try_emplace(speaker, country);
    if (!added && known->second != country) known->second.clear();
  }

  std::string state_of(const TurnLabel& label) const {
    if (!label.country.empty()) return label.country;
    const auto known = known_.find(label.speaker);
    return known == known_.end() ? std::string() : known->second;
  }

  /// Whether the labels tell that not all speak for the document's state.
  bool told_apart() const {
    States labelled, all, speakers;
    for (const auto& label : labels_) {
      speakers.insert(label.speaker);
      if (!label.country.empty()) labelled.insert(label.country);
      if (const auto state = state_of(label); !state.empty()) all.insert(state);
    }
    if (all.size() > 1) return true;
    return labelled.size() == 1 && speakers.size() > 1 && *labelled.begin() != a_.context.country;
  }

  /// Speakers whose label names no state may say themselves for whom they speak.
  void ask_speakers(std::vector<Turn>& turns) const {
    for (std::size_t i = 0; i < turns.size(); ++i)
      if (turns[i].country.empty())
        turns[i].country = country_of_speaker(a_, {turns[i].first, end_of(i)});
  }

  const Analysis& a_;
  std::vector<TurnLabel> labels_;
  std::unordered_map<std::string, std::string> known_;  ///< surname, folded -> state
};

}  // namespace

std::vector<Turn> find_turns(const Analysis& analysis) { return TurnFinder(analysis).run(); }

std::uint32_t before_speakers(const Analysis& analysis) {
  return states_in(analysis.turns).size() > 1 ? analysis.turns.front().first
                                              : static_cast<std::uint32_t>(analysis.tokens.size());
}

}  // namespace attache
