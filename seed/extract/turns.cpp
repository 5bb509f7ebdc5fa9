// SPDX-License-Identifier: MIT
#include "seed/extract/turns.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

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
    note_all([](const Name& name) { return name.kind == NameKind::person; });
    note_all([](const Name& name) {
      return name.kind == NameKind::adjective || name.kind == NameKind::country ||
             name.kind == NameKind::office;
    });
    return states >= elsewhere;
  }

  /// Notes those whom names of a kind name, unless a surer source has the same surname.
  template <typename Kind>
  void note_all(Kind kind) {
    const auto surer = known_;
    for (const auto& match : a_.names.matches) {
      if (!kind(a_.name(match))) continue;
      const auto [surname, country] = named(match);
      if (!surer.contains(surname)) note(surname, country);
    }
  }

  /// Whom a name names, with his state: a person of the lexicon, or who is introduced with it.
  std::pair<std::string, std::string> named(const NameMatch& match) const {
    const auto& name = a_.name(match);
    if (name.kind == NameKind::person)
      return {fold_word(a_.raw(match.last - 1)), a_.lexicon.persons[name.entry].country};
    auto met = introduction_at(a_, match.first);
    return {std::move(met.speaker), std::move(met.country)};
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
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const auto end =
          i + 1 < turns.size() ? turns[i + 1].first : static_cast<std::uint32_t>(a_.tokens.size());
      if (turns[i].country.empty())
        turns[i].country = country_of_speaker(a_, {turns[i].first, end});
    }
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
