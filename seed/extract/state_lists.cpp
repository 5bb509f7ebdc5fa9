// SPDX-License-Identifier: MIT
#include "seed/extract/state_lists.h"

#include <algorithm>

namespace attache {
namespace {

using ListReading = StateWords::Reading;

/// Tokens between the sign that opens a list and its first state: "namely: the Republics of".
constexpr std::uint32_t longest_opening = 7;
/// Tokens between "other" and the noun that it stands before.
constexpr std::uint32_t longest_title = 3;

/// Reads what stands behind a noun, token by token.
class Listing {
 public:
  Listing(const Analysis& analysis, const StateWords& states, std::uint32_t first,
          std::uint32_t last)
      : a_(analysis), states_(states), at_(first), last_(last) {}

  ListReading read(bool told_apart) {
    skip_body();
    if (at_ >= last_ || !opens()) return {};
    for (std::uint32_t i = 0; i < longest_opening && at_ < last_; ++i, ++at_) {
      if (states_.mention_at(at_) != StateWords::no_mention) return {};
      const auto word = a_.tokens[at_].word;
      if (const auto name = states_.named(at_); name.kind == ListReading::Kind::state)
        return ends_well() && (sure_ || told_apart) ? name : ListReading{};
      const bool own =
          a_.frames.is(word, WordKind::own) || a_.frames.is(word, WordKind::possessive_own);
      if (own)
        return sure_ ? ListReading{ListReading::Kind::state, a_.own_state(at_)} : ListReading{};
      if (example(word)) sure_ = true;
      else if (!leads_on(word)) return {};
    }
    return {};
  }

 private:
  /// "of the United Nations".
  void skip_body() {
    auto t = at_;
    while (t < last_ && t < at_ + longest_title + 1 &&
           (a_.is_class(t, WordClass::preposition | WordClass::determiner) ||
            a_.frames.is(a_.tokens[t].word, WordKind::possessive_own)))
      ++t;
    if (t > at_ && t < last_ && states_.mention_at(t) != StateWords::no_mention) {
      const auto mention = states_.mention_at(t);
      while (t < last_ && states_.mention_at(t) == mention) ++t;
      while (t < last_ && a_.frames.is(a_.tokens[t].word, WordKind::collective)) ++t;
      at_ = t;
    }
  }

  bool opens() {
    if (example(a_.tokens[at_].word)) return sure_ = true;
    if (a_.tokens[at_].kind != TokenKind::punctuation) return false;
    sure_ = !a_.is_punctuation(at_, ",");
    return a_.is_punctuation(at_++, ",:(-\u2013\u2014");
  }

  /// "including", "among them".
  bool example(WordId word) const {
    return a_.frames.is(word, WordKind::example_of) || a_.frames.is(word, WordKind::pairing);
  }

  bool leads_on(WordId word) const {
    constexpr auto open = WordClass::determiner | WordClass::adjective | WordClass::preposition;
    return a_.is_class(at_, open) || a_.tokens[at_].kind == TokenKind::number ||
           a_.tokens[at_].kind == TokenKind::punctuation ||
           a_.frames.is(word, WordKind::state_noun) ||
           (sure_ && a_.frames.is(word, WordKind::someone));
  }

  /// No verb stands behind the name, which would make it a subject: "the Members, Kenya said".
  bool ends_well() const {
    auto t = at_;
    while (t < last_ && states_.same_name(t, at_)) ++t;
    constexpr auto joins = WordClass::coordinator | WordClass::preposition;
    return t >= last_ || a_.tokens[t].kind == TokenKind::punctuation || a_.is_class(t, joins);
  }

  const Analysis& a_;
  const StateWords& states_;
  std::uint32_t at_, last_;
  bool sure_ = false;  ///< a word or a colon says that a list follows
};

}  // namespace

StateWords::Reading listed_behind(const Analysis& analysis, const StateWords& states,
                                  std::uint32_t sentence, NodeId noun) {
  const auto& tree = analysis.tree(sentence);
  const bool told_apart = std::ranges::any_of(tree.children(noun), [&](NodeId c) {
    const auto relation = tree[c].relation;
    return c < noun && (relation == Relation::amod || relation == Relation::nummod) &&
           !analysis.frames.is(tree[c].word, WordKind::fellow);
  });
  const auto last = analysis.sentences[sentence].last;
  // "At the request of four members, Spain has been given": what follows is a subject.
  const auto phrase = tree.reach(noun).last;
  const bool opens = tree[noun].head != no_word && tree[noun].head > noun && phrase < tree.size() &&
                     tree[phrase].part == PartOfSpeech::punctuation &&
                     std::ranges::any_of(tree.children(tree[noun].head), [&](NodeId c) {
                       return is_subject(tree[c].relation) && c == phrase + 1;
                     });
  return Listing(analysis, states, tree[noun].end, last).read(told_apart && !opens);
}

bool names_fellows(const Analysis& analysis, std::uint32_t sentence, NodeId noun) {
  const auto token = analysis.tree(sentence)[noun].token;
  for (std::uint32_t back = 1; back <= longest_title && back <= token; ++back) {
    const auto t = token - back;
    if (analysis.frames.is(analysis.tokens[t].word, WordKind::fellow)) return true;
    const bool title = analysis.tokens[t].capital || analysis.is_class(t, WordClass::adjective) ||
                       analysis.frames.is(analysis.tokens[t].word, WordKind::bridge);
    if (!title) return false;
  }
  return false;
}

}  // namespace attache
