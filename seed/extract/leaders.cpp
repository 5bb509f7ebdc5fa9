// SPDX-License-Identifier: MIT
#include <algorithm>

#include "seed/extract/persons.h"
#include "seed/extract/phrases.h"
#include "seed/extract/tables.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// A row and what it is compared by.
struct Known {
  std::vector<std::string> words;  ///< of the name, folded
  std::uint32_t person = PersonMention::no_person;
  std::uint32_t latest = 0;  ///< first token of the last mention
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
    return std::move(rows_);
  }

 private:
  void take(const PersonMention& mention) {
    const auto name = a_.wording(mention.name);
    const auto words = words_of(name);
    if (words.empty()) return;
    const auto at = find(words, mention);
    if (at == rows_.size()) {
      rows_.push_back({name, "", "", "", {}});
      known_.push_back({words, mention.person, 0});
    }
    auto& row = rows_[at];
    if (words.size() > known_[at].words.size()) {
      row.name = name;
      known_[at].words = words;
    }
    if (known_[at].person == PersonMention::no_person) known_[at].person = mention.person;
    known_[at].latest = mention.name.first;
    if (row.office.empty() && !mention.office.empty()) office(row, mention.office);
    if (row.country.empty() && row.body.empty() && mention.person != PersonMention::no_person)
      row.country = a_.lexicon.persons[mention.person].country;
    row.citations.push_back(a_.cite(mention.name, mention.rule));
  }

  void office(LeaderRow& row, TokenRange words) const {
    row.office = a_.wording(words);
    for (auto t = words.first; t < words.last; ++t) {
      for (const auto kind : {NameKind::country, NameKind::adjective}) {
        if (const auto* state = a_.names.at(t, kind, a_.lexicon.names))
          row.country = a_.lexicon.countries[a_.name(*state).entry].iso3;
      }
      if (const auto* body = a_.names.at(t, NameKind::body, a_.lexicon.names))
        row.body = a_.lexicon.bodies[a_.name(*body).entry].slug;
    }
  }

  /// The row of the same person, the last named first; the number of rows where there is none.
  /// A surname refers back to the full name; so does "Mr. Ban" to "Ban Ki-moon", where the first
  /// word is no given name.
  std::size_t find(const std::vector<std::string>& words, const PersonMention& mention) const {
    auto best = rows_.size();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const bool same = shortened(known_[i].words, words) ||
                        family_first(known_[i].words, words, mention) ||
                        family_first(words, known_[i].words, mention);
      if (same && (best == rows_.size() || known_[i].latest > known_[best].latest)) best = i;
    }
    return best;
  }

  bool family_first(const std::vector<std::string>& full, const std::vector<std::string>& part,
                    const PersonMention& mention) const {
    if (part.size() != 1 || full.size() < 2 || full.front() != part.front()) return false;
    return full.size() < 4 &&
           !a_.lexicon.has(a_.tokens[mention.name.first].word, WordFact::given_name);
  }

  const Analysis& a_;
  std::vector<LeaderRow> rows_;
  std::vector<Known> known_;
};

}  // namespace

std::vector<LeaderRow> find_leaders(const Analysis& analysis) {
  return Rows(analysis).run(find_persons(analysis));
}

}  // namespace attache
