// SPDX-License-Identifier: MIT
#include "schema/facts_writer.h"

#include <SQLiteCpp/Column.h>

#include <SQLiteCpp/Database.h>

#include <array>
#include <set>
#include <utility>

#include "schema/bind.h"
#include "schema/fold.h"
#include "schema/slug.h"

namespace attache {
namespace {

// Beyond so many, names are offered to the table again; it ignores those that it has.
constexpr std::size_t names_remembered = 100'000;

/// Columns of `citations` that name the row cited: one of them is not NULL.
constexpr std::array<const char*, 4> keys{"principle_id", "priority_id", "organization_id",
                                          "leader_id"};

/// The natural key of a row: its slug where it has one, else made from its words. Empty: the slug
/// itself is the key.
std::string key_of(const std::string& slug, const std::string& words,
                   std::set<std::string>& taken) {
  const std::string key = unique_slug(slug.empty() ? reference_slug(words) : slug, taken);
  return !slug.empty() && key == slug ? std::string() : key;
}

/// A confidence as it is stored: nothing where it is not known.
std::optional<std::int64_t> known(std::uint8_t confidence) {
  return confidence == 0 ? std::nullopt : std::optional<std::int64_t>(confidence);
}

}  // namespace

FactsWriter::Table FactsWriter::table(std::size_t key, const char* name, const char* columns,
                                      const char* values) {
  const std::string t = name;
  const std::string k = keys[key];
  return {SQLite::Statement(database_, "INSERT INTO " + t + "(document_id, " + columns +
                                           ") VALUES (?, " + values + ")"),
          SQLite::Statement(database_, "DELETE FROM citations WHERE " + k + " IN (SELECT " + k +
                                           " FROM " + t + " WHERE document_id = ?)"),
          SQLite::Statement(database_, "DELETE FROM " + t + " WHERE document_id = ?"), key};
}

FactsWriter::FactsWriter(SQLite::Database& database)
    : database_(database),
      principles_(
          table(0, "principles", "key, norm, wording, polarity, confidence", "?, ?, ?, ?, ?")),
      priorities_(
          table(1, "priorities", "key, wording, theme, actor, confidence", "?, ?, ?, ?, ?")),
      organizations_(table(2, "organizations",
                           "key, body, name, acronym, kind, role, role_country, note, confidence",
                           "?, ?, ?, ?, ?, ?, ?, ?, ?")),
      leaders_(table(3, "leaders",
                     "key, name, office, office_country, body, office_type, speaker, confidence",
                     "?, ?, ?, ?, ?, ?, ?, ?")),
      citations_(database, "citations",
                 "principle_id, priority_id, organization_id, leader_id, sentence_id, start_byte, "
                 "end_byte, source_start_byte, source_end_byte, rule_id, statement_start_byte, "
                 "statement_end_byte, confidence, start_char, end_char, statement_start_char, "
                 "statement_end_char"),
      insert_rule_(database, "INSERT OR IGNORE INTO rules(rule) VALUES (?)"),
      find_rule_(database, "SELECT rule_id FROM rules WHERE rule = ?"),
      insert_name_(database, "INSERT OR IGNORE INTO name_forms(folded, name) VALUES (?, ?)"),
      sums_(database) {}

void FactsWriter::write(std::int64_t document_id, std::int64_t first_sentence_id,
                        const DocumentRecord& document) {
  const Places places{first_sentence_id, CharacterCounts(document.text)};
  write_principles(document_id, places, document);
  write_priorities(document_id, places, document);
  write_organizations(document_id, places, document);
  write_leaders(document_id, places, document);
  citations_.flush();
  sums_.add("rules", std::exchange(new_rules_, 0));
  sums_.add("name_forms", std::exchange(new_names_, 0));
}

void FactsWriter::erase(std::int64_t document_id) {
  for (Table* table : {&principles_, &priorities_, &organizations_, &leaders_}) {
    run(table->erase_citations, document_id);
    run(table->erase, document_id);
  }
}

void FactsWriter::forget() {
  citations_.clear();
  rules_.clear();
  names_.clear();
  new_rules_ = new_names_ = 0;
}

void FactsWriter::write_principles(std::int64_t document_id, const Places& places,
                                   const DocumentRecord& document) {
  std::set<std::string> taken;
  for (const PrincipleRecord& row : document.principles) {
    run(principles_.insert, document_id, key_of(row.norm, row.wording, taken), row.norm,
        row.wording, row.polarity, known(row.confidence));
    cite(principles_, database_.getLastInsertRowid(), places, row.citations);
  }
}

void FactsWriter::write_priorities(std::int64_t document_id, const Places& places,
                                   const DocumentRecord& document) {
  std::set<std::string> taken;
  for (const PriorityRecord& row : document.priorities) {
    run(priorities_.insert, document_id, key_of({}, row.wording, taken), row.wording, row.theme,
        row.actor, known(row.confidence));
    cite(priorities_, database_.getLastInsertRowid(), places, row.citations);
  }
}

void FactsWriter::write_organizations(std::int64_t document_id, const Places& places,
                                      const DocumentRecord& document) {
  std::set<std::string> taken;
  for (const OrganizationRecord& row : document.organizations) {
    run(organizations_.insert, document_id, key_of(row.body, row.name, taken), row.body, row.name,
        row.acronym, row.kind, row.role, row.country, row.note, known(row.confidence));
    cite(organizations_, database_.getLastInsertRowid(), places, row.citations);
    if (!row.body.empty()) continue;
    remember_name(row.name, row.name);
    remember_name(row.acronym, row.name);
  }
}

void FactsWriter::write_leaders(std::int64_t document_id, const Places& places,
                                const DocumentRecord& document) {
  std::set<std::string> taken;
  for (const LeaderRecord& row : document.leaders) {
    run(leaders_.insert, document_id, key_of({}, row.name, taken), row.name, row.office,
        row.country, row.body, row.office_type, row.speaker, known(row.confidence));
    cite(leaders_, database_.getLastInsertRowid(), places, row.citations);
    remember_name(row.name, row.name);
  }
}

void FactsWriter::cite(const Table& table, std::int64_t row, const Places& places,
                       const std::vector<CitationRecord>& citations) {
  const auto named = [&](std::size_t key) {
    return key == table.key ? IntegerRows::Value(row) : std::nullopt;
  };
  const auto before = [&](std::optional<std::uint32_t> at) {
    return at ? IntegerRows::Value(places.characters.before(*at)) : std::nullopt;
  };
  for (const CitationRecord& citation : citations)
    citations_.add(
        {named(0), named(1), named(2), named(3), places.first_sentence_id + citation.sentence,
         citation.start, citation.end, citation.source_start, citation.source_end,
         citation.rule.empty() ? std::nullopt : IntegerRows::Value(rule_id(citation.rule)),
         citation.statement_start, citation.statement_end, known(citation.confidence),
         before(citation.start), before(citation.end), before(citation.statement_start),
         before(citation.statement_end)});
}

std::int64_t FactsWriter::rule_id(const std::string& rule) {
  const auto known = rules_.find(rule);
  if (known != rules_.end()) return known->second;
  run(insert_rule_, rule);
  const bool added = database_.getChanges() > 0;
  find_rule_.reset();
  find_rule_.bind(1, rule);
  find_rule_.executeStep();
  const std::int64_t id = find_rule_.getColumn(0).getInt64();
  find_rule_.reset();
  if (added) new_rules_ += number_of_row(std::array<SummedCell, 2>{id, rule});
  rules_.emplace(rule, id);
  return id;
}

void FactsWriter::remember_name(const std::string& form, const std::string& name) {
  if (form.empty()) return;
  std::string folded = fold(form);
  if (names_.size() > names_remembered) names_.clear();
  if (!names_.insert(folded + '\n' + name).second) return;
  run(insert_name_, folded, name);
  if (database_.getChanges() > 0)
    new_names_ += number_of_row(std::array<SummedCell, 2>{folded, name});
}

}  // namespace attache
