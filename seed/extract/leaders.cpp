// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <unordered_map>

#include "seed/extract/offices.h"
#include "seed/extract/persons.h"
#include "seed/extract/phrases.h"
#include "seed/extract/tables.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// A name is compared with so many rows, the newest, that share its first or last word: no
/// document names so many of one family, and a list of thousands must not be compared each with
/// each.
constexpr std::size_t most_namesakes = 128;

/// "Mr. Ban" is "Ban Ki-moon", but names of so many words do not open with the family's.
constexpr std::size_t longest_family_first = 4;

/// A row and what it is compared by.
struct Known {
  std::vector<std::string> words;  ///< of the name, folded
  std::uint32_t person = PersonMention::no_person;
  std::uint32_t latest = 0;  ///< first token of the last mention
  bool rank = false;         ///< the office is no more than a rank
};

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  const auto folded = fold_phrase(name);
  for (std::size_t i = 0; i < folded.size();) {
    const auto end = std::min(folded.find(' ', i), folded.size());
    words.push_back(folded.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

/// "j" is "john", "john" is "john".
bool agree(const std::string& a, const std::string& b) {
  return a == b || (a.size() == 1 && b.front() == a.front()) ||
         (b.size() == 1 && a.front() == b.front());
}

/// The words of the shorter name stand in the longer one in their order, and both end alike.
bool shortened(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto& less = a.size() <= b.size() ? a : b;
  const auto& more = a.size() <= b.size() ? b : a;
  if (less.empty() || less.back() != more.back()) return false;
  std::size_t i = 0;
  for (const auto& word : more) i += i < less.size() && agree(less[i], word);
  return i == less.size();
}

class Rows {
 public:
  explicit Rows(const Analysis& analysis) : a_(analysis) {}

  std::vector<LeaderRow> run(const std::vector<PersonMention>& mentions) {
    for (const auto& mention : mentions) take(mention);
    for (auto& row : rows_) row.office_type = type_of(row);
    return std::move(rows_);
  }

 private:
  /// A row among those that share a word.
  struct Listed {
    std::size_t row;
    std::size_t previous;  ///< 1 + index of the one before, 0 where this is the oldest
  };

  void take(const PersonMention& mention) {
    const auto name = a_.wording(mention.name);
    const auto words = words_of(name);
    if (words.empty()) return;
    const auto at = find(words, mention);
    if (at == rows_.size()) {
      rows_.emplace_back();
      rows_.back().name = name;
      known_.push_back({words, mention.person, 0, false});
    }
    if (mention.person != PersonMention::no_person) row_of_person_[mention.person] = at;
    auto& row = rows_[at];
    if (row.citations.empty()) list(words, at);
    if (words.size() > known_[at].words.size()) {
      row.name = name;
      known_[at].words = words;
      list(words, at);
    }
    if (known_[at].person == PersonMention::no_person) known_[at].person = mention.person;
    known_[at].latest = mention.name.first;
    if (!mention.office.empty() && (row.office.empty() || (known_[at].rank && !mention.rank))) {
      row.office = a_.wording(mention.office);
      if (plural_of_known(a_, mention.office)) row.office = singular(row.office);
      state_of(row, mention.office);
      for (const auto line : mention.office_lines) {
        row.office += " " + a_.wording(line);
        state_of(row, line);
      }
      known_[at].rank = mention.rank;
    }
    if (row.country.empty() && row.body.empty() && !row.office.empty())
      row.country = origin(mention.name);
    row.speaker = row.speaker || mention.speaker;
    if (row.country.empty() && row.body.empty() && mention.person != PersonMention::no_person)
      row.country = a_.lexicon.persons[mention.person].country;
    row.citations.push_back(a_.cite(mention.name, mention.rule));
    auto& citation = row.citations.back();
    citation.confidence = a_.lexicon.confidences.of(mention.rule, Confidences::leaders);
    row.confidence = std::max(row.confidence, citation.confidence);
  }

  /// The normal form of an office: what the longest phrase in it tells. An office whose words begin
  /// later is one that another office serves ("adviser to the President"), unless a phrase says so.
  std::string type_of(const LeaderRow& row) const {
    const auto words = " " + fold_parted(row.office) + " ";
    const OfficeType* first = nullptr;
    std::size_t at = std::string::npos;
    for (const auto& known : a_.lexicon.office_types) {
      const auto found = words.find(known.phrase);
      if (found == std::string::npos || (first != nullptr && found + known.phrase.size() > at + 1))
        continue;
      first = &known;
      at = found;
    }
    if (first == nullptr) return {};
    return row.body.empty() || first->of_body.empty() ? first->type : first->of_body;
  }

  /// Whose office it is.
  void state_of(LeaderRow& row, TokenRange words) const {
    for (auto t = words.first; t < words.last; ++t) {
      // "minister to Spain" is no office of Spain's.
      if (sent_to(words, t)) continue;
      for (const auto kind : {NameKind::country, NameKind::adjective}) {
        if (const auto* state = a_.names.at(t, kind, a_.lexicon.names);
            state != nullptr && !is_remit(words, state->last))
          row.country = a_.lexicon.countries[a_.name(*state).entry].iso3;
      }
      if (const auto* body = a_.names.at(t, NameKind::body, a_.lexicon.names);
          body != nullptr && !is_remit(words, body->last))
        row.body = a_.lexicon.bodies[a_.name(*body).entry].slug;
    }
  }

  /// "Minister for European Union Affairs" is no office of the Union's.
  bool is_remit(TokenRange words, std::uint32_t t) const {
    return t < words.last && a_.lexicon.has(a_.tokens[t].word, WordFact::remit);
  }

  bool sent_to(TokenRange words, std::uint32_t t) const {
    const auto& little = a_.lexicon.little;
    if (t > words.first && a_.tokens[t - 1].word == little.the) --t;
    return t > words.first && a_.tokens[t - 1].word == little.to;
  }

  /// "President Zelensky of Ukraine".
  std::string origin(TokenRange name) const {
    const auto sentence = a_.sentence_of[name.first];
    if (sentence == Analysis::no_sentence) return {};
    const auto end = after_origin(a_, name.last, a_.sentences[sentence].last);
    for (auto t = name.last; t < end; ++t) {
      if (const auto* state = a_.names.at(t, NameKind::country, a_.lexicon.names))
        return a_.lexicon.countries[a_.name(*state).entry].iso3;
    }
    return {};
  }

  /// The row of the same person, the last named first; the number of rows where there is none.
  /// A surname refers back to the full name; so does "Mr. Ban" to "Ban Ki-moon", where the first
  /// word is no given name.
  std::size_t find(const std::vector<std::string>& words, const PersonMention& mention) const {
    auto best = rows_.size();
    const auto look = [&](const std::string& word) {
      const auto found = newest_.find(hash(word));
      auto next = found == newest_.end() ? 0 : found->second;
      for (std::size_t k = 0; next != 0 && k < most_namesakes; ++k) {
        const auto [i, previous] = listed_[next - 1];
        next = previous;
        const bool same = shortened(known_[i].words, words) ||
                          family_first(known_[i].words, words, mention) ||
                          family_first(words, known_[i].words, mention) ||
                          given_alone(known_[i].words, words, mention);
        if (same && !apart(i, words, mention) && i != best &&
            (best == rows_.size() || newer(i, best)))
          best = i;
      }
    };
    look(words.back());
    if (words.size() > 1 && words.size() < longest_family_first) look(words.front());
    if (best < rows_.size() || mention.person == PersonMention::no_person) return best;
    // "Madiba": another name that the lexicon knows for the same person.
    const auto known = row_of_person_.find(mention.person);
    return known == row_of_person_.end() ? best : known->second;
  }

  /// "King X, ... and Crown Prince Y bin X": one sentence names both with offices of their own.
  bool apart(std::size_t i, const std::vector<std::string>& words,
             const PersonMention& mention) const {
    if (mention.office.empty() || rows_[i].office.empty() || mention.rank || known_[i].rank ||
        (words.size() > 1) == (known_[i].words.size() > 1))
      return false;
    const auto sentence = a_.sentence_of[mention.name.first];
    return sentence != Analysis::no_sentence && known_[i].latest >= a_.sentences[sentence].first &&
           fold_phrase(rows_[i].office) != fold_phrase(a_.wording(mention.office));
  }

  bool newer(std::size_t i, std::size_t than) const {
    return known_[i].latest != known_[than].latest ? known_[i].latest > known_[than].latest
                                                   : i < than;
  }

  /// What agrees with a name shares its last word, or the first where that is a family's.
  void list(const std::vector<std::string>& words, std::size_t row) {
    for (const auto* word : {&words.front(), &words.back()}) {
      auto& newest = newest_[hash(*word)];
      if (newest != 0 && listed_[newest - 1].row == row) continue;
      listed_.push_back({row, newest});
      newest = listed_.size();
    }
  }

  static std::size_t hash(const std::string& word) { return std::hash<std::string>()(word); }

  bool family_first(const std::vector<std::string>& full, const std::vector<std::string>& part,
                    const PersonMention& mention) const {
    if (part.size() != 1 || full.size() < 2 || full.front() != part.front()) return false;
    return full.size() < longest_family_first &&
           !a_.lexicon.has(a_.tokens[mention.name.first].word, WordFact::given_name);
  }

  /// "Sir Laurence" is "Sir Laurence Petrie".
  bool given_alone(const std::vector<std::string>& full, const std::vector<std::string>& part,
                   const PersonMention& mention) const {
    const auto t = mention.name.first;
    return part.size() == 1 && full.size() > 1 && full.front() == part.front() && t > 0 &&
           a_.lexicon.has(a_.tokens[t - 1].word, WordFact::before_given);
  }

  const Analysis& a_;
  std::vector<LeaderRow> rows_;
  std::vector<Known> known_;
  std::vector<Listed> listed_;
  /// Hash of a name's first or last word -> 1 + index of the newest row listed under it.
  std::unordered_map<std::size_t, std::size_t> newest_;
  std::unordered_map<std::uint32_t, std::size_t> row_of_person_;  ///< by person of the lexicon
};

}  // namespace

std::vector<LeaderRow> find_leaders(const Analysis& analysis) {
  return Rows(analysis).run(find_persons(analysis));
}

}  // namespace attache
