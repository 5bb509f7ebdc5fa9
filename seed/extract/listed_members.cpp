// SPDX-License-Identifier: MIT
#include "seed/extract/listed_members.h"

#include "seed/extract/person_leads.h"
#include "seed/extract/person_names.h"
#include "seed/extract/words_in_text.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// Tokens of a name with its titles, of an office behind it, and of dots that lead over a line.
constexpr std::uint32_t longest_member = 14, longest_employment = 16, longest_leader = 160;

class Member {
 public:
  Member(const Analysis& analysis, const NameMatch& state)
      : a_(analysis), size_(static_cast<std::uint32_t>(a_.tokens.size())), state_(state) {}

  std::string surname() const {
    auto name = before();
    if (name.empty()) name = behind();
    return name.empty() ? std::string() : fold_word(a_.raw(name.last - 1));
  }

 private:
  /// "Mr. Olsen (Norway)", "Mr. Olsen, Norway;", "Mr. Olsen, Minister for Trade of Norway".
  TokenRange before() const {
    const auto first = state_.first;
    if (first == 0) return {};
    if (a_.is_punctuation(first - 1, "([") && a_.is_punctuation(state_.last, ")]"))
      return ends_at(first - 1);
    if (a_.is_punctuation(first - 1, ",") && ends_item(state_.last)) return ends_at(first - 1);
    for (auto t = first; t-- > 0 && first - t < longest_employment && !a_.tokens[t].blank;)
      if (a_.is_punctuation(t, ",")) return holds_post(t + 1) ? ends_at(t) : TokenRange{};
    return {};
  }

  /// From there to the state stands an office, and the preposition that binds it to the state.
  bool holds_post(std::uint32_t t) const {
    auto of = state_.first - 1;
    if (word_at(a_, of) == a_.lexicon.little.the && of > t) --of;
    return !lead_at(a_, t, of).office.empty() && a_.is_class(of, WordClass::preposition);
  }

  /// The name with a title before it that ends at a token.
  TokenRange ends_at(std::uint32_t end) const {
    for (auto t = end; t-- > 0 && end - t < longest_member;) {
      const Lead lead = lead_at(a_, t, end);
      if (!lead.title) continue;
      const auto name = name_at(a_, lead.end, end);
      if (!name.empty() && name.last == end) return name;
    }
    return {};
  }

  /// "Norway . . . . Mr. Olsen", "Norway: Mr. Olsen", "Norway (Mr. Olsen)" on a line of its own or
  /// in a list's part.
  TokenRange behind() const {
    auto t = state_.last;
    while (t < size_ && t - state_.last < longest_leader && leads_over(t)) ++t;
    if (t >= size_ || a_.tokens[t].newline || !opens_item()) return {};
    const Lead lead = lead_at(a_, t, size_);
    if (!lead.title) return {};
    const auto name = name_at(a_, lead.end, size_);
    return !name.empty() && ends_item(name.last) ? name : TokenRange{};
  }

  bool leads_over(std::uint32_t t) const {
    return a_.tokens[t].kind == TokenKind::punctuation && !a_.tokens[t].newline &&
           !a_.is_punctuation(t, ";)?!");
  }

  bool opens_item() const {
    auto first = state_.first;
    if (first > 0 && word_at(a_, first - 1) == a_.lexicon.little.the) --first;
    if (first == 0 || a_.tokens[first].newline) return true;
    return a_.is_punctuation(first - 1, ":;") || a_.raw(first - 1) == "|";
  }

  /// The line ends, or the part of a list.
  bool ends_item(std::uint32_t t) const {
    return t >= size_ || a_.tokens[t].newline || a_.is_punctuation(t, ";)") || a_.raw(t) == "|";
  }

  const Analysis& a_;
  std::uint32_t size_;
  const NameMatch& state_;
};

}  // namespace

std::string listed_for(const Analysis& analysis, const NameMatch& state) {
  return Member(analysis, state).surname();
}

}  // namespace attache
