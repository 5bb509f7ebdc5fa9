// SPDX-License-Identifier: MIT
#include "seed/lexicon/loader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <iterator>

#include "seed/text/fold.h"
#include "seed/text/word_class.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 5> strengths{"strong", "weak", "vague", "breach",
                                                    "condemned"};

/// One of the lexicon's files, column by name.
class Columns {
 public:
  Columns(const CsvTable& table, std::initializer_list<std::string_view> wanted) : table_(table) {
    for (const auto name : wanted) at_.push_back(table.column(name));
  }
  /// Calls visit(row, cells in the wanted order).
  void each(
      const std::function<void(const CsvRow&, const std::vector<std::string_view>&)>& visit) const {
    std::vector<std::string_view> cells(at_.size());
    for (const auto& row : table_.rows) {
      for (std::size_t i = 0; i < at_.size(); ++i) cells[i] = row.cells[at_[i]];
      visit(row, cells);
    }
  }

 private:
  const CsvTable& table_;
  std::vector<std::size_t> at_;
};

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(at), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

class Loader {
 public:
  explicit Loader(Lexicon& lexicon) : lexicon_(lexicon), vocabulary_(lexicon.vocabulary) {}

  void run() {
    words();
    sentence_rules();
    bodies();
    countries();
    people();
    norms();
    confidences();
    themes();
    word_facts();
    back_references();
    origins();
    lexicon_.names.finish(vocabulary_);
  }

 private:
  using Cells = std::vector<std::string_view>;

  const CsvTable& table_named(std::string_view table) const {
    const auto found = std::find_if(lexicon_.tables.begin(), lexicon_.tables.end(),
                                    [&](const CsvTable& t) { return t.name == table; });
    if (found == lexicon_.tables.end())
      throw DataError("the lexicon lacks " + std::string(table) + ".csv");
    return *found;
  }

  void each(std::string_view table, std::initializer_list<std::string_view> columns,
            const std::function<void(const CsvRow&, const Cells&)>& visit) {
    current_ = &table_named(table);
    Columns(*current_, columns).each(visit);
  }

  [[noreturn]] void fail(const CsvRow& row, const std::string& what) const {
    throw DataError(current_->file, row.line, what);
  }

  // -- words

  static WordClass word_class(std::string_view name) {
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
    return found == names.end() ? WordClass::none : found->second;
  }

  void words() {
    for (const char* mark : {"'s", ",", ";", ":", ".", "(", ")", "\"", "'", "--", "*", "...", "[",
                             "]", "?", "!", "the", "and", "of"})
      vocabulary_.intern(mark);
    vocabulary_.unify("&", "and");
    each("spelling", {"variant", "normal"}, [&](const CsvRow&, const Cells& c) {
      vocabulary_.unify(fold_word(c[0]), fold_word(c[1]));
    });
    each("words", {"word", "classes"}, [&](const CsvRow& row, const Cells& c) {
      const auto folded = fold_word(c[0]);
      if (folded.empty()) return;
      for (const auto& name : split(c[1], ' ')) {
        const auto classes = word_class(name);
        if (classes == WordClass::none) fail(row, "no word class '" + name + "'");
        vocabulary_.add_classes(vocabulary_.intern(folded), classes);
        if (classes == WordClass::verb_base) verb(folded);
        if (classes == WordClass::noun) plural(folded);
      }
    });
    each("irregular_verbs", {"base", "forms"}, [&](const CsvRow&, const Cells& c) {
      lexicon_.irregular[fold_word(c[0])] = split(c[1], ' ');
      for (const auto& form : split(c[1], ' '))
        vocabulary_.add_classes(vocabulary_.intern(fold_word(form)), WordClass::verb_ed);
    });
  }

  void verb(const std::string& base) {
    const auto forms = verb_forms(base);
    vocabulary_.add_classes(vocabulary_.intern(forms.s), WordClass::verb_s);
    for (const auto& form : forms.ed)
      vocabulary_.add_classes(vocabulary_.intern(form), WordClass::verb_ed);
    for (const auto& form : forms.ing)
      vocabulary_.add_classes(vocabulary_.intern(form), WordClass::verb_ing);
  }

  void plural(const std::string& noun) {
    vocabulary_.add_classes(vocabulary_.intern(verb_forms(noun).s), WordClass::noun);
  }

  void sentence_rules() {
    each("abbreviations", {"abbreviation", "kind"}, [&](const CsvRow& row, const Cells& c) {
      auto folded = fold_word(c[0]);
      std::erase(folded, '.');
      const auto word = vocabulary_.intern(folded);
      auto& rules = lexicon_.sentence_rules;
      if (c[1] == "title") rules.set(word, Abbreviation::title);
      else if (c[1] == "number") rules.set(word, Abbreviation::number);
      else if (c[1] == "inner") rules.set(word, Abbreviation::inner);
      else if (c[1] == "name") rules.set_capital(word, Abbreviation::inner);
      else fail(row, "no kind '" + std::string(c[1]) + "'; title, number, inner or name");
    });
    each("word_joints", {"word", "kind"}, [&](const CsvRow& row, const Cells& c) {
      const auto word = vocabulary_.intern(fold_word(c[0]));
      auto& rules = lexicon_.sentence_rules;
      if (c[1] == "numbered") rules.add(word, Joint::numbered);
      else if (c[1] == "numbered-name") rules.add(word, Joint::numbered_name);
      else if (c[1] == "compound") rules.add(word, Joint::compound_first);
      else fail(row, "no kind '" + std::string(c[1]) + "'; numbered, numbered-name or compound");
    });
    for (WordId word = 1; word < vocabulary_.size(); ++word)
      if (vocabulary_.classes(word) != WordClass::none)
        lexicon_.sentence_rules.add(word, Joint::no_surname);
  }

  // -- names

  void name(std::string_view text, NameKind kind, std::size_t entry, bool exact) {
    Name name;
    name.kind = kind;
    name.entry = static_cast<std::uint32_t>(entry);
    name.alias = next_alias_++;
    name.exact = exact;
    lexicon_.names.add(text, name, vocabulary_);
  }

  void bodies() {
    std::map<std::string, bool, std::less<>> national;
    each("national_kinds", {"kind", "told_by"}, [&](const CsvRow& row, const Cells& c) {
      if (c[1] != "word" && c[1] != "state") fail(row, "told_by must be word or state");
      national.emplace(c[0], c[1] == "state");
    });
    each("bodies", {"slug", "name", "acronym", "kind"}, [&](const CsvRow&, const Cells& c) {
      const auto known = lexicon_.body(c[0]);
      const auto states = national.find(c[3]);
      const Body body{std::string(c[0]),
                      std::string(c[1]),
                      std::string(c[2]),
                      std::string(c[3]),
                      fold_phrase(c[1]),
                      states != national.end(),
                      states != national.end() && states->second};
      if (known != no_body) lexicon_.bodies[known] = body;
      else lexicon_.bodies.push_back(body);
      body_index_[body.slug] =
          known != no_body ? known : static_cast<std::uint32_t>(lexicon_.bodies.size() - 1);
      const auto index = body_index_[body.slug];
      name(c[1], NameKind::body, index, c[1].find(' ') == std::string_view::npos);
      if (!c[2].empty() && c[2] != c[1]) name(c[2], NameKind::body, index, true);
    });
    each("body_aliases", {"slug", "alias", "case"}, [&](const CsvRow& row, const Cells& c) {
      const auto body = body_of(row, c[0]);
      if (c[2] != "exact" && c[2] != "fold") fail(row, "case must be exact or fold");
      name(c[1], NameKind::body, body, c[2] == "exact");
    });
    each("body_ambiguities", {"alias", "slug", "when", "reason"},
         [&](const CsvRow& row, const Cells& c) { ambiguity(row, c); });
  }

  std::uint32_t body_of(const CsvRow& row, std::string_view slug) {
    const auto found = body_index_.find(std::string(slug));
    if (found == body_index_.end()) fail(row, "no body '" + std::string(slug) + "' in bodies.csv");
    return found->second;
  }

  /// The condition's values are phrases, parted by bars.
  static bool by_words(Reading::Condition condition) {
    return condition == Reading::Condition::near || condition == Reading::Condition::followed ||
           condition == Reading::Condition::preceded;
  }

  Reading::Condition condition(const CsvRow& row, std::string_view name) const {
    static constexpr std::string_view known[] = {"role",  "document", "article",  "country",
                                                 "near",  "followed", "preceded", "before",
                                                 "since", "otherwise"};
    const auto found = std::find(std::begin(known), std::end(known), name);
    if (found == std::end(known)) {
      fail(row, "no condition '" + std::string(name) +
                    "'; role, document:, country:, near:, before:, since:, followed:, preceded:, "
                    "article: or "
                    "otherwise");
    }
    return static_cast<Reading::Condition>(found - std::begin(known));
  }

  void ambiguity(const CsvRow& row, const Cells& c) {
    Reading reading;
    reading.body = c[1].empty() ? no_body : body_of(row, c[1]);
    const auto colon = std::min(c[2].find(':'), c[2].size());
    reading.condition = condition(row, c[2].substr(0, colon));
    const auto values = c[2].substr(std::min(colon + 1, c[2].size()));
    reading.values = split(values, by_words(reading.condition) ? '|' : ' ');
    reading.reason = c[3];
    auto& readings = lexicon_.ambiguities[fold_phrase(c[0])];
    if (readings.empty() && reading.body != no_body) name(c[0], NameKind::body, reading.body, true);
    else if (readings.empty()) pending_alias_ = true;
    readings.push_back(std::move(reading));
  }

  void countries() {
    lexicon_.country_codes = CountryCodes(table_named("countries"), table_named("country_names"));
    each("countries", {"iso3", "name", "long_name"}, [&](const CsvRow&, const Cells& c) {
      country_index_[std::string(c[0])] = lexicon_.countries.size();
      lexicon_.countries.push_back({std::string(c[0]), std::string(c[1])});
      name(c[1], NameKind::country, lexicon_.countries.size() - 1, true);
      if (!c[2].empty() && c[2] != c[1])
        name(c[2], NameKind::country, lexicon_.countries.size() - 1, true);
    });
    static const std::map<std::string_view, NameKind> kinds{
        {"former", NameKind::country},       {"short", NameKind::country},
        {"adjective", NameKind::adjective},  {"demonym", NameKind::demonym},
        {"capital", NameKind::capital},      {"city", NameKind::city},
        {"government", NameKind::government}};
    each("country_names", {"iso3", "name", "kind"}, [&](const CsvRow& row, const Cells& c) {
      const auto country = country_index_.find(c[0]);
      if (country == country_index_.end())
        fail(row, "no country '" + std::string(c[0]) + "' in countries.csv");
      const auto kind = kinds.find(c[2]);
      if (kind == kinds.end()) fail(row, "no kind '" + std::string(c[2]) + "'");
      name(c[1], kind->second, country->second, true);
    });
    each("places", {"place"},
         [&](const CsvRow&, const Cells& c) { name(c[0], NameKind::place, 0, true); });
  }

  void people() {
    each("offices", {"office", "level", "scope"}, [&](const CsvRow& row, const Cells& c) {
      if (c[2] != "prefix" && c[2] != "phrase" && c[2] != "both")
        fail(row, "scope must be prefix, phrase or both");
      lexicon_.offices.push_back({std::string(c[0]), std::string(c[1]), c[2] != "phrase"});
      name(c[0], NameKind::office, lexicon_.offices.size() - 1, false);
    });
    each("office_types", {"phrase", "type", "of_body"}, [&](const CsvRow&, const Cells& c) {
      lexicon_.office_types.push_back(
          {" " + fold_parted(c[0]) + " ", std::string(c[1]), std::string(c[2])});
    });
    std::stable_sort(
        lexicon_.office_types.begin(), lexicon_.office_types.end(),
        [](const OfficeType& a, const OfficeType& b) { return a.phrase.size() > b.phrase.size(); });
    each("honorifics", {"title", "kind"}, [&](const CsvRow& row, const Cells& c) {
      static constexpr std::string_view kinds[] = {"honorific", "rank", "style", "vocative",
                                                   "qualifier"};
      const auto kind = std::find(std::begin(kinds), std::end(kinds), c[1]);
      if (kind == std::end(kinds))
        fail(row, "kind must be honorific, rank, style, vocative or qualifier");
      lexicon_.honorifics.push_back(
          {std::string(c[0]), static_cast<Honorific::Kind>(kind - std::begin(kinds))});
      name(c[0], NameKind::honorific, lexicon_.honorifics.size() - 1, true);
    });
    std::map<std::string, std::size_t, std::less<>> index;
    each("persons", {"name", "office", "country"}, [&](const CsvRow&, const Cells& c) {
      index.emplace(c[0], lexicon_.persons.size());
      lexicon_.persons.push_back({std::string(c[0]), std::string(c[1]), std::string(c[2])});
      name(c[0], NameKind::person, lexicon_.persons.size() - 1, true);
    });
    each("person_aliases", {"name", "alias"}, [&](const CsvRow& row, const Cells& c) {
      const auto found = index.find(c[0]);
      if (found == index.end()) fail(row, "no person '" + std::string(c[0]) + "' in persons.csv");
      name(c[1], NameKind::person, found->second, true);
    });
  }

  // -- norms and themes

  void norms() {
    each("norms", {"slug"},
         [&](const CsvRow&, const Cells& c) { lexicon_.norms.emplace_back(c[0]); });
    each("norm_wordings", {"norm", "wording", "strength"}, [&](const CsvRow& row, const Cells& c) {
      NormWording wording;
      wording.norm = index_of(row, lexicon_.norms, c[0], "norm");
      wording.pattern = c[1];
      const auto strength = std::find(strengths.begin(), strengths.end(), c[2]);
      if (strength == strengths.end())
        fail(row, "strength must be strong, weak, vague, breach or condemned");
      wording.strength = static_cast<Strength>(strength - strengths.begin());
      lexicon_.norm_wordings.push_back(std::move(wording));
    });
    each("norm_weights", {"feature", "weight"}, [&](const CsvRow& row, const Cells& c) {
      lexicon_.norm_weights.set(c[0], number(row, c[1], "a weight"));
    });
  }

  float number(const CsvRow& row, std::string_view cell, const char* what) const {
    float value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size())
      fail(row, std::string(what) + " must be a number");
    return value;
  }

  void confidences() {
    each("confidence", {"rule", "confidence"}, [&](const CsvRow& row, const Cells& c) {
      const float share = number(row, c[1], "a confidence");
      if (!(share > 0 && share < 1)) fail(row, "a confidence must lie between 0 and 1");
      lexicon_.confidences.set(c[0], static_cast<std::uint8_t>(share * 100 + 0.5F));
    });
    float slope = 0, constant = 0;
    each("norm_confidence", {"term", "value"}, [&](const CsvRow& row, const Cells& c) {
      if (c[0] == "slope") slope = number(row, c[1], "a value");
      else if (c[0] == "constant") constant = number(row, c[1], "a value");
      else fail(row, "term must be slope or constant");
    });
    lexicon_.confidences.set_norms(slope, constant);
  }

  void themes() {
    each("themes", {"slug"},
         [&](const CsvRow&, const Cells& c) { lexicon_.themes.emplace_back(c[0]); });
    each("theme_words", {"theme", "wording", "weight"}, [&](const CsvRow& row, const Cells& c) {
      lexicon_.theme_wordings.push_back({index_of(row, lexicon_.themes, c[0], "theme"),
                                         std::string(c[1]),
                                         std::max(1, c[2].empty() ? 1 : c[2][0] - '0')});
    });
    each("binomials", {"phrase"}, [&](const CsvRow& row, const Cells& c) {
      auto words = intern_all(c[0]);
      const auto joins = [&](WordId word) {
        return word == lexicon_.vocabulary.find("and") || word == lexicon_.vocabulary.find("or");
      };
      const auto joint = std::find_if(words.begin(), words.end(), joins);
      if (joint == words.begin() || joint == words.end())
        fail(row, "words joined by 'and' or 'or' are expected");
      const auto before = *(joint - 1);
      lexicon_.binomials[before].push_back(std::move(words));
    });
  }

  std::uint32_t index_of(const CsvRow& row, const std::vector<std::string>& slugs,
                         std::string_view slug, const char* what) const {
    const auto found = std::find(slugs.begin(), slugs.end(), slug);
    if (found == slugs.end()) fail(row, std::string("no ") + what + " '" + std::string(slug) + "'");
    return static_cast<std::uint32_t>(found - slugs.begin());
  }

  std::vector<WordId> intern_all(std::string_view phrase) {
    std::vector<WordId> ids;
    for (const auto& word : split(phrase, ' ')) ids.push_back(vocabulary_.intern(fold_word(word)));
    return ids;
  }

  // -- facts about words

  void fact(std::string_view word, WordFact fact) {
    auto folded = fold_word(word);
    std::erase(folded, '.');
    if (folded.empty()) return;
    const auto id = vocabulary_.intern(folded);
    if (lexicon_.facts.size() <= id) lexicon_.facts.resize(id + 1);
    lexicon_.facts[id] |= static_cast<std::uint32_t>(fact);
    if (fact == WordFact::common_noun || fact == WordFact::not_name)
      lexicon_.sentence_rules.add(id, Joint::no_surname);
  }

  void facts(std::string_view table, std::string_view column, WordFact what) {
    each(table, {column}, [&](const CsvRow&, const Cells& c) { fact(c[0], what); });
  }

  void word_facts() {
    const auto word = [&](std::string_view text) { return vocabulary_.intern(text); };
    lexicon_.little = {word("of"), word("the"), word("and"), word("to")};
    facts("given_names", "name", WordFact::given_name);
    facts("name_particles", "particle", WordFact::name_particle);
    facts("not_names", "word", WordFact::not_name);
    facts("person_things", "word", WordFact::person_thing);
    each("body_markers", {"word", "scope"}, [&](const CsvRow& row, const Cells& c) {
      fact(c[0], WordFact::body_marker);
      if (c[1] == "world") fact(c[0], WordFact::worldwide);
      else if (!c[1].empty()) fail(row, "scope must be world or empty");
    });
    facts("body_blockers", "word", WordFact::body_blocker);
    facts("organ_heads", "word", WordFact::organ_head);
    facts("state_organs", "word", WordFact::state_organ);
    facts("code_labels", "word", WordFact::code_label);
    each("person_words", {"word", "kind"}, [&](const CsvRow& row, const Cells& c) {
      if (c[1] == "act") fact(c[0], WordFact::person_act);
      else if (c[1] == "owned") fact(c[0], WordFact::person_owned);
      else if (c[1] == "remit") fact(c[0], WordFact::remit);
      else if (c[1] == "speech") fact(c[0], WordFact::speech);
      else if (c[1] == "source") fact(c[0], WordFact::person_source);
      else if (c[1] == "common") fact(c[0], WordFact::common_noun);
      else if (c[1] == "contraction") fact(c[0], WordFact::contraction);
      else if (c[1] == "company") fact(c[0], WordFact::company);
      else if (c[1] == "trade") fact(c[0], WordFact::trade);
      else if (c[1] == "knight") fact(c[0], WordFact::before_given);
      else if (c[1] == "predecessor") fact(c[0], WordFact::predecessor);
      else
        fail(row,
             "kind must be act, owned, remit, speech, source, common, contraction, company, trade "
             "knight or predecessor");
    });
    facts("signature_labels", "word", WordFact::signature_label);
    facts("nominal_aims", "noun", WordFact::nominal_aim);
    facts("bare_aims", "noun", WordFact::bare_aim);
    each("phrase_words", {"role", "phrase"}, [&](const CsvRow& row, const Cells& c) {
      const auto role = phrase_role(c[0]);
      if (!role) fail(row, "no role '" + std::string(c[0]) + "'; docs/rules.md lists them");
      if (c[1].empty()) fail(row, "a phrase is expected");
      lexicon_.phrase_words.add(*role, intern_all(c[1]));
    });
    each("body_heads", {"word", "kind", "strength"}, [&](const CsvRow& row, const Cells& c) {
      if (c[2] != "strong" && c[2] != "weak" && c[2] != "state")
        fail(row, "strength must be strong, weak or state");
      fact(c[0], WordFact::body_head);
      lexicon_.body_heads[vocabulary_.intern(fold_word(c[0]))] = {
          std::string(c[1]), c[2] == "strong", c[2] == "state"};
    });
  }

  void back_references() {
    each("body_backrefs", {"phrase", "head", "slugs", "default"},
         [&](const CsvRow&, const Cells& c) {
           lexicon_.back_references.push_back(
               {intern_all(c[0]), fold_word(c[1]), split(c[2], ' '), std::string(c[3])});
         });
  }

  void origins() {
    lexicon_.country_cues = read_country_cues(table_named("country_cues"), vocabulary_);
    lexicon_.date_words = read_date_words(table_named("date_words"), vocabulary_);
    lexicon_.date_stamps = read_date_stamps(table_named("date_words"), vocabulary_);
  }

  Lexicon& lexicon_;
  Vocabulary& vocabulary_;
  const CsvTable* current_ = nullptr;
  std::uint32_t next_alias_ = 0;
  bool pending_alias_ = false;
  std::unordered_map<std::string, std::uint32_t> body_index_;
  std::map<std::string, std::size_t, std::less<>> country_index_;
};

}  // namespace

std::string_view name_of(Strength strength) {
  return strengths[static_cast<std::size_t>(strength)];
}

void index_tables(Lexicon& lexicon) { Loader(lexicon).run(); }

}  // namespace attache
