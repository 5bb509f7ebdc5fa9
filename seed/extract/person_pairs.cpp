// SPDX-License-Identifier: MIT
#include "seed/extract/person_pairs.h"

#include <algorithm>

#include "seed/extract/offices.h"
#include "seed/extract/person_names.h"

namespace attache {
namespace {

/// Bytes of a surname at least.
constexpr std::uint32_t shortest = 4;
/// Names of one list.
constexpr int most_names = 8;

class Pairs {
 public:
  explicit Pairs(const Analysis& analysis)
      : a_(analysis), size_(static_cast<std::uint32_t>(analysis.tokens.size())) {}

  std::vector<PersonMention> run(const std::vector<PersonMention>& known) {
    for (const auto& mention : known) {
      if (mention.name.size() == 1 && mention.office.empty()) behind(mention.name.last);
    }
    return std::move(out_);
  }

 private:
  /// Reads ", Y and Z" from `t` on, and keeps it where it ends with "and".
  void behind(std::uint32_t t) {
    std::vector<std::uint32_t> names;
    for (int k = 0; k < most_names && t + 1 < size_; ++k) {
      const bool last = a_.tokens[t].word == a_.lexicon.little.conjunction;
      if (!last && !a_.is_punctuation(t, ",")) return;
      if (!surname(t + 1)) return;
      names.push_back(t + 1);
      t += 2;
      if (!last) continue;
      for (const auto name : names)
        out_.push_back(
            {{name, name + 1}, {}, PersonMention::no_person, "leaders.acts", false, false});
      return;
    }
  }

  bool surname(std::uint32_t t) const {
    const auto& token = a_.tokens[t];
    if (token.kind != TokenKind::word || !token.capital || token.upper || token.dotted ||
        token.end - token.begin < shortest || a_.names.starts[t] != 0 || !in_name(a_, t))
      return false;
    if (t + 1 < size_ && a_.tokens[t + 1].kind == TokenKind::word && a_.tokens[t + 1].capital)
      return false;
    return a_.lexicon.vocabulary.classes(token.word) == WordClass::none &&
           !a_.lexicon.has(token.word, WordFact::given_name) &&
           !a_.lexicon.has(token.word, WordFact::person_thing) &&
           !a_.lexicon.has(token.word, WordFact::common_noun);
  }

  const Analysis& a_;
  std::uint32_t size_;
  std::vector<PersonMention> out_;
};

}  // namespace

std::vector<PersonMention> joined_surnames(const Analysis& analysis,
                                           const std::vector<PersonMention>& known) {
  return Pairs(analysis).run(known);
}

std::vector<PersonMention> initialled_names(const Analysis& a) {
  std::vector<PersonMention> out;
  for (const auto& sentence : a.sentences) {
    for (auto t = sentence.first; t < sentence.last; ++t) {
      if (!a.tokens[t].capital || (t > sentence.first && a.tokens[t - 1].capital)) continue;
      const auto name = name_at(a, t, sentence.last);
      // "1:45 P.M. EDT" is none.
      if (name.empty() || a.tokens[name.last - 1].upper || !starts_with_initial(a, name)) continue;
      const auto letters = slice(a.text, a.span(name));
      // One full stop is a sentence's, or a middle name's.
      if (std::count(letters.begin(), letters.end(), '.') > 1)
        out.push_back({name, office_after(a, name, sentence.last), PersonMention::no_person,
                       "leaders.initials", false, false});
      t = name.last - 1;
    }
  }
  return out;
}

}  // namespace attache
