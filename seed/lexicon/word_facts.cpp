// SPDX-License-Identifier: MIT
#include <utility>

#include "seed/lexicon/loader_parts.h"
#include "seed/lexicon/table_rows.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// Tables that list the words of one fact: table, column.
struct FactTable {
  std::string_view table, column;
  WordFact fact;
};
constexpr FactTable fact_tables[] = {{"given_names", "name", WordFact::given_name},
                                     {"name_particles", "particle", WordFact::name_particle},
                                     {"not_names", "word", WordFact::not_name},
                                     {"person_things", "word", WordFact::person_thing},
                                     {"body_blockers", "word", WordFact::body_blocker},
                                     {"organ_heads", "word", WordFact::organ_head},
                                     {"state_organs", "word", WordFact::state_organ},
                                     {"code_labels", "word", WordFact::code_label},
                                     {"signature_labels", "word", WordFact::signature_label},
                                     {"nominal_aims", "noun", WordFact::nominal_aim},
                                     {"bare_aims", "noun", WordFact::bare_aim}};

/// The kinds of person_words.csv.
constexpr std::pair<std::string_view, WordFact> person_kinds[] = {
    {"act", WordFact::person_act},          {"owned", WordFact::person_owned},
    {"remit", WordFact::remit},             {"speech", WordFact::speech},
    {"source", WordFact::person_source},    {"common", WordFact::common_noun},
    {"contraction", WordFact::contraction}, {"company", WordFact::company},
    {"trade", WordFact::trade},             {"knight", WordFact::before_given},
    {"predecessor", WordFact::predecessor}};

void add_fact(Lexicon& lexicon, std::string_view word, WordFact fact) {
  auto folded = fold_word(word);
  std::erase(folded, '.');
  if (folded.empty()) return;
  const auto id = lexicon.vocabulary.intern(folded);
  if (lexicon.facts.size() <= id) lexicon.facts.resize(id + 1);
  lexicon.facts[id] |= static_cast<std::uint32_t>(fact);
  if (fact == WordFact::common_noun || fact == WordFact::not_name)
    lexicon.sentence_rules.add(id, Joint::no_surname);
}

WordFact person_kind(const TableRow& row) {
  std::string known;
  for (const auto& [kind, fact] : person_kinds) {
    if (row[1] == kind) return fact;
    known += (known.empty() ? "" : ", ") + std::string(kind);
  }
  row.fail("no kind '" + std::string(row[1]) + "'; one of " + known);
}

void load_heads(Lexicon& lexicon) {
  each_row(lexicon.tables, "body_heads", {"word", "kind", "strength"}, [&](const TableRow& row) {
    if (row[2] != "strong" && row[2] != "weak" && row[2] != "state")
      row.fail("strength must be strong, weak or state");
    add_fact(lexicon, row[0], WordFact::body_head);
    lexicon.body_heads[lexicon.vocabulary.intern(fold_word(row[0]))] = {
        std::string(row[1]), row[2] == "strong", row[2] == "state"};
  });
}

void load_phrases(Lexicon& lexicon) {
  each_row(lexicon.tables, "phrase_words", {"role", "phrase"}, [&](const TableRow& row) {
    const auto role = phrase_role(row[0]);
    if (!role) row.fail("no role '" + std::string(row[0]) + "'; docs/rules.md lists them");
    if (row[1].empty()) row.fail("a phrase is expected");
    lexicon.phrase_words.add(*role, intern_all(lexicon.vocabulary, row[1]));
  });
}

}  // namespace

void load_word_facts(Lexicon& lexicon) {
  const auto word = [&](std::string_view text) { return lexicon.vocabulary.intern(text); };
  lexicon.little = {word("of"), word("the"), word("and"), word("to")};
  for (const FactTable& facts : fact_tables) {
    each_row(lexicon.tables, facts.table, {facts.column},
             [&](const TableRow& row) { add_fact(lexicon, row[0], facts.fact); });
  }
  each_row(lexicon.tables, "body_markers", {"word", "scope"}, [&](const TableRow& row) {
    add_fact(lexicon, row[0], WordFact::body_marker);
    if (row[1] == "world") add_fact(lexicon, row[0], WordFact::worldwide);
    else if (!row[1].empty()) row.fail("scope must be world or empty");
  });
  each_row(lexicon.tables, "person_words", {"word", "kind"},
           [&](const TableRow& row) { add_fact(lexicon, row[0], person_kind(row)); });
  load_phrases(lexicon);
  load_heads(lexicon);
}

}  // namespace attache
