// SPDX-License-Identifier: MIT
#include "seed/extract/person_known.h"

#include <string_view>
#include <unordered_set>

#include "seed/extract/name_shapes.h"
#include "seed/extract/offices.h"
#include "seed/extract/person_leads.h"
#include "seed/extract/person_names.h"
#include "seed/extract/person_titles.h"

namespace attache {
namespace {

/// Words of a sentence in capitals that names alone do not fill.
constexpr std::uint32_t most_shouted = 3;
/// Given names before a name that the lexicon knows.
constexpr std::uint32_t longest_forenames = 20;

class Known {
 public:
  Known(const Analysis& analysis, PersonMentions& mentions) : a_(analysis), mentions_(mentions) {}

  void run() {
    for (const auto& sentence : a_.sentences) {
      a_.step();
      limit_ = sentence.last;
      for (auto t = first_ = sentence.first; t < limit_; ++t) {
        if (a_.names.starts[t] != 0 && !mentions_.taken(t) &&
            !take_titled(a_, mentions_, sentence, t))
          known(t);
      }
    }
  }

  /// Later and earlier places that give a person's surname alone.
  void surnames() {
    std::unordered_set<std::string_view> names;
    for (const auto& mention : mentions_.all()) {
      const auto last = mention.name.last - 1;
      if (mention.name.size() > 1 && a_.tokens[last].end - a_.tokens[last].begin > 3 &&
          distinctive(a_, {last, last + 1}))
        names.insert(a_.raw(last));
    }
    if (names.empty()) return;
    for (const auto& sentence : a_.sentences) {
      a_.step();
      for (auto t = sentence.first; t < sentence.last; ++t) {
        if (!a_.tokens[t].capital || mentions_.taken(t) || !names.contains(a_.raw(t)) ||
            !in_name(a_, t))
          continue;
        first_ = sentence.first;
        limit_ = sentence.last;
        if (alone(t)) mentions_.add(widened({t, t + 1}), {}, "leaders.surname");
      }
    }
  }

 private:
  const NameMatch* at(std::uint32_t t, NameKind kind) const {
    return a_.names.at(t, kind, a_.lexicon.names);
  }

  /// A name that the lexicon knows, without title.
  void known(std::uint32_t t) {
    const auto* match = at(t, NameKind::person);
    if (match == nullptr || match->last > limit_) return;
    const auto name = widened({match->first, match->last});
    // "Bangabandhu Sheikh Mujibur Rahman": an epithet before the name.
    if (const auto more = lead_at(a_, name.last, limit_); more.title && more.office.empty()) return;
    if (mentions_.blocked(name) || modifies(name) || shouted(name) || titles_work(name)) {
      a_.explain(name, "leaders.lexicon", "not named as a person");
      return;
    }
    auto office = office_after(a_, name, limit_);
    const auto before = office_before(a_, name.first);
    if (office.empty() ||
        (!before.empty() && !mentions_.held(before) && leads_to_next(office.last)))
      office = before;
    mentions_.add(name, office, "leaders.lexicon");
  }

  /// "the President, X, the Secretary, Y": what stands behind is the next one's.
  bool leads_to_next(std::uint32_t t) const {
    return t + 1 < limit_ && a_.is_punctuation(t, ",") &&
           (at(t + 1, NameKind::person) != nullptr || lead_at(a_, t + 1, limit_).title);
  }

  /// A single word in a sentence of capitals: "MACARTHUR TO CONVEY TO".
  bool shouted(TokenRange name) {
    if (name.size() != 1 || !a_.tokens[name.first].upper) return false;
    if (looked_at_ != first_) {
      looked_at_ = first_;
      in_capitals_ = in_capitals();
    }
    return in_capitals_;
  }

  /// Of the sentence at hand.
  bool in_capitals() const {
    std::uint32_t words = 0;
    for (auto t = first_; t < limit_; ++t) {
      const auto& token = a_.tokens[t];
      if (token.kind != TokenKind::word || token.end - token.begin < 2) continue;
      if (!token.upper) return false;
      ++words;
    }
    return words >= most_shouted;
  }

  /// "Nelson Mandela: A Biography" in quotation marks is a book.
  bool titles_work(TokenRange name) const {
    return name.first > 0 && a_.is_punctuation(name.first - 1, "\"'") &&
           a_.is_punctuation(name.last, ":") && name.last + 1 < limit_ &&
           a_.tokens[name.last + 1].capital;
  }

  /// The given names before it and the particles behind it.
  TokenRange widened(TokenRange name) const {
    const auto begin = name.first;
    while (name.first > first_ && begin - name.first < longest_forenames &&
           !mentions_.taken(name.first - 1) && widens(name.first - 1))
      --name.first;
    while (name.last + 1 < limit_ &&
           a_.lexicon.has(a_.tokens[name.last].word, WordFact::name_particle) &&
           in_name(a_, name.last + 1))
      name.last += 2;
    while (name.last < limit_ &&
           ((a_.tokens[name.last].word == unknown_word && in_name(a_, name.last) &&
             a_.tokens[name.last].upper == a_.tokens[name.last - 1].upper) ||
            behind_capitals(a_, name, name.last)))
      ++name.last;
    return name;
  }

  bool widens(std::uint32_t t) const {
    if (a_.is_punctuation(t, "."))
      return t > first_ && a_.tokens[t - 1].end - a_.tokens[t - 1].begin == 1 && in_name(a_, t - 1);
    return in_name(a_, t) && (a_.tokens[t].end - a_.tokens[t].begin == 1 ||
                              a_.lexicon.has(a_.tokens[t].word, WordFact::given_name));
  }

  /// "the Somoza family", "the Nelson Mandela Rules": the name only tells one thing from another.
  bool modifies(TokenRange name) const {
    if (name.last >= limit_ || a_.tokens[name.last].kind != TokenKind::word) return false;
    if (at(name.last, NameKind::office) != nullptr || at(name.last, NameKind::honorific) != nullptr)
      return false;
    // "the Biden FAA"
    if (a_.tokens[name.last].upper && !a_.tokens[name.last - 1].upper && name.first > first_ &&
        a_.is_class(name.first - 1, WordClass::determiner))
      return true;
    const auto classes = a_.lexicon.vocabulary.classes(a_.tokens[name.last].word);
    const bool noun =
        any(classes, WordClass::noun | WordClass::adjective) &&
        !any(classes, WordClass::preposition | WordClass::verb_s | WordClass::verb_ed |
                          WordClass::auxiliary | WordClass::coordinator);
    if (!noun) return false;
    return a_.tokens[name.last].capital ||
           (name.first > first_ && a_.is_class(name.first - 1, WordClass::determiner));
  }

  /// No other capital word stands beside it: it is not part of another name.
  bool alone(std::uint32_t t) const {
    if (mentions_.blocked({t, t + 1}) || modifies({t, t + 1})) return false;
    const bool left = t > first_ + 1 && a_.tokens[t - 1].kind == TokenKind::word &&
                      a_.tokens[t - 1].capital && !widens(t - 1);
    const bool right =
        t + 1 < limit_ && a_.tokens[t + 1].kind == TokenKind::word && a_.tokens[t + 1].capital;
    return !left && !right;
  }

  const Analysis& a_;
  PersonMentions& mentions_;
  std::uint32_t first_ = 0, limit_ = 0;  ///< of the sentence at hand
  std::uint32_t looked_at_ =
      Analysis::no_sentence;  ///< first token of the sentence asked about last
  bool in_capitals_ = false;
};

}  // namespace

void take_known(const Analysis& analysis, PersonMentions& mentions) {
  Known(analysis, mentions).run();
}

void take_surnames(const Analysis& analysis, PersonMentions& mentions) {
  Known(analysis, mentions).surnames();
}

}  // namespace attache
