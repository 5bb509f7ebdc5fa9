// SPDX-License-Identifier: MIT
#include "seed/extract/role_labels.h"

#include <algorithm>
#include <optional>

namespace attache {
namespace {

/// Tokens of a bracket that says what its state is to a body; longer ones are sentences.
constexpr std::uint32_t longest_label = 8;

/// Reads the bracket behind one mention.
class RoleLabel {
 public:
  RoleLabel(const Analysis& analysis, std::uint32_t open) : a_(analysis), open_(open) {
    close_ = open;
    if (!a_.is_punctuation(open, "(")) return;
    const auto limit =
        std::min(static_cast<std::uint32_t>(a_.tokens.size()), open + longest_label + 2);
    for (auto t = open + 1; t < limit && speaks_of_none(t); ++t) {
      if (!a_.is_punctuation(t, ")")) continue;
      close_ = t;
      return;
    }
  }

  bool holds(std::uint32_t token) const { return token > open_ && token < close_; }

  /// The role; empty where there is one no more; nothing where the bracket says none.
  std::optional<std::string> role() const {
    std::optional<std::string> found;
    for (auto t = open_ + 1; t < close_; ++t) {
      const auto word = a_.tokens[t].word;
      const auto turn = a_.frames.governors.find(word);
      if (a_.frames.is(word, WordKind::lasting) && turn != a_.frames.governors.end() &&
          turn->second == Standing::ended)
        found = std::string();
      if (auto told = role_of(t)) found = std::move(told);
    }
    return found;
  }

 private:
  /// No sentence, and no state's name: "(chaired by Kenya)".
  bool speaks_of_none(std::uint32_t t) const {
    constexpr auto sentence = WordClass::pronoun | WordClass::auxiliary | WordClass::relative;
    return !a_.is_class(t, sentence) &&
           a_.names.at(t, NameKind::country, a_.lexicon.names) == nullptr;
  }

  bool has(const std::vector<WordId>& words) const {
    for (auto t = open_ + 1; t < close_; ++t) {
      if (std::ranges::find(words, a_.tokens[t].word) != words.end()) return true;
    }
    return false;
  }

  /// "former member"
  bool over() const {
    for (auto t = open_ + 1; t < close_; ++t) {
      if (a_.frames.is(a_.tokens[t].word, WordKind::past_only)) return true;
    }
    return false;
  }

  std::optional<std::string> role_of(std::uint32_t t) const {
    const auto units = a_.frames.units_of.find(a_.tokens[t].word);
    if (a_.tokens[t].word == unknown_word || units == a_.frames.units_of.end()) return {};
    const LexicalUnit* best = nullptr;
    const bool first = t == open_ + 1 || a_.tokens[t - 1].kind == TokenKind::punctuation;
    for (const auto u : units->second) {
      const auto& unit = a_.frames.units[u];
      const bool said = unit.part == LexicalUnit::Part::predicate ||
                        (unit.part == LexicalUnit::Part::verb && first && !unit.direct);
      if (!said || unit.settled || (!unit.with.empty() && !has(unit.with))) continue;
      if (best == nullptr || (best->with.empty() && !unit.with.empty())) best = &unit;
    }
    if (best == nullptr) return {};
    const auto standing = over() ? Standing::ended : Standing::asserted;
    return a_.frames.frames[best->frame].roles[static_cast<std::size_t>(standing)];
  }

  const Analysis& a_;
  std::uint32_t open_, close_;
};

/// The roles of a document by mention.
class RolesByMention {
 public:
  RolesByMention(const std::vector<BodyMention>& mentions, std::vector<Role>& roles)
      : mentions_(mentions), roles_(roles), of_(mentions.size()) {
    for (std::uint32_t r = 0; r < roles.size(); ++r) of_[roles[r].mention].push_back(r);
  }

  void apply(const RoleLabel& label, const std::string& said, std::uint32_t mention) {
    const auto& all = of_[mention];
    const auto outside = std::ranges::find_if(
        all, [&](std::uint32_t r) { return !label.holds(roles_[r].cue.first); });
    for (const auto r : all) {
      if (outside != all.end()) roles_[r].role = r == *outside ? said : std::string();
      else if (roles_[r].country.empty()) roles_[r].country = state_before(mention);
    }
  }

 private:
  /// The state that the role given last before the mention, in the same list, is told of.
  std::string state_before(std::uint32_t mention) const {
    for (auto m = mention; m-- > 0;) {
      if (mentions_[m].range.last + longest_label < mentions_[mention].range.first) break;
      if (!of_[m].empty()) return roles_[of_[m].front()].country;
    }
    return {};
  }

  const std::vector<BodyMention>& mentions_;
  std::vector<Role>& roles_;
  std::vector<std::vector<std::uint32_t>> of_;  ///< indexes of roles
};

}  // namespace

void read_labels(const Analysis& analysis, const std::vector<BodyMention>& mentions,
                 std::vector<Role>& roles) {
  RolesByMention by_mention(mentions, roles);
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const RoleLabel label(analysis, mentions[m].range.last);
    if (const auto said = label.role()) by_mention.apply(label, *said, m);
  }
  std::erase_if(roles, [](const Role& role) { return role.role.empty(); });
}

}  // namespace attache
