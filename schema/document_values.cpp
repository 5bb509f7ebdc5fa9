// SPDX-License-Identifier: MIT
#include "schema/document_values.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "schema/closed_values.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/real_path.h"

namespace attache {
namespace {

/// SQLite takes no longer pattern; no path is as long.
constexpr std::size_t longest_pattern = 20'000;

/// What all versions of a document `d` are known by.
constexpr std::string_view known_by = "coalesce(d.version_of, d.identity)";

bool is_pattern(const std::string& given) {
  return given.find_first_of("*?[") != std::string::npos && given.size() < longest_pattern;
}

/// Over the documents `d`: like the pattern `one`, which is `whole` from the folder one is in.
/// Slugs are in lower case; a pattern without a slash may mean the file's own name, or an entry's.
std::string like(const std::string& one, const std::string& whole) {
  const std::string absolute = std::string(known_by) + " GLOB ";
  return "(d.slug GLOB lower(" + one + ") OR d.path GLOB " + one + " OR " + absolute + one +
         " OR " + absolute + whole + " OR (instr(" + one + ", '/') = 0 AND (" +
         file_name_sql("d.path") + " GLOB " + one + " OR " + entry_name_sql("d.path") + " GLOB " +
         one + ")))";
}

/// Of a file's versions the newest: what a path names.
constexpr const char* newest =
    "d.document_id = (SELECT v.document_id FROM documents AS v WHERE coalesce(v.version_of, "
    "v.identity) = coalesce(d.version_of, d.identity) ORDER BY ifnull(v.date, '') DESC, "
    "v.document_id DESC LIMIT 1)";

/// `given` from the folder that the user is in, as identities are made of paths.
std::string from_here(const std::string& given) {
  const std::string whole = given.empty() ? given : real_path(given);
  return whole.size() >= longest_pattern ? given : whole;
}

std::vector<std::string> strings(SQLite::Statement& rows) {
  std::vector<std::string> all;
  while (rows.executeStep()) all.push_back(rows.getColumn(0).getString());
  return all;
}

/// Slugs of the documents for which `condition` holds of ?1, `given`, and ?2, the same from here.
std::vector<std::string> slugs_where(SQLite::Database& database, const std::string& condition,
                                     const std::string& given) {
  SQLite::Statement rows(
      database, "SELECT d.slug FROM documents AS d WHERE " + condition + " ORDER BY d.document_id");
  rows.bind(1, given);
  rows.bind(2, from_here(given));
  return strings(rows);
}

/// As a slug, as a path from here, as a path that was given elsewhere, and as the name of files.
std::vector<std::string> named_so(SQLite::Database& database, const std::string& given) {
  if (auto slugs = slugs_where(database, "d.slug = ?1 AND ?2 IS NOT NULL", given); !slugs.empty())
    return slugs;
  if (auto slugs = documents_at(database, given); !slugs.empty()) return slugs;
  return slugs_where(database, "d.slug = lower(?1) AND ?2 IS NOT NULL", given);
}

}  // namespace

std::string file_name_sql(std::string_view path) {
  const std::string whole(path);
  return "substr(" + whole + ", length(rtrim(" + whole + ", replace(" + whole + ", '/', ''))) + 1)";
}

std::string entry_name_sql(std::string_view path) {
  const std::string whole(path);
  return "substr(" + whole + ", length(rtrim(" + whole + ", replace(replace(" + whole +
         ", '/', ''), '!', ''))) + 1)";
}

FilterInfo document_filter() {
  // A pattern comes as the pattern, unit separator, the same from the folder that one is in.
  static const std::string fragment =
      "document_id IN (SELECT one.document_id FROM documents AS one WHERE one.slug = ? UNION ALL "
      "SELECT d.document_id FROM documents AS d WHERE instr(?, char(31)) > 0 AND " +
      like("substr(?, 1, instr(?, char(31)) - 1)", "substr(?, instr(?, char(31)) + 1)") + ")";
  static const std::string spellings =
      "SELECT slug, slug FROM documents UNION ALL SELECT slug, path FROM documents UNION ALL "
      "SELECT slug, coalesce(version_of, identity) FROM documents UNION ALL SELECT slug, " +
      file_name_sql("path") + " FROM documents WHERE instr(path, '/') > 0 UNION ALL SELECT slug, " +
      entry_name_sql("path") + " FROM documents WHERE instr(path, '!') > 0";
  return {"document",
          "DOCUMENT",
          "This document: slug, path, file name, or a pattern such as 'ken-*'",
          FilterKind::of_document,
          fragment,
          spellings};
}

std::string no_document_like(const std::string& pattern) {
  return "no document '" + pattern +
         "': no slug, path or file name is like it; 'attache documents' lists them";
}

std::vector<std::string> document_values(SQLite::Database& database, const FilterInfo& filter,
                                         const std::string& given) {
  if (auto slugs = named_so(database, given); !slugs.empty()) return slugs;
  if (!is_pattern(given)) return closed_values(database, filter, given);
  if (documents_meant(database, given).empty()) throw SelectionError(no_document_like(given));
  return {given + '\x1f' + from_here(given)};
}

std::vector<std::string> documents_of_file(SQLite::Database& database, const std::string& name) {
  return slugs_where(database,
                     "(" + file_name_sql("d.path") + " = ?1 OR (instr(d.path, '!') > 0 AND " +
                         entry_name_sql("d.path") + " = ?1)) AND ?2 IS NOT NULL AND " + newest,
                     name);
}

std::vector<std::string> documents_at(SQLite::Database& database, const std::string& path) {
  for (const std::string& condition :
       {std::string(known_by) + " = ?2 AND ?1 IS NOT NULL",
        "(" + std::string(known_by) + " = ?1 OR d.path = ?1) AND ?2 IS NOT NULL"})
    if (auto slugs = slugs_where(database, condition + " AND " + newest, path); !slugs.empty())
      return slugs;
  if (auto slugs = documents_of_file(database, path); !slugs.empty()) return slugs;
  auto from_there =
      slugs_where(database, "d.source = ?1 AND ?2 IS NOT NULL AND " + std::string(newest), path);
  if (from_there.size() > 1) from_there.clear();
  return from_there;
}

std::vector<std::string> documents_meant(SQLite::Database& database, const std::string& given) {
  auto slugs = named_so(database, given);
  if (slugs.empty() && is_pattern(given)) slugs = slugs_where(database, like("?1", "?2"), given);
  return slugs;
}

std::vector<std::string> nearest_documents(SQLite::Database& database, const std::string& given) {
  SQLite::Statement names(
      database, "SELECT slug FROM documents UNION SELECT " + file_name_sql("path") +
                    " FROM documents WHERE instr(path, '/') > 0 UNION SELECT " +
                    entry_name_sql("path") + " FROM documents WHERE instr(path, '!') > 0");
  const auto all = strings(names);
  auto near = nearest(given, all);
  const std::size_t slash = given.rfind('/');
  return near.empty() && slash != std::string::npos ? nearest(given.substr(slash + 1), all) : near;
}

std::vector<std::string> documents_meant(const KnowledgeBase& base, const std::string& given) {
  return guarded(base.file(), base.connection(),
                 [&] { return documents_meant(base.connection(), given); });
}

std::vector<std::string> nearest_documents(const KnowledgeBase& base, const std::string& given) {
  return guarded(base.file(), base.connection(),
                 [&] { return nearest_documents(base.connection(), given); });
}

}  // namespace attache
