// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "seed/extract/persons.h"

namespace attache {

/// Rules of names that a title or an office before them speaks for.
namespace person_rules {
inline constexpr std::string_view title = "leaders.title", office = "leaders.office";
}  // namespace person_rules

/// The persons found so far, and which tokens their names take: no two overlap.
class PersonMentions {
 public:
  /// The analysis must outlive it.
  explicit PersonMentions(const Analysis& analysis);

  /// Keeps the name; false where some of it is taken, where a thing bears it or its bearer is in
  /// trade. `office` may be empty.
  bool add(TokenRange name, TokenRange office, std::string_view rule);
  /// Those of them that no cue blocks.
  void add_all(const std::vector<PersonMention>& mentions);

  bool taken(std::uint32_t token) const { return taken_[token]; }
  /// "Lake Victoria", "the poet X": words that the rules set apart are no leaders' names without a
  /// title.
  bool blocked(TokenRange name) const;
  /// Not blocked, and in the form of a person's name.
  bool likely(TokenRange name) const;

  /// Whoever was added last has that office.
  bool held(TokenRange office) const {
    return !found_.empty() && found_.back().office.first < office.last &&
           office.first < found_.back().office.last;
  }

  const std::vector<PersonMention>& all() const { return found_; }
  /// The one that was added last.
  PersonMention& last() { return found_.back(); }
  /// The nearest one before the token, of those that stood in order when sort() was called; nullptr
  /// where there is none.
  PersonMention* before(std::uint32_t token);
  /// By place.
  void sort();
  std::vector<PersonMention> release() { return std::move(found_); }

 private:
  void block();
  bool style(TokenRange office) const;

  const Analysis& a_;
  std::vector<bool> taken_, blocked_;
  std::vector<PersonMention> found_;
  std::ptrdiff_t sorted_ = 0;  ///< so many stand in order
};

}  // namespace attache
