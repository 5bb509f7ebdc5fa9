// SPDX-License-Identifier: MIT
#include "seed/extract/person_pairs.h"

#include <algorithm>

#include "seed/extract/offices.h"
#include "seed/extract/person_leads.h"
#include "seed/extract/person_names.h"

namespace attache {
namespace {

/// Bytes of a surname at least.
constexpr std::uint32_t shortest = 4;
/// Tokens of titles before a name that another is joined to.
constexpr std::uint32_t longest_lead = 12;
/// Names of one list.
constexpr int most_names = 8;

class Pairs {
 public:
  explicit Pairs(const Analysis& analysis)
      : a_(analysis), size_(static_cast<std::uint32_t>(analysis.tokens.size())) {}

  std::vector<PersonMention> run(const std::vector<PersonMention>& known) {
    for (const auto& mention : known) {
      if (mention.name.size() == 1 && mention.office.empty()) behind(mention.name.last);
      ahead(mention);
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
      for (const auto name : names) keep(name);
      return;
    }
  }

  /// "Elliot and Dr. Orr": whom the text joins to somebody with a title opens the clause.
  void ahead(const PersonMention& mention) {
    const auto sentence = a_.sentence_of[mention.name.first];
    if (sentence == Analysis::no_sentence) return;
    const auto first = a_.sentences[sentence].first;
    auto joint = mention.name.first;
    while (joint > first && mention.name.first - joint < longest_lead &&
           a_.tokens[joint - 1].word != a_.lexicon.little.conjunction)
      --joint;
    if (joint < first + 2 || a_.tokens[joint - 1].word != a_.lexicon.little.conjunction) return;
    const auto lead = lead_at(a_, joint, mention.name.last);
    const auto name = joint - 2;
    if (lead.end != mention.name.first || lead.end == joint || lead.many || !surname(name)) return;
    constexpr auto opens = WordClass::subordinator | WordClass::adverb;
    if (name == first || a_.is_punctuation(name - 1, ",;:") ||
        (a_.is_class(name - 1, opens) && !a_.is_class(name - 1, WordClass::preposition)))
      keep(name);
  }

  void keep(std::uint32_t name) {
    out_.push_back({{name, name + 1}, {}, PersonMention::no_person, "leaders.acts", false, false});
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
      // "U.N.R.R.A. Relief" opens before its second letter.
      if (!a.tokens[t].capital ||
          (t > sentence.first &&
           (a.tokens[t - 1].capital || (!a.tokens[t].space && a.is_punctuation(t - 1, ".")))))
        continue;
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
