// SPDX-License-Identifier: MIT
#include "seed/lexicon/date_words.h"

#include <charconv>
#include <map>
#include <string>

#include "seed/text/fold.h"

namespace attache {

DateWords read_date_words(const CsvTable& table, Vocabulary& vocabulary) {
  using Kind = DateWord::Kind;
  static const std::map<std::string_view, Kind> kinds{
      {"month", Kind::month},     {"ordinal", Kind::ordinal},   {"number", Kind::number},
      {"hundred", Kind::hundred}, {"thousand", Kind::thousand}, {"filler", Kind::filler},
      {"cue", Kind::cue},         {"not", Kind::refusal},     {"aside", Kind::aside}};
  const std::size_t word = table.column("word"), kind = table.column("kind"),
                    value = table.column("value");
  DateWords out;
  for (const CsvRow& row : table.rows) {
    const auto known = kinds.find(row.cells[kind]);
    if (known == kinds.end())
      throw DataError(table.file, row.line, "no kind '" + row.cells[kind] + "'");
    const std::string& digits = row.cells[value];
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (known->second == Kind::month && (number < 1 || number > 12))
      throw DataError(table.file, row.line, "a month's value is 1 to 12");
    out[vocabulary.intern(fold_word(row.cells[word]))] = {known->second, number};
  }
  return out;
}

}  // namespace attache
