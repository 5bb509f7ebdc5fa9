// SPDX-License-Identifier: MIT
#include <map>

#include "seed/lexicon/loader_parts.h"
#include "seed/lexicon/table_rows.h"
#include "seed/text/fold.h"
#include "seed/text/word_class.h"

namespace attache {
namespace {

WordClass word_class(const TableRow& row, std::string_view name) {
  static const std::map<std::string_view, WordClass> names{
      {"det", WordClass::determiner},
      {"poss", WordClass::possessive},
      {"prep", WordClass::preposition},
      {"coord", WordClass::coordinator},
      {"subord", WordClass::subordinator},
      {"rel", WordClass::relative},
      {"pron", WordClass::pronoun},
      {"modal", WordClass::modal},
      {"aux", WordClass::auxiliary},
      {"neg", WordClass::negation},
      {"adv", WordClass::adverb},
      {"verb", WordClass::verb_base},
      {"verb-s", WordClass::verb_s},
      {"verb-ed", WordClass::verb_ed},
      {"verb-ing", WordClass::verb_ing},
      {"noun", WordClass::noun},
      {"adj", WordClass::adjective},
      {"num", WordClass::numeral},
      {"conj-adv", WordClass::conjunctive_adverb},
      {"quant", WordClass::quantifier}};
  const auto found = names.find(name);
  if (found == names.end()) row.fail("no word class '" + std::string(name) + "'");
  return found->second;
}

void add_verb(Vocabulary& vocabulary, const std::string& base) {
  const auto forms = verb_forms(base);
  vocabulary.add_classes(vocabulary.intern(forms.s), WordClass::verb_s);
  for (const auto& form : forms.ed)
    vocabulary.add_classes(vocabulary.intern(form), WordClass::verb_ed);
  for (const auto& form : forms.ing)
    vocabulary.add_classes(vocabulary.intern(form), WordClass::verb_ing);
}

void add_word(Vocabulary& vocabulary, const TableRow& row) {
  const auto folded = fold_word(row[0]);
  if (folded.empty()) return;
  for (const auto& name : parts_of(row[1], ' ')) {
    const auto classes = word_class(row, name);
    vocabulary.add_classes(vocabulary.intern(folded), classes);
    if (classes == WordClass::verb_base) add_verb(vocabulary, folded);
    if (classes == WordClass::noun)
      vocabulary.add_classes(vocabulary.intern(verb_forms(folded).s), WordClass::noun);
  }
}

void load_sentence_rules(Lexicon& lexicon) {
  auto& rules = lexicon.sentence_rules;
  each_row(lexicon.tables, "abbreviations", {"abbreviation", "kind"}, [&](const TableRow& row) {
    auto folded = fold_word(row[0]);
    std::erase(folded, '.');
    const auto word = lexicon.vocabulary.intern(folded);
    if (row[1] == "title") rules.set(word, Abbreviation::title);
    else if (row[1] == "number") rules.set(word, Abbreviation::number);
    else if (row[1] == "inner") rules.set(word, Abbreviation::inner);
    else if (row[1] == "name") rules.set_capital(word, Abbreviation::inner);
    else row.fail("no kind '" + std::string(row[1]) + "'; title, number, inner or name");
  });
  each_row(lexicon.tables, "word_joints", {"word", "kind"}, [&](const TableRow& row) {
    const auto word = lexicon.vocabulary.intern(fold_word(row[0]));
    if (row[1] == "numbered") rules.add(word, Joint::numbered);
    else if (row[1] == "numbered-name") rules.add(word, Joint::numbered_name);
    else if (row[1] == "compound") rules.add(word, Joint::compound_first);
    else row.fail("no kind '" + std::string(row[1]) + "'; numbered, numbered-name or compound");
  });
  for (WordId word = 1; word < lexicon.vocabulary.size(); ++word)
    if (lexicon.vocabulary.classes(word) != WordClass::none) rules.add(word, Joint::no_surname);
}

}  // namespace

void load_words(Lexicon& lexicon) {
  Vocabulary& vocabulary = lexicon.vocabulary;
  for (const char* mark : {"'s", ",", ";", ":", ".", "(", ")", "\"", "'", "--", "*", "...", "[",
                           "]", "?", "!", "the", "and", "of"})
    vocabulary.intern(mark);
  vocabulary.unify("&", "and");
  each_row(lexicon.tables, "spelling", {"variant", "normal"}, [&](const TableRow& row) {
    vocabulary.unify(fold_word(row[0]), fold_word(row[1]));
  });
  each_row(lexicon.tables, "words", {"word", "classes"},
           [&](const TableRow& row) { add_word(vocabulary, row); });
  each_row(lexicon.tables, "irregular_verbs", {"base", "forms"}, [&](const TableRow& row) {
    const auto forms = parts_of(row[1], ' ');
    for (const auto& form : forms)
      vocabulary.add_classes(vocabulary.intern(fold_word(form)), WordClass::verb_ed);
    lexicon.irregular[fold_word(row[0])] = forms;
  });
  load_sentence_rules(lexicon);
}

}  // namespace attache
