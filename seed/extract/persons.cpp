// SPDX-License-Identifier: MIT
#include "seed/extract/persons.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "seed/extract/name_shapes.h"
#include "seed/extract/offices.h"
#include "seed/extract/person_acts.h"
#include "seed/extract/person_columns.h"
#include "seed/extract/person_leads.h"
#include "seed/extract/person_names.h"
#include "seed/extract/person_pairs.h"
#include "seed/extract/person_posts.h"
#include "seed/extract/person_signs.h"
#include "seed/extract/person_trades.h"
#include "seed/extract/speakers.h"
#include "seed/extract/words_in_text.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// Rules that a title or an office before the name speaks for.
constexpr std::string_view title_rule = "leaders.title", office_rule = "leaders.office";
/// Tokens between a name and the verb that gives its bearer an office.
constexpr std::uint32_t farthest_holder = 25;
/// Words of a sentence in capitals that names alone do not fill.
constexpr std::uint32_t most_shouted = 3;
/// Given names before a name that the lexicon knows.
constexpr std::uint32_t longest_forenames = 20;
/// Articles and pronouns between a name and its office.
constexpr std::uint32_t most_determiners = 8;

class Finder {
 public:
  explicit Finder(const Analysis& analysis)
      : a_(analysis), taken_(analysis.tokens.size() + 1, false) {}

  std::vector<PersonMention> run() {
    block();
    add_all(signatures_in_columns(a_));
    add_all(signatures(a_));
    add_all(officers_at_posts(a_));
    for (const auto& sentence : a_.sentences) {
      a_.step();
      limit_ = sentence.last;
      for (auto t = first_ = sentence.first; t < limit_; ++t) {
        if (a_.names.starts[t] != 0 && !taken_[t] && !led(t)) known(t);
      }
    }
    add_all(names_in_capitals(a_));
    add_all(speakers_without_title(a_));
    add_all(acting_persons(a_));
    add_all(initialled_names(a_));
    add_all(joined_surnames(a_, out_));
    sort();
    told();
    surnames();
    sort();
    return std::move(out_);
  }

 private:
  const NameMatch* at(std::uint32_t t, NameKind kind) const {
    return a_.names.at(t, kind, a_.lexicon.names);
  }
  void sort() {
    sorted_ = static_cast<std::ptrdiff_t>(out_.size());
    std::sort(out_.begin(), out_.end(),
              [](const auto& x, const auto& y) { return x.name.first < y.name.first; });
  }

  void add_all(const std::vector<PersonMention>& mentions) {
    for (const auto& mention : mentions) {
      if (!blocked(mention.name) && add(mention.name, mention.office, mention.rule))
        out_.back().office_lines = mention.office_lines;
    }
  }

  /// "Lake Victoria", "the poet X": words that the rules set apart are no leaders' names without a
  /// title.
  void block() {
    for (const auto& hit : a_.hits) {
      const auto* cue = a_.cue(hit);
      if (cue == nullptr || cue->table != Table::leaders || cue->effect != effect::blocks) continue;
      if (blocked_.empty()) blocked_.assign(a_.tokens.size(), false);
      for (auto t = hit.match.capture_first; t < hit.match.capture_last; ++t) blocked_[t] = true;
    }
  }

  bool blocked(TokenRange name) const {
    if (blocked_.empty()) return false;
    return std::any_of(blocked_.begin() + name.first, blocked_.begin() + name.last,
                       [](bool b) { return b; });
  }

  bool add(TokenRange name, TokenRange office, std::string_view rule) {
    for (auto t = name.first; t < name.last; ++t) {
      if (taken_[t]) return false;
    }
    if (names_thing(a_, name, rule != title_rule && rule != office_rule)) {
      a_.explain(name, std::string(rule), "a thing named after a person");
      return false;
    }
    if (of_company(a_, office) ||
        ((office.empty() || office.first >= name.last) && in_trade(a_, name))) {
      a_.explain(name, std::string(rule), "in trade, or of a company");
      return false;
    }
    PersonMention mention{name, office, PersonMention::no_person, std::string(rule)};
    mention.speaker = labels_speaker(a_, name) || delivers(a_, name, office);
    const auto* match = at(name.first, NameKind::person);
    if (match != nullptr && match->last <= name.last) mention.person = a_.name(*match).entry;
    std::fill(taken_.begin() + name.first, taken_.begin() + name.last, true);
    out_.push_back(std::move(mention));
    return true;
  }

  /// Names behind titles and offices: "Mr. X", "President X", "the first President, X", "Presidents
  /// X and Y".
  bool led(std::uint32_t t) {
    const auto lead = lead_at(a_, t, limit_);
    if (lead.end == t) return false;
    const auto name = name_at(a_, lead.end, limit_);
    if (!name.empty() && direct(lead, name)) return true;
    if (lead.office.empty() || lead.title) return false;
    return apposition(lead);
  }

  /// The name stands right behind the title or the office.
  bool direct(const Lead& lead, TokenRange name) {
    const bool by_office =
        lead.held != PersonMention::no_person && a_.lexicon.offices[lead.held].prefix;
    if (!lead.title && !by_office) return false;
    if (blocked(name) && !blocked({lead.first, lead.first + 1}))
      return false;  // "Chief Architect X"
    // "President Park Chung-hee" is a name, "major Powers" and "General Debate" are none.
    if (lead.weak && !distinctive(a_, name) &&
        !(a_.tokens[lead.first].capital &&
          ((name.size() > 1 && !ordinary_words(a_, name)) || named_by_place(a_, name))))
      return false;
    auto office = lead.office;
    if (!office.empty()) office.first = office_begin(a_, office.first, first_);
    if (office.empty()) office = office_after(a_, name, limit_);
    if (office.empty()) office = office_before(a_, lead.first);
    const bool rank = office.empty() && !lead.rank.empty();
    if (!add(name, rank ? lead.rank : office, lead.title ? title_rule : office_rule)) return false;
    out_.back().rank = rank;
    if (lead.many) others(name, office);
    return true;
  }

  /// "the Minister for Foreign Affairs of Gabon, X", "the President of France X", "X, the former
  /// President of Y".
  bool apposition(const Lead& lead) {
    TokenRange office{office_begin(a_, lead.office.first, first_),
                      office_end(a_, lead.office, limit_)};
    auto next = office.last;
    const bool comma =
        next < limit_ && (a_.is_punctuation(next, ",:(") || dashes(next));  // "Foreign Minister: X"
    // "THE PRESIDENT: Folks, ...": who speaks, and then what he says.
    if (comma && a_.is_punctuation(next, ":") && named_by_article(office)) return false;
    if (comma && between_names(office)) return before(office);
    if (comma) ++next;
    if (const auto inner = lead_at(a_, next, limit_);
        inner.title && !name_at(a_, inner.end, limit_).empty())
      return false;
    const auto name = name_at(a_, next, limit_);
    if (!comma && blocked(name)) return false;  // "Chief Economist X"
    const bool surely =
        distinctive_pair(a_, next, limit_) ||
        (!name.empty() && (at(next, NameKind::person) != nullptr || (!comma && strange(name))));
    if (name.size() > 1 && (surely || (comma && closes(name.last) && distinctive(a_, name))) &&
        add(name, office, "leaders.apposition")) {
      if (lead.many) others(name, office);
      return true;
    }
    // "the Acting Foreign Minister, Mok, said", "the Ambassador (Crook) called"
    if (comma && name.size() == 1 && stranger(name) && closes(name.last) &&
        named_by_article(office) && add(name, office, "leaders.apposition"))
      return true;
    return before(office);
  }

  /// "Warren Hughes, Assistant Secretary, Carl Bolen, Counsellor": in such a list an office belongs
  /// to the name before it.
  bool between_names(TokenRange office) const {
    if (office.first < first_ + 3 || !a_.is_punctuation(office.first - 1, ",")) return false;
    const auto name = name_before(a_, office.first - 1, first_);
    return !name.empty() && !taken_[name.first] &&
           a_.lexicon.has(a_.tokens[name.first].word, WordFact::given_name) && likely_person(name);
  }

  /// "President--Alar Karis".
  bool dashes(std::uint32_t t) const {
    return a_.tokens[t].kind == TokenKind::punctuation && a_.raw(t) == "--";
  }

  /// One word that neither the language nor the lexicon knows.
  bool stranger(TokenRange name) const {
    const auto& token = a_.tokens[name.first];
    return !token.upper && a_.names.starts[name.first] == 0 &&
           a_.lexicon.vocabulary.classes(token.word) == WordClass::none && !blocked(name);
  }

  /// "the Ambassador": somebody whom the text goes on to name.
  bool named_by_article(TokenRange office) const {
    return office.first > first_ && a_.tokens[office.first].capital &&
           a_.tokens[office.first - 1].word == a_.lexicon.little.the;
  }

  /// None of its words is a word of the language: "... for European Affairs Wess Mitchum".
  bool strange(TokenRange name) const {
    return name.size() > 1 && likely_person(name) && distinctive(a_, name);
  }

  /// "X, the South African Minister of Finance".
  bool before(TokenRange office) {
    auto t = office.first;
    while (t > first_ && office.first - t < most_determiners &&
           a_.is_class(t - 1, WordClass::determiner | WordClass::possessive))
      --t;
    if (t >= first_ + 2 && after_one_of(a_, t - 2, limit_) == office.first)
      t = office.first = t - 2;
    if (t < first_ + 2 || !a_.is_punctuation(t - 1, ",(")) return false;
    auto name = name_before(a_, t - 1, first_);
    if (name.empty() && t >= first_ + 2 && named_by_article(office) && in_name(a_, t - 2) &&
        stranger({t - 2, t - 1}) && (t == first_ + 2 || !a_.tokens[t - 3].capital) &&
        a_.is_punctuation(t - 1, ","))
      name = {t - 2, t - 1};
    if (name.empty() || taken_[name.first] || !likely_person(name)) return false;
    return add(name, office, "leaders.apposition");
  }

  bool likely_person(TokenRange name) const {
    return !blocked(name) && looks_like_person(a_, name);
  }

  /// An apposition ends at a mark or with its sentence.
  bool closes(std::uint32_t t) const {
    return t >= limit_ || a_.tokens[t].kind == TokenKind::punctuation;
  }

  bool parts_names(std::uint32_t t) const {
    return a_.is_punctuation(t, ",") || a_.tokens[t].word == a_.lexicon.little.conjunction;
  }

  /// "... of Chile, Y of Cuba and Z": further names behind a plural.
  void others(TokenRange name, TokenRange office) {
    for (;;) {
      auto t = after_origin(a_, name.last, limit_);
      const auto start = t;
      while (t < limit_ && parts_names(t)) ++t;
      if (t == start || t >= limit_) return;
      const auto lead = lead_at(a_, t, limit_);
      if (!lead.office.empty()) return;
      name = name_at(a_, lead.end, limit_);
      if (name.empty() || !(lead.title || distinctive(a_, name)) ||
          !add(name, office, "leaders.coordination"))
        return;
    }
  }

  /// A name that the lexicon knows, without title.
  void known(std::uint32_t t) {
    const auto* match = at(t, NameKind::person);
    if (match == nullptr || match->last > limit_) return;
    const auto name = widened({match->first, match->last});
    // "Bangabandhu Sheikh Mujibur Rahman": an epithet before the name.
    if (const auto more = lead_at(a_, name.last, limit_); more.title && more.office.empty()) return;
    if (blocked(name) || modifies(name) || shouted(name) || titles_work(name)) {
      a_.explain(name, "leaders.lexicon", "not named as a person");
      return;
    }
    auto office = office_after(a_, name, limit_);
    if (office.empty()) office = office_before(a_, name.first);
    add(name, office, "leaders.lexicon");
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
           !taken_[name.first - 1] && widens(name.first - 1))
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

  /// "Lennart Meri later served as President", "on his election as Secretary-General": the person
  /// is named before.
  void told() {
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
      if (name.empty() || !likely_person(name) || !add(name, office, rule)) return told;
      told = true;
      t = name.first;
      if (!is_plural(fold_phrase(a_.wording(office)))) return told;
      while (t > first_ && parts_names(t - 1)) --t;
    }
    return told;
  }

  PersonMention* holder_of(const CueHit& hit) {
    const auto behind =
        std::lower_bound(out_.begin(), out_.begin() + sorted_, hit.match.first,
                         [](const auto& m, std::uint32_t t) { return m.name.first < t; });
    if (behind == out_.begin()) return nullptr;
    auto& holder = *(behind - 1);
    return holder.name.first >= first_ && hit.match.first - holder.name.last <= farthest_holder
               ? &holder
               : nullptr;
  }

  /// Later and earlier places that give a person's surname alone.
  void surnames() {
    std::unordered_set<std::string_view> names;
    for (const auto& mention : out_) {
      const auto last = mention.name.last - 1;
      if (mention.name.size() > 1 && a_.tokens[last].end - a_.tokens[last].begin > 3 &&
          distinctive(a_, {last, last + 1}))
        names.insert(a_.raw(last));
    }
    if (names.empty()) return;
    for (const auto& sentence : a_.sentences) {
      a_.step();
      for (auto t = sentence.first; t < sentence.last; ++t) {
        if (!a_.tokens[t].capital || taken_[t] || !names.contains(a_.raw(t)) || !in_name(a_, t))
          continue;
        first_ = sentence.first;
        limit_ = sentence.last;
        if (alone(t)) add(widened({t, t + 1}), {}, "leaders.surname");
      }
    }
  }

  /// No other capital word stands beside it: it is not part of another name.
  bool alone(std::uint32_t t) const {
    if (blocked({t, t + 1}) || modifies({t, t + 1})) return false;
    const bool left = t > first_ + 1 && a_.tokens[t - 1].kind == TokenKind::word &&
                      a_.tokens[t - 1].capital && !widens(t - 1);
    const bool right =
        t + 1 < limit_ && a_.tokens[t + 1].kind == TokenKind::word && a_.tokens[t + 1].capital;
    return !left && !right;
  }

  const Analysis& a_;
  std::vector<bool> taken_, blocked_;
  std::vector<PersonMention> out_;
  std::ptrdiff_t sorted_ = 0;            ///< so many mentions stand in order
  std::uint32_t first_ = 0, limit_ = 0;  ///< of the sentence at hand
  std::uint32_t looked_at_ =
      Analysis::no_sentence;  ///< first token of the sentence asked about last
  bool in_capitals_ = false;
};

}  // namespace

std::vector<PersonMention> find_persons(const Analysis& analysis) { return Finder(analysis).run(); }

}  // namespace attache
