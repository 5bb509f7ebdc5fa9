// SPDX-License-Identifier: MIT
#include "cli/export/datasette.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <sstream>

#include "schema/catalog.h"
#include "schema/descriptions.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

/// A line of datasette.csv.
struct Shown {
  std::string table, label, sort, sort_desc, facets, search;
};

std::vector<Shown> shown_tables() {
  std::istringstream lines{std::string(embedded_datasette().front().bytes)};
  std::vector<Shown> all;
  std::string line;
  std::getline(lines, line);  // the header
  while (std::getline(lines, line)) {
    std::istringstream cells(line);  // no cell has a comma
    Shown one;
    for (std::string* cell :
         {&one.table, &one.label, &one.sort, &one.sort_desc, &one.facets, &one.search})
      std::getline(cells, *cell, ',');
    all.push_back(std::move(one));
  }
  return all;
}

Json words_of(const std::string& text) {
  std::istringstream in(text);
  Json words = Json::array();
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// What is said of a table is said of the view that shows rejected rows, too.
std::string description_of(const std::string& table, const Described& known) {
  std::string text(known.text);
  const std::string without = "; without rejected rows";
  if (table.ends_with("_all") && text.ends_with(without))
    text = text.substr(0, text.size() - without.size()) + "; with rejected rows";
  return text;
}

void add_columns(Json& entry, const std::string& table, const std::vector<std::string>& columns) {
  for (const std::string& column : columns)
    if (const Described* known = attache::description_of(table, column))
      entry["columns"][column] = known->text;
}

void add_shown(Json& entry, const Shown& shown) {
  if (!shown.label.empty()) entry["label_column"] = shown.label;
  if (!shown.sort.empty()) entry["sort"] = shown.sort;
  if (!shown.sort_desc.empty()) entry["sort_desc"] = shown.sort_desc;
  if (!shown.facets.empty()) entry["facets"] = words_of(shown.facets);
  if (shown.search.empty()) return;
  // The index is over a view, which Datasette does not find by itself.
  entry["fts_table"] = "sentences_fts";
  entry["fts_pk"] = shown.search;
}

Json table_entry(const StoredName& stored, const std::vector<Shown>& shown) {
  const Described& known = *attache::description_of(stored.name);
  Json entry = {{"title", known.label}, {"description", description_of(stored.name, known)}};
  add_columns(entry, stored.name, stored.columns);
  const std::string name =
      stored.name.ends_with("_all") ? stored.name.substr(0, stored.name.size() - 4) : stored.name;
  const auto settings =
      std::find_if(shown.begin(), shown.end(), [&](const Shown& one) { return one.table == name; });
  if (settings != shown.end()) add_shown(entry, *settings);
  if (known.type == "internal") entry["hidden"] = true;
  return entry;
}

struct Question {
  const char *name, *title, *sql;
};

constexpr std::array<Question, 4> questions = {{
    {"founders", "Bodies that states say they helped to found",
     "SELECT country, name, date, document FROM organizations_listing WHERE role = 'founder' ORDER "
     "BY country, date"},
    {"themes_by_decade", "Themes of aims by decade",
     "SELECT substr(date, 1, 3) || '0s' AS decade, theme, count(*) AS rows FROM priorities_listing "
     "WHERE date IS NOT NULL GROUP BY decade, theme ORDER BY decade, rows DESC"},
    {"norm", "Every place where a norm is upheld, with the words",
     "SELECT ref, date, sentence, quote FROM principle_citations WHERE norm = :norm ORDER BY date"},
    {"words", "Sentences with these words",
     "SELECT d.slug || '/sentence/' || s.ordinal AS ref, d.date, snippet(sentences_fts, 0, '[', "
     "']', '...', 24) AS words FROM sentences_fts JOIN sentences AS s ON s.sentence_id = "
     "sentences_fts.rowid JOIN documents AS d ON d.document_id = s.document_id WHERE sentences_fts "
     "MATCH :words ORDER BY rank LIMIT 100"},
}};

void add_license(Json& whole, const std::string& license) {
  const bool address = license.starts_with("http://") || license.starts_with("https://");
  whole["license"] = license.empty()
                         ? "not specified: the rights in the documents are those of their authors"
                         : license;
  if (address) whole["license_url"] = license;
}

void add_sources(Json& whole, const std::vector<std::string>& sources) {
  if (sources.size() != 1) {
    whole["source"] = sources.empty() ? "documents without a stated source"
                                      : std::to_string(sources.size()) +
                                            " sources; see the column source of documents";
    return;
  }
  const std::string& source = sources.front();
  whole["source"] = source;
  if (source.starts_with("http://") || source.starts_with("https://")) whole["source_url"] = source;
}

}  // namespace

std::string datasette_text(const KnowledgeBase& base, const DatasetteInfo& info) {
  const std::vector<Shown> shown = shown_tables();
  Json tables = Json::object();
  for (const StoredName& stored : stored_names(base))
    tables[stored.name] = table_entry(stored, shown);
  Json queries = Json::object();
  for (const Question& question : questions)
    queries[question.name] = {{"title", question.title}, {"sql", question.sql}};
  Json whole = {{"title", "Foreign-policy knowledge base"},
                {"description",
                 "What documents say on foreign policy, each row with the place that it cites. "
                 "Made by attache " ATTACHE_VERSION "."}};
  add_license(whole, info.license);
  add_sources(whole, info.sources);
  whole["databases"] = {{base.file().stem().string(), {{"tables", tables}, {"queries", queries}}}};
  return whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace attache
