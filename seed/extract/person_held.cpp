// SPDX-License-Identifier: MIT
#include "seed/extract/person_held.h"

#include "seed/extract/offices.h"
#include "seed/extract/person_names.h"
#include "seed/extract/words_in_text.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// Tokens between a name and the verb that gives its bearer an office.
constexpr std::uint32_t farthest_holder = 25;

class Held {
 public:
  Held(const Analysis& analysis, PersonMentions& mentions) : a_(analysis), mentions_(mentions) {}

  /// "Lennart Meri later served as President", "on his election as Secretary-General": the person
  /// is named before.
  void run() {
    for (const auto& hit : a_.hits) {
      const auto* cue = a_.cue(hit);
      if (cue == nullptr || cue->table != Table::leaders || cue->effect != effect::holds) continue;
      const auto& sentence = a_.sentences[hit.sentence];
      first_ = sentence.first;
      limit_ = sentence.last;
      TokenRange office{hit.match.capture_first, hit.match.capture_last};
      office = {office_begin(a_, office.first, hit.match.first + 1),
                office_end(a_, office, limit_)};
      if (told_of(verb_of(hit), office, cue->id)) continue;
      if (auto* holder = holder_of(hit);
          holder != nullptr && (holder->office.empty() || holder->rank))
        *holder = with_office(*holder, office);
    }
  }

 private:
  static PersonMention with_office(PersonMention mention, TokenRange office) {
    mention.office = office;
    mention.rank = false;
    return mention;
  }

  /// Where the name ends: before the verb, or before "as" in "appointed X as Prime Minister".
  std::uint32_t verb_of(const CueHit& hit) const {
    for (auto t = hit.match.capture_first; t > hit.match.first + 1; --t) {
      if (is(a_, t - 1, PhraseRole::as) && a_.tokens[t - 2].capital) return t - 1;
    }
    return hit.match.first;
  }

  /// "X and Y serve as State Secretaries": the names right before the verb.
  bool told_of(std::uint32_t verb, TokenRange office, std::string_view rule) {
    bool told = false;
    auto t = verb;
    // "X, of Ohio, to be Ambassador"
    if (t > first_ && a_.is_punctuation(t - 1, ",") && a_.is_class(t, WordClass::preposition)) --t;
    while (t > first_) {
      while (t > first_ && a_.is_class(t - 1, WordClass::auxiliary | WordClass::adverb)) --t;
      const auto name = name_before(a_, t, first_);
      if (name.empty() || !mentions_.likely(name) || !mentions_.add(name, office, rule))
        return told;
      told = true;
      t = name.first;
      if (!is_plural(fold_phrase(a_.wording(office)))) return told;
      while (t > first_ && parts_names(a_, t - 1)) --t;
    }
    return told;
  }

  PersonMention* holder_of(const CueHit& hit) {
    auto* holder = mentions_.before(hit.match.first);
    if (holder == nullptr) return nullptr;
    return holder->name.first >= first_ && hit.match.first - holder->name.last <= farthest_holder
               ? holder
               : nullptr;
  }

  const Analysis& a_;
  PersonMentions& mentions_;
  std::uint32_t first_ = 0, limit_ = 0;  ///< of the sentence at hand
};

}  // namespace

void take_held(const Analysis& analysis, PersonMentions& mentions) {
  Held(analysis, mentions).run();
}

}  // namespace attache
