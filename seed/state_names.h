// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

struct Lexicon;

/// A place where a text names a state.
struct NamedState {
  std::string_view iso3;    ///< alive as long as the StateNames that found it
  std::uint32_t start = 0;  ///< byte of the text
};

/// Every place in the text that names a state, in order. A name inside a longer one is none of its
/// own: no Guinea in "Papua New Guinea", no Guam in "GUAM", which is a body.
std::vector<NamedState> states_named_in(std::string_view text, const Lexicon& lexicon);

/// The names of states that a lexicon knows: short and long ones, former ones, and no adjectives,
/// peoples or capitals.
class StateNames {
 public:
  /// Those of the built-in lexicon. Throws DataError.
  StateNames();
  /// The lexicon must outlive it.
  explicit StateNames(const Lexicon& lexicon);
  StateNames(StateNames&&) noexcept;
  StateNames& operator=(StateNames&&) noexcept;
  ~StateNames();

  /// Every place in the text, as states_named_in() has it.
  std::vector<NamedState> in(std::string_view text) const;

  /// Whether `in` may find one, by a look that takes a part of its time: false is sure.
  bool may_be_in(std::string_view text) const;

  /// All names of a state, by its alpha-3 code.
  std::vector<std::string> of(std::string_view iso3) const;

  /// What the state is called in tables; its code where that is not known.
  std::string name(std::string_view iso3) const;

  /// Codes and names of all states, for suggestions.
  std::vector<std::string> all() const;

  /// Alpha-3 code of a state given by code or name, or empty.
  std::string code(std::string_view code_or_name) const;

 private:
  struct State;
  std::unique_ptr<const Lexicon> built_in_;
  std::unique_ptr<State> state_;
};

}  // namespace attache
