// SPDX-License-Identifier: MIT
#include "cli/corpus_flags.h"

#include "cli/error.h"
#include "schema/nearest.h"
#include "seed/corpora.h"
#include "seed/read/table_row.h"

namespace attache {
namespace {

constexpr std::size_t most_listed = 20;

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < most_listed; ++i)
    list += (i == 0 ? "" : ", ") + names[i];
  return names.size() > most_listed ? list + ", ..." : list;
}

/// A table that is named; its columns, where it shows some.
std::vector<std::string> columns_at(const std::string& path) {
  return columns_in(head_of(path), table_named(path));
}

void refuse_array(const std::string& path) {
  throw UsageError(path +
                   ": is one JSON array, no document; write an object a line, as jq -c '.[]' does, "
                   "and say which field holds the text of each with --text-column NAME (or "
                   "--input-format text to read the file as one text)");
}

void refuse_table(const std::string& path) {
  const std::string head = head_of(path);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first != std::string::npos && head[first] == '[' &&
      table_named(path) == TableKind::json_lines)
    refuse_array(path);
  const std::vector<std::string> columns = columns_at(path);
  throw UsageError(path +
                   ": is a table, no document; say which column holds the text of each with "
                   "--text-column NAME" +
                   (columns.empty() ? "" : ": it has " + listed(columns)) +
                   " (or --input-format text to read the file as one text)");
}

/// In JSON the first object may lack what others have.
void check_text_column(const std::string& path, const std::string& text) {
  const std::vector<std::string> columns = columns_at(path);
  const bool has = place_of_column(text, columns).has_value();
  if (has || columns.empty() || table_named(path) != TableKind::separated) return;
  throw UsageError("--text-column: " + path + " has no column '" + text + "'" +
                   suggestion(text, columns, {}) +
                   (nearest(text, columns).empty() ? "; it has " + listed(columns) : ""));
}

}  // namespace

void add_corpus_flags(CLI::App& app, CorpusFlags& flags) {
  const auto add = [&](const char* name, auto& value, const char* help) {
    app.add_option(name, value, help)->type_name("NAME")->group("Tables of documents");
  };
  add("--text-column", flags.text,
      "The column (or field) that holds the text: each row of a .csv, .tsv or .jsonl file is a "
      "document");
  add("--id-column", flags.id, "The one that tells a row from others (default: id and the like)");
  add("--title-column", flags.title, "The one with the title (default: title and the like)");
  add("--country-column", flags.country,
      "The one with the country (default: country, iso3 and the like)");
  add("--date-column", flags.date, "The one with the date (default: date, year and the like)");
  add("--language-column", flags.language, "The one with the language (default: language, lang)");
  add("--source-column", flags.source, "The one that says where it is from (default: source, url)");
}

TableColumns columns_of(const CorpusFlags& flags) {
  return {flags.text, flags.id,       flags.title, flags.country,
          flags.date, flags.language, flags.source};
}

void check_corpus_usage(const CorpusFlags& flags, const std::vector<std::string>& paths) {
  const bool columns =
      flags.id || flags.title || flags.country || flags.date || flags.language || flags.source;
  if (flags.text.empty() && columns)
    throw UsageError(
        "columns of tables are named without the one that holds the text; say "
        "--text-column NAME");
  for (const std::string& path : paths) {
    if (!table_named(path) || head_of(path).empty()) continue;
    if (flags.text.empty()) refuse_table(path);
    check_text_column(path, flags.text);
  }
}

}  // namespace attache
