// SPDX-License-Identifier: MIT
// Decisions as a file that a colleague takes over.
#include <algorithm>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>

#include "cli/commands/review.h"
#include "cli/error.h"
#include "cli/exchange/import.h"
#include "cli/exchange/returned_json.h"
#include "cli/export/output_file.h"
#include "cli/given_file.h"
#include "cli/interrupt.h"
#include "cli/output/cell.h"
#include "cli/output/format.h"
#include "cli/writing.h"
#include "schema/amendments.h"
#include "schema/errors.h"
#include "schema/nearest.h"
#include "schema/review_rows.h"
#include "schema/reviews.h"
#include "seed/lexicon/csv_reader.h"
#include "seed/read/date.h"
#include "seed/read/read.h"
#include "seed/read/table.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct ExportOptions {
  OutputFileName file;  ///< none, or -: standard output
};

struct ImportOptions {
  std::string file, from, by;
  bool theirs = false, ours = false;
};

constexpr const char* standard_input = "standard input";

/// What a package holds: how a decision stands to this knowledge base is no part of it.
constexpr std::size_t package_columns = 12;

void write_package(const KnowledgeBase& base, Sink& sink, std::uint64_t& rows) {
  OutputOptions output;
  const auto writer = find_format("csv")->make(sink, output);
  writer->begin(std::span(review_list_columns()).first(package_columns));
  for (const ReviewState& state : reviews(base)) {
    std::vector<std::string> texts = ReviewCells(state).texts;
    texts.resize(package_columns);
    writer->row(text_cells(texts));
    ++rows;
  }
  writer->end();
}

int run_export(const ExportOptions& options, Session& session) {
  const bool to_file = is_file(options.file);
  if (options.file.replace && !to_file) throw UsageError("--force goes with FILE");
  refuse_other_format(options.file.path, {".csv"}, "decisions are written as CSV");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  std::uint64_t rows = 0;
  if (!to_file) {
    write_package(base, session.out, rows);
    return 0;
  }
  write_file(options.file, session.kept(), [&](Sink& sink) { write_package(base, sink, rows); });
  session.note(counted(rows, "decision") + " written to " + options.file.path);
  return 0;
}

std::string read_whole(const std::string& path, const Session& session) {
  if (path == "-") return read_given(session.streams.in, most_returned, standard_input);
  try {
    return read_given(path, most_returned, Given::named);
  } catch (const ReadError& error) {
    throw DataError(std::string(error.what()) + "; give a file that 'attache review export' wrote");
  }
}

/// The table, parted by commas or by what a spreadsheet puts there instead.
CsvTable package_in(const std::string& path, const Session& session) {
  const std::string bytes = read_whole(path, session);
  const char separator = separator_of(
      first_line(bytes), [](const std::string& column) { return column == "decision"; });
  return read_csv(bytes, path == "-" ? standard_input : path, separator);
}

/// Null where it is no JSON.
nlohmann::json list_in(const std::string& cell) {
  try {
    return returned_json(cell);
  } catch (const nlohmann::json::exception&) {
    return {};
  }
}

/// A list of texts in a cell. Throws DataError.
std::vector<std::string> list_of(const CsvTable& table, const CsvRow& row, const char* column) {
  const std::string& cell = row.cells[table.column(column)];
  if (cell.empty()) return {};
  const auto json = list_in(cell);
  const bool texts = json.is_array() && std::all_of(json.begin(), json.end(), [](const auto& item) {
                       return item.is_string();
                     });
  if (!texts)
    throw DataError(table.file, row.line, std::string(column) + " is no JSON array of texts");
  return json.template get<std::vector<std::string>>();
}

std::vector<ColumnValue> values_of(const CsvTable& table, const CsvRow& row, const char* column) {
  std::vector<ColumnValue> values;
  for (const std::string& item : list_of(table, row, column)) {
    auto value = column_value(item);
    if (!value) throw DataError(table.file, row.line, "'" + item + "' is not COLUMN=VALUE");
    values.push_back(std::move(*value));
  }
  return values;
}

/// Of columns that can be amended, or that a judgement is about: names of columns become SQL.
void require_columns(const CsvTable& table, const CsvRow& row, const Review& review) {
  const auto amendable = amendable_columns(review.table);
  for (const auto* values : {&review.original, &review.amended})
    for (const ColumnValue& value : *values)
      if (std::find(amendable.begin(), amendable.end(), value.column) == amendable.end())
        throw DataError(
            table.file, row.line,
            review.table + " have no column '" + value.column + "' that can be amended");
  const bool amends = review.decision == "amended";
  if (amends == review.amended.empty())
    throw DataError(table.file, row.line,
                    amends ? "amended says nothing" : "only an amended row has something to set");
}

/// A day, or a day with a time behind it.
bool is_time(const std::string& text) {
  constexpr std::size_t day = std::string_view("2026-03-01").size();
  return is_iso_date(text.substr(0, day)) &&
         (text.size() == day || text[day] == 'T' || text[day] == ' ');
}

Review review_in(const CsvTable& table, const CsvRow& row) {
  const auto text = [&](const char* column) { return row.cells[table.column(column)]; };
  Review review;
  review.document = text("document");
  review.sha256 = text("sha256");
  review.table = text("table");
  review.key = text("key");
  review.quotes = list_of(table, row, "quotes");
  review.original = values_of(table, row, "original");
  review.decision = text("decision");
  review.amended = values_of(table, row, "amended");
  review.why = text("why");
  review.reviewer = text("by");
  review.decided_at = text("at");
  if (find_judged(review.table) == nullptr)
    throw DataError(table.file, row.line, "no table '" + review.table + "' has rows to judge");
  if (std::find(std::begin(decisions), std::end(decisions), review.decision) == std::end(decisions))
    throw DataError(table.file, row.line,
                    "no decision '" + review.decision + "'; there are accepted, rejected, amended");
  if (!review.decided_at.empty() && !is_time(review.decided_at))
    throw DataError(table.file, row.line,
                    "at '" + review.decided_at + "' is no time such as 2026-03-01T10:00:00Z");
  if (review.key.empty() || review.sha256.empty() || review.reviewer.empty())
    throw DataError(table.file, row.line, "key, sha256 and by must be given");
  require_columns(table, row, review);
  return review;
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "'" : ", '") + name + "'";
  return list;
}

/// A file of something else is refused before its first row, and where it has none, too. Columns
/// that decisions don't have are passed over. Throws DataError.
void require_header(const CsvTable& table) {
  std::vector<std::string> expected, missing, twice;
  for (const ColumnInfo& column : std::span(review_list_columns()).first(package_columns)) {
    if (column.name == "ref") continue;  // made of document, table and key
    expected.push_back(column.name);
    const auto has = std::count(table.columns.begin(), table.columns.end(), column.name);
    if (has == 0) missing.push_back(column.name);
    if (has > 1) twice.push_back(column.name);
  }
  if (!missing.empty())
    throw DataError(table.file, 1,
                    "lacks the column" + std::string(missing.size() == 1 ? " " : "s ") +
                        quoted_list(missing) + "; a file of 'attache review export' has " +
                        comma_list(expected));
  if (!twice.empty())
    throw DataError(table.file, 1, "has more than one column " + quoted_list(twice));
}

/// A value that the vocabulary here does not have is refused as `review amend` refuses it.
std::string unknown_value(const KnowledgeBase& base, const Review& review) {
  std::vector<std::string> sets;
  for (const ColumnValue& value : review.amended) sets.push_back(value.column + "=" + value.value);
  try {
    guarded(base.file(), base.connection(),
            [&] { amendments(base.connection(), review.table, sets); });
    return {};
  } catch (const SelectionError& error) {
    return error.what();
  }
}

struct Tally {
  std::uint64_t added = 0, known = 0, kept = 0, refused = 0;
};

void take(ReviewChanges& changes, const KnowledgeBase& base, const Review& review,
          ReviewChanges::Conflict conflict, const Session& session, Tally& tally) {
  using What = ReviewChanges::Taken::What;
  const std::string unknown = unknown_value(base, review);
  const ReviewChanges::Taken taken = unknown.empty() ? changes.take(review, conflict)
                                                     : ReviewChanges::Taken{What::refused, unknown};
  switch (taken.what) {
    case What::added: ++tally.added; break;
    case What::known: ++tally.known; break;
    case What::kept: ++tally.kept; break;
    case What::refused:
      ++tally.refused;
      session.complain(review.reference() + ": " + taken.words);
      break;
  }
}

std::string words_of(const Tally& tally) {
  std::string words = counted(tally.added, "decision") + " taken over";
  if (tally.known > 0) words += ", " + std::to_string(tally.known) + " known already";
  if (tally.kept > 0) words += ", " + std::to_string(tally.kept) + " kept as they were here";
  if (tally.refused > 0) words += ", " + std::to_string(tally.refused) + " not taken over";
  return words;
}

int run_import(const ImportOptions& options, Session& session) {
  if (options.theirs && options.ours) throw UsageError("--theirs and --ours contradict each other");
  using Conflict = ReviewChanges::Conflict;
  const Conflict conflict = options.theirs ? Conflict::theirs
                            : options.ours ? Conflict::ours
                                           : Conflict::tell;
  if (!options.from.empty())
    return run_annotation_import({options.from, options.file, options.by, conflict}, session);
  if (!options.by.empty()) throw UsageError("--by goes with --from: such a file says who decided");
  const CsvTable table = package_in(options.file, session);
  require_header(table);
  std::vector<Review> all;
  for (const CsvRow& row : table.rows) all.push_back(review_in(table, row));
  KnowledgeBase::open(session.database(), session.patience);
  const InterruptGuard guard;
  KnowledgeBase base = open_for_writing(session, guard);
  Tally tally;
  {
    ReviewChanges changes(base);
    for (const Review& review : all) take(changes, base, review, conflict, session, tally);
    if (guard.requested()) throw Interrupted("interrupted; nothing was taken over");
    changes.commit();
  }
  close(base, session);
  session.note(words_of(tally));
  return tally.refused == 0 ? 0 : 1;
}

}  // namespace

void add_review_package(CLI::App& app, std::vector<Command>& parts) {
  CLI::App* written =
      add_command(app, "export", "Write all decisions as a CSV file for a colleague",
                  "attache review export decisions.csv\n"
                  "attache review export | head -3");
  auto exporting = std::make_shared<ExportOptions>();
  written->add_option("FILE", exporting->file.path, "The file; - or none is standard output")
      ->type_name("")
      ->check(names_a_file);
  written->add_flag("--force", exporting->file.replace, "Replace the file where it is there");
  parts.push_back(
      {written, [exporting](Session& session) { return run_export(*exporting, session); }});

  CLI::App* taken = add_command(app, "import", "Take a colleague's decisions over",
                                "attache review import decisions.csv\n"
                                "attache review import --theirs decisions.csv\n"
                                "attache review import --from brat for-brat --by ana\n"
                                "attache review import --from label-studio project.json");
  auto importing = std::make_shared<ImportOptions>();
  taken
      ->add_option("FILE", importing->file,
                   "A file of 'attache review export'; - for standard input. With --from, a file "
                   "or folder of that program")
      ->type_name("")
      ->required();
  taken
      ->add_option("--from", importing->from,
                   "Annotations of 'attache export --to' that people went through")
      ->type_name("FORMAT")
      ->transform(CLI::IsMember({"brat", "label-studio"}, CLI::ignore_case));
  taken
      ->add_option("--by", importing->by,
                   "With --from, who decided (as the file says, else $ATTACHE_REVIEWER, $USER)")
      ->type_name("NAME");
  taken->add_flag("--theirs", importing->theirs,
                  "Where there is another decision on the same row, take the file's");
  taken->add_flag("--ours", importing->ours,
                  "Where there is another decision on the same row, keep it");
  parts.push_back(
      {taken, [importing](Session& session) { return run_import(*importing, session); }});
}

}  // namespace attache
