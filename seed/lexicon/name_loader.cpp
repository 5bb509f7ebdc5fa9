// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "seed/lexicon/loader_parts.h"
#include "seed/lexicon/own_names.h"
#include "seed/lexicon/table_rows.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

class NameLoader {
 public:
  explicit NameLoader(Lexicon& lexicon) : lexicon_(lexicon), own_(lexicon.tables) {}

  void run() {
    bodies();
    countries();
    people();
  }

 private:
  using Visit = std::function<void(const TableRow&)>;

  void each(std::string_view table, std::initializer_list<std::string_view> columns,
            const Visit& visit) const {
    each_row(lexicon_.tables, table, columns, visit);
  }

  void name(std::string_view text, NameKind kind, std::size_t entry, bool exact) {
    Name name;
    name.kind = kind;
    name.entry = static_cast<std::uint32_t>(entry);
    name.alias = next_alias_++;
    name.exact = exact;
    lexicon_.names.add(text, name, lexicon_.vocabulary);
  }

  void bodies() {
    std::map<std::string, bool, std::less<>> national;  // and whether a state's name tells it
    each("national_kinds", {"kind", "told_by"}, [&](const TableRow& row) {
      if (row[1] != "word" && row[1] != "state") row.fail("told_by must be word or state");
      national.emplace(row[0], row[1] == "state");
    });
    each("bodies", {"slug", "name", "acronym", "kind"}, [&](const TableRow& row) {
      const auto states = national.find(row[3]);
      const bool of_states = states != national.end();
      body({std::string(row[0]), std::string(row[1]), std::string(row[2]), std::string(row[3]),
            fold_phrase(row[1]), of_states, of_states && states->second},
           row);
    });
    each("body_aliases", {"slug", "alias", "case"}, [&](const TableRow& row) {
      const auto body = body_of(row, row[0]);
      if (row[2] != "exact" && row[2] != "fold") row.fail("case must be exact or fold");
      if (own_.hides(row, row[1], row[0])) return;
      name(row[1], NameKind::body, body, row[2] == "exact");
    });
    each("body_ambiguities", {"alias", "slug", "when", "reason"}, [&](const TableRow& row) {
      if (!own_.hides_reading(row, row[0])) ambiguity(row);
    });
  }

  void body(Body body, const TableRow& row) {
    const auto known = lexicon_.body(body.slug);
    const auto index =
        known != no_body ? known : static_cast<std::uint32_t>(lexicon_.bodies.size());
    if (!own_.hides(row, body.name, body.slug))
      name(body.name, NameKind::body, index, body.name.find(' ') == std::string::npos);
    if (!body.acronym.empty() && body.acronym != body.name &&
        !own_.hides(row, body.acronym, body.slug))
      name(body.acronym, NameKind::body, index, true);
    body_index_[body.slug] = index;
    if (known != no_body) lexicon_.bodies[known] = std::move(body);
    else lexicon_.bodies.push_back(std::move(body));
  }

  std::uint32_t body_of(const TableRow& row, std::string_view slug) const {
    const auto found = body_index_.find(slug);
    if (found == body_index_.end()) row.fail("no body '" + std::string(slug) + "' in bodies.csv");
    return found->second;
  }

  /// The condition's values are phrases, parted by bars.
  static bool by_words(Reading::Condition condition) {
    return condition == Reading::Condition::near || condition == Reading::Condition::followed ||
           condition == Reading::Condition::preceded;
  }

  static Reading::Condition condition(const TableRow& row, std::string_view name) {
    static constexpr std::string_view known[] = {"role",  "document", "article",  "country",
                                                 "near",  "followed", "preceded", "before",
                                                 "since", "otherwise"};
    const auto found = std::find(std::begin(known), std::end(known), name);
    if (found == std::end(known)) {
      row.fail("no condition '" + std::string(name) +
               "'; role, document:, country:, near:, before:, since:, followed:, preceded:, "
               "article: or otherwise");
    }
    return static_cast<Reading::Condition>(found - std::begin(known));
  }

  void ambiguity(const TableRow& row) {
    Reading reading;
    reading.body = row[1].empty() ? no_body : body_of(row, row[1]);
    const std::string_view when = row[2];
    const auto colon = std::min(when.find(':'), when.size());
    reading.condition = condition(row, when.substr(0, colon));
    const auto values = when.substr(std::min(colon + 1, when.size()));
    reading.values = parts_of(values, by_words(reading.condition) ? '|' : ' ');
    reading.reason = row[3];
    auto& readings = lexicon_.ambiguities[fold_phrase(row[0])];
    if (readings.empty() && reading.body != no_body)
      name(row[0], NameKind::body, reading.body, true);
    readings.push_back(std::move(reading));
  }

  void countries() {
    lexicon_.country_codes = CountryCodes(table_named(lexicon_.tables, "countries"),
                                          table_named(lexicon_.tables, "country_names"),
                                          table_named(lexicon_.tables, "country_abbreviations"));
    each("countries", {"iso3", "name", "long_name"}, [&](const TableRow& row) {
      const std::size_t index = lexicon_.countries.size();
      country_index_[std::string(row[0])] = index;
      lexicon_.countries.push_back({std::string(row[0]), std::string(row[1])});
      name(row[1], NameKind::country, index, true);
      if (!row[2].empty() && row[2] != row[1]) name(row[2], NameKind::country, index, true);
    });
    each("country_names", {"iso3", "name", "kind"},
         [&](const TableRow& row) { country_name(row); });
    each("places", {"place"}, [&](const TableRow& row) { name(row[0], NameKind::place, 0, true); });
  }

  void country_name(const TableRow& row) {
    static const std::map<std::string_view, NameKind> kinds{
        {"former", NameKind::country},       {"short", NameKind::country},
        {"adjective", NameKind::adjective},  {"demonym", NameKind::demonym},
        {"capital", NameKind::capital},      {"city", NameKind::city},
        {"government", NameKind::government}};
    const auto country = country_index_.find(row[0]);
    if (country == country_index_.end())
      row.fail("no country '" + std::string(row[0]) + "' in countries.csv");
    if (row[2] == "code" || row[2] == "listed") return;  // no text has them
    const auto kind = kinds.find(row[2]);
    if (kind == kinds.end()) row.fail("no kind '" + std::string(row[2]) + "'");
    name(row[1], kind->second, country->second, true);
  }

  void people() {
    each("offices", {"office", "level", "scope"}, [&](const TableRow& row) {
      if (row[2] != "prefix" && row[2] != "phrase" && row[2] != "both")
        row.fail("scope must be prefix, phrase or both");
      lexicon_.offices.push_back({std::string(row[0]), std::string(row[1]), row[2] != "phrase"});
      const auto entry = lexicon_.offices.size() - 1;
      name(row[0], NameKind::office, entry, false);
      if (const std::string once = "ex-" + std::string(row[0]); !row[0].starts_with("former "))
        name(once, NameKind::office, entry, false);
    });
    office_types();
    each("honorifics", {"title", "kind"}, [&](const TableRow& row) { honorific(row); });
    persons();
  }

  void office_types() {
    auto& types = lexicon_.office_types;
    each("office_types", {"phrase", "type", "of_body"}, [&](const TableRow& row) {
      types.push_back({" " + fold_parted(row[0]) + " ", std::string(row[1]), std::string(row[2])});
    });
    std::stable_sort(types.begin(), types.end(), [](const OfficeType& a, const OfficeType& b) {
      return a.phrase.size() > b.phrase.size();
    });
  }

  void honorific(const TableRow& row) {
    static constexpr std::string_view kinds[] = {"honorific", "rank", "style", "vocative",
                                                 "qualifier"};
    const auto kind = std::find(std::begin(kinds), std::end(kinds), row[1]);
    if (kind == std::end(kinds))
      row.fail("kind must be honorific, rank, style, vocative or qualifier");
    lexicon_.honorifics.push_back(
        {std::string(row[0]), static_cast<Honorific::Kind>(kind - std::begin(kinds))});
    name(row[0], NameKind::honorific, lexicon_.honorifics.size() - 1, true);
  }

  void persons() {
    std::map<std::string, std::size_t, std::less<>> index;
    each("persons", {"name", "office", "country"}, [&](const TableRow& row) {
      index.emplace(row[0], lexicon_.persons.size());
      lexicon_.persons.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2])});
      name(row[0], NameKind::person, lexicon_.persons.size() - 1, true);
    });
    each("person_aliases", {"name", "alias"}, [&](const TableRow& row) {
      const auto found = index.find(row[0]);
      if (found == index.end()) row.fail("no person '" + std::string(row[0]) + "' in persons.csv");
      name(row[1], NameKind::person, found->second, true);
    });
  }

  Lexicon& lexicon_;
  const OwnNames own_;
  std::uint32_t next_alias_ = 0;
  std::map<std::string, std::uint32_t, std::less<>> body_index_;
  std::map<std::string, std::size_t, std::less<>> country_index_;
};

}  // namespace

void load_names(Lexicon& lexicon) { NameLoader(lexicon).run(); }

}  // namespace attache
