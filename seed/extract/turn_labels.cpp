// SPDX-License-Identifier: MIT
#include "seed/extract/turn_labels.h"

#include <algorithm>
#include <optional>

#include "seed/extract/person_leads.h"
#include "seed/extract/person_names.h"
#include "seed/extract/speakers.h"
#include "seed/extract/words_in_text.h"
#include "seed/text/fold.h"
#include "seed/text/marks.h"

namespace attache {
namespace {

/// Tokens of a label, of a pair of brackets in it, and of an office that the lexicon knows in part.
constexpr std::uint32_t longest_turn_label = 48, longest_turn_brackets = 14, longest_remit = 12;
/// Words between a speaker's name and the state that he speaks for.
constexpr std::uint32_t longest_for = 7;
/// What a speaker says has as many tokens, and ends as sentences do; a list of office holders not.
constexpr std::uint32_t shortest_speech = 2;

/// Reads one label, part by part.
class LabelReader {
 public:
  LabelReader(const Analysis& analysis, std::uint32_t first)
      : a_(analysis),
        at_(first),
        limit_(std::min(static_cast<std::uint32_t>(analysis.tokens.size()),
                        first + longest_turn_label)) {
    label_.first = first;
    for (auto t = first + 1; t < limit_; ++t)
      if (a_.tokens[t].blank) limit_ = t;
  }

  std::optional<TurnLabel> read() {
    if (word_at(a_, at_) == a_.lexicon.little.the) ++at_;
    else brackets();  // "[Norway] Mr. Olsen:"
    opening_ = at_;
    read_parts();
    if (name_.empty() && !office_ && !state_first_) return std::nullopt;
    label_.elsewhere = elsewhere_ && label_.country.empty();
    label_.bare = name_.empty() && !office_;
    if (label_.bare) label_.speaker = label_.country;
    if (a_.is_punctuation(at_, ":") || (label_.bare && (dash_of_label() || heads_turn())))
      return names_somebody() ? std::optional(label_) : std::nullopt;
    if (bracketed_state_ && opens_sentence() && goes_on()) {
      label_.reports = true;
      return label_;
    }
    return !name_.empty() && labels_speaker(a_, name_) ? std::optional(label_) : std::nullopt;
  }

  /// "the Norwegian Foreign Minister, Mr. Olsen" anywhere in the text.
  TurnLabel introduction() {
    introduces_ = true;
    read_parts();
    return office_ && !name_.empty() && !label_.country.empty() ? label_ : TurnLabel{};
  }

 private:
  void read_parts() {
    while (at_ < limit_ && part()) continue;
    if (!name_.empty()) label_.speaker = fold_word(a_.raw(name_.last - 1));
  }

  bool part() {
    if (introduces_ && !name_.empty()) return false;
    return brackets() || comma_behind() || dash_behind() || state_before_office() ||
           state_as_label() || titles() || of_state() || speaks_for() || state_behind_name() ||
           name() || remit();
  }

  /// A line opens the label, or the brackets with its state leave no doubt.
  bool names_somebody() const {
    const bool line = label_.first == 0 || a_.tokens[label_.first].newline || marked();
    if (!line && (!bracketed_state_ || label_.bare)) return false;
    if (label_.bare) return speech_behind();
    if (bracketed_state_ && (titled_ || office_)) return true;
    return (titled_ || office_ || names_itself()) && speech_behind();
  }

  /// "Anna Lee (Norway)", "JOBIM (Brazil)".
  bool names_itself() const {
    return (name_.size() > 1 || a_.tokens[name_.first].upper) && looks_like_person(a_, name_) &&
           distinctive(a_, name_);
  }

  /// The label's paragraph begins with a number, which stands outside its sentence.
  bool marked() const {
    return a_.sentence_of[label_.first - 1] == Analysis::no_sentence && opens_sentence();
  }

  bool opens_sentence() const {
    const auto sentence = a_.sentence_of[label_.first];
    return sentence != Analysis::no_sentence && a_.sentences[sentence].first == label_.first;
  }

  /// Behind the brackets the sentence goes on: "(Norway) said", "(Norway), speaking on behalf of".
  bool goes_on() const {
    return at_ < limit_ && a_.sentence_of[at_] == a_.sentence_of[label_.first] &&
           a_.tokens[at_].kind == TokenKind::word && !a_.tokens[at_].capital;
  }

  /// "NORWAY. -- We": behind a state in capitals alone.
  bool dash_of_label() const {
    const auto dash = a_.is_punctuation(at_, ".") ? at_ + 1 : at_;
    return at_ > 0 && a_.tokens[at_ - 1].upper && is_dash(dash) && dash + 1 < a_.tokens.size() &&
           !a_.tokens[dash + 1].newline;
  }

  /// "NORWAY" alone on its line, above what is said.
  bool heads_turn() const {
    return at_ < a_.tokens.size() && a_.tokens[at_ - 1].upper && a_.tokens[at_].newline;
  }

  bool is_dash(std::uint32_t t) const {
    return t < a_.tokens.size() &&
           (is_lone_dash(a_.text, a_.tokens[t]) || a_.raw(t) == "--" || a_.raw(t) == "\u2015");
  }

  /// Not "Prime Minister of Norway: Jan Berg".
  bool speech_behind() const {
    const auto t = a_.tokens[at_].newline ? at_ : at_ + 1;
    if (t >= a_.tokens.size()) return false;
    const auto sentence = a_.sentence_of[t];
    if (sentence == Analysis::no_sentence) return false;
    const auto last = a_.sentences[sentence].last;
    return last - t >= shortest_speech && a_.is_punctuation(last - 1, ".?!;:\"");
  }

  const NameMatch* match(std::uint32_t t, NameKind kind) const {
    return t < limit_ ? a_.names.at(t, kind, a_.lexicon.names) : nullptr;
  }

  /// The code of the state that a name is of; empty of a union of states.
  const std::string& code(const NameMatch& name) const {
    static const std::string none;
    const auto& iso3 = a_.lexicon.countries[a_.name(name).entry].iso3;
    return iso3.size() == 3 ? iso3 : none;
  }

  void take_state(const NameMatch& name) {
    if (label_.country.empty()) label_.country = code(name);
    at_ = name.last;
  }

  bool brackets() {
    if (!a_.is_punctuation(at_, "([")) return false;
    auto end = at_;
    int depth = 0;
    do {
      if (a_.is_punctuation(end, "([")) ++depth;
      if (a_.is_punctuation(end, ")]")) --depth;
      ++end;
    } while (end < limit_ && depth > 0 && end - at_ < longest_turn_brackets);
    if (depth > 0) return false;
    inside({at_ + 1, end - 1});
    at_ = end;
    return true;
  }

  /// "(Norway)", "(Minister for Foreign Affairs of Norway)", "(Mr. Olsen)", "(spoke in French)".
  void inside(TokenRange range) {
    if (range.empty()) return;
    std::string state;
    bool several = false, office = false;
    for (auto t = range.first; t < range.last; ++t) {
      office = office || match(t, NameKind::office) != nullptr;
      const auto* name = match(t, NameKind::country);
      if (name == nullptr || name->last > range.last) continue;
      several = several || (!state.empty() && state != code(*name));
      state = code(*name);
      t = name->last - 1;
    }
    if (!state.empty() && !several) {
      if (label_.country.empty()) bracketed_state_ = true, label_.country = state;
      return;
    }
    const Lead lead = lead_at(a_, range.first, range.last);
    if (name_.empty() && lead.title) {
      name_ = name_at(a_, lead.end, range.last);
      titled_ = titled_ || state_first_;
    } else if (a_.tokens[range.first].capital && !office && state.empty()) elsewhere_ = true;
  }

  bool comma_behind() {
    if (!a_.is_punctuation(at_, ",") || (name_.empty() && !office_ && !state_first_)) return false;
    ++at_;
    comma_ = true;
    return true;
  }

  /// "Mr. Olsen - Norway", "Norway / Mr. Olsen".
  bool dash_behind() {
    if (introduces_ || (name_.empty() && !state_first_) || at_ + 1 >= limit_) return false;
    if (!is_dash(at_) && a_.raw(at_) != "/") return false;
    const bool state = !name_.empty() && match(at_ + 1, NameKind::country) != nullptr;
    if (!state && !(name_.empty() && lead_at(a_, at_ + 1, limit_).title)) return false;
    ++at_;
    comma_ = true;
    return true;
  }

  /// "The Norwegian Foreign Minister", "US Secretary of State", "The Norwegian delegation".
  bool state_before_office() {
    for (const auto kind : {NameKind::adjective, NameKind::country}) {
      const auto* name = match(at_, kind);
      if (name == nullptr ||
          (lead_at(a_, name->last, limit_).office.empty() && !state_noun(name->last)))
        continue;
      take_state(*name);
      return true;
    }
    return false;
  }

  bool state_noun(std::uint32_t t) const {
    return t < limit_ && !introduces_ && name_.empty() && is(a_, t, WordKind::state_noun);
  }

  /// "KENYA:", "Kenya (Mr. Moi):": the state opens the label.
  bool state_as_label() {
    const auto* name = introduces_ || at_ != opening_ ? nullptr : match(at_, NameKind::country);
    if (name == nullptr || code(*name).empty()) return false;
    take_state(*name);
    return state_first_ = true;
  }

  bool titles() {
    // "The delegation of Norway", "The Norwegian side".
    if (state_noun(at_) && !office_ && (!label_.country.empty() || state_of(at_ + 1) != nullptr)) {
      ++at_;
      return office_ = true;
    }
    const Lead lead = lead_at(a_, at_, limit_);
    if (lead.end == at_ || (introduces_ && comma_ && !lead.office.empty())) return false;
    titled_ = titled_ || lead.title;
    office_ = office_ || !lead.office.empty();
    at_ = led_to_ = lead.end;
    return true;
  }

  /// "of Norway", "for the Republic of Kenya".
  bool of_state() {
    const auto* name = office_ || titled_ ? state_of(at_) : nullptr;
    if (name == nullptr) return false;
    take_state(*name);
    return true;
  }

  const NameMatch* state_of(std::uint32_t t) const {
    if (!a_.is_class(t, WordClass::preposition)) return nullptr;
    return match(word_at(a_, t + 1) == a_.lexicon.little.the ? t + 2 : t + 1, NameKind::country);
  }

  /// "Mr. Olsen, speaking on behalf of Norway:".
  bool speaks_for() {
    if (introduces_ || !comma_ || !a_.is_class(at_, WordClass::verb_ing)) return false;
    auto t = at_ + 1;
    while (t < limit_ && t - at_ < longest_for && !a_.tokens[t].capital &&
           a_.tokens[t].kind == TokenKind::word)
      ++t;
    const auto* name = match(t, NameKind::country);
    if (name == nullptr) return false;
    take_state(*name);
    return true;
  }

  /// "Mr. Olsen, Norway:".
  bool state_behind_name() {
    const auto* name = comma_ ? match(at_, NameKind::country) : nullptr;
    if (name == nullptr || !a_.is_punctuation(name->last, ":(")) return false;
    take_state(*name);
    return true;
  }

  bool name() {
    if (!name_.empty()) return false;
    const auto found = name_at(a_, at_, limit_);
    if (found.empty()) return false;
    const bool led = (titled_ || office_) && led_to_ == at_;
    if (!led && !(looks_like_person(a_, found) && distinctive(a_, found))) return false;
    name_ = found;
    at_ = found.last;
    return true;
  }

  /// What else an office is for: "and Trade", "for Disarmament Affairs".
  bool remit() {
    if (introduces_ || !office_ || ++remit_ > longest_remit ||
        a_.tokens[at_].kind != TokenKind::word)
      return false;
    constexpr auto small = WordClass::preposition | WordClass::determiner | WordClass::coordinator;
    if (!a_.tokens[at_].capital && !a_.is_class(at_, small)) return false;
    ++at_;
    return true;
  }

  const Analysis& a_;
  std::uint32_t at_, limit_, opening_ = 0, remit_ = 0, led_to_ = 0;
  TurnLabel label_;
  TokenRange name_;
  bool titled_ = false, office_ = false, comma_ = false, introduces_ = false;
  bool bracketed_state_ = false, elsewhere_ = false, state_first_ = false;
};

}  // namespace

TurnLabel introduction_at(const Analysis& analysis, std::uint32_t token) {
  return LabelReader(analysis, token).introduction();
}

std::vector<TurnLabel> turn_labels(const Analysis& a) {
  std::vector<TurnLabel> out;
  const auto size = static_cast<std::uint32_t>(a.tokens.size());
  for (std::uint32_t t = 0; t < size; ++t) {
    const auto sentence = a.sentence_of[t];
    const bool opens = sentence != Analysis::no_sentence && a.sentences[sentence].first == t;
    const bool line = t == 0 || a.tokens[t].newline;
    if (!(a.tokens[t].capital && (line || opens)) && !(line && a.is_punctuation(t, "["))) continue;
    if (auto label = LabelReader(a, t).read()) out.push_back(std::move(*label));
  }
  return out;
}

}  // namespace attache
