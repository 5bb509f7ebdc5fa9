// SPDX-License-Identifier: MIT
#include "seed/lexicon/date_words.h"

#include <charconv>
#include <map>
#include <sstream>
#include <string>

#include "seed/text/fold.h"

namespace attache {
namespace {

bool is_phrase(const std::string& words) { return words.find(' ') != std::string::npos; }

}  // namespace

DateWords read_date_words(const CsvTable& table, Vocabulary& vocabulary) {
  using Kind = DateWord::Kind;
  static const std::map<std::string_view, Kind> kinds{
      {"month", Kind::month},     {"ordinal", Kind::ordinal},   {"number", Kind::number},
      {"hundred", Kind::hundred}, {"thousand", Kind::thousand}, {"filler", Kind::filler},
      {"cue", Kind::cue},         {"not", Kind::refusal},       {"stamp", Kind::stamp},
      {"aside", Kind::aside},     {"roman", Kind::roman},       {"foreign", Kind::foreign},
      {"event", Kind::event},     {"closing", Kind::closing},   {"label", Kind::label},
      {"paper", Kind::paper},     {"act", Kind::act},           {"topic", Kind::topic},
      {"link", Kind::link},       {"release", Kind::release}};
  const std::size_t word = table.column("word"), kind = table.column("kind"),
                    value = table.column("value");
  DateWords out;
  for (const CsvRow& row : table.rows) {
    if (is_phrase(row.cells[word])) continue;
    const auto known = kinds.find(row.cells[kind]);
    if (known == kinds.end())
      throw DataError(table.place(row) + ": no kind '" + row.cells[kind] + "'");
    const std::string& digits = row.cells[value];
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool month = known->second == Kind::month || known->second == Kind::roman ||
                       known->second == Kind::foreign;
    if (month && (number < 1 || number > 12))
      throw DataError(table.place(row) + ": a month's value is 1 to 12");
    out[vocabulary.intern(fold_word(row.cells[word]))] = {known->second, number};
  }
  return out;
}

DateStamps read_date_stamps(const CsvTable& table, Vocabulary& vocabulary) {
  const std::size_t words = table.column("word"), kind = table.column("kind");
  DateStamps out;
  for (const CsvRow& row : table.rows) {
    if (!is_phrase(row.cells[words])) continue;
    if (row.cells[kind] != "stamp")
      throw DataError(table.place(row) +
                      ": only what is of the kind 'stamp' may be of several words");
    std::istringstream rest(row.cells[words]);
    std::vector<WordId>& phrase = out.emplace_back();
    for (std::string word; rest >> word;) phrase.push_back(vocabulary.intern(fold_word(word)));
  }
  return out;
}

}  // namespace attache
