// SPDX-License-Identifier: MIT
#include "seed/lexicon/loader.h"

#include "seed/lexicon/loader_parts.h"
#include "seed/lexicon/table_rows.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

void load_back_references(Lexicon& lexicon) {
  each_row(lexicon.tables, "body_backrefs", {"phrase", "head", "slugs", "default"},
           [&](const TableRow& row) {
             lexicon.back_references.push_back({intern_all(lexicon.vocabulary, row[0]),
                                                fold_word(row[1]), parts_of(row[2], ' '),
                                                std::string(row[3])});
           });
}

/// What tells of which state a document is, and of which day.
void load_origins(Lexicon& lexicon) {
  const CsvTable& dates = table_named(lexicon.tables, "date_words");
  lexicon.country_cues =
      read_country_cues(table_named(lexicon.tables, "country_cues"), lexicon.vocabulary);
  lexicon.date_words = read_date_words(dates, lexicon.vocabulary);
  lexicon.date_stamps = read_date_stamps(dates, lexicon.vocabulary);
}

}  // namespace

std::vector<WordId> intern_all(Vocabulary& vocabulary, std::string_view phrase) {
  std::vector<WordId> ids;
  for (const auto& word : parts_of(phrase, ' ')) ids.push_back(vocabulary.intern(fold_word(word)));
  return ids;
}

void index_tables(Lexicon& lexicon) {
  load_words(lexicon);
  load_names(lexicon);
  load_norms(lexicon);
  load_word_facts(lexicon);
  load_back_references(lexicon);
  load_origins(lexicon);
  lexicon.names.finish(lexicon.vocabulary);
}

}  // namespace attache
