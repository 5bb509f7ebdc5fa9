// SPDX-License-Identifier: MIT
// Every stored table as a CSV file, and a Frictionless data package that says what the columns are.
#include <memory>

#include "cli/commands.h"
#include "cli/error.h"
#include "cli/export/output_folder.h"
#include "cli/export/package.h"
#include "cli/export/staged_file.h"
#include "cli/filter_flags.h"
#include "cli/interrupt.h"
#include "cli/output/format.h"
#include "schema/catalog.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

struct ExportOptions {
  std::string folder;
  bool force = false;
  FilterFlags filters;  ///< which documents
  OutputOptions output;
};

constexpr const char* package_file = "datapackage.json";

/// Nothing is overwritten unasked, an earlier export neither; and only files are overwritten.
void refuse_taken_names(const ExportOptions& options, const OutputFolder& folder,
                        const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const Entry entry = folder.entry(name);
    if (entry == Entry::none || (entry == Entry::file && options.force)) continue;
    throw UsageError(folder.shown(name) + (entry == Entry::file
                                               ? " is there; give another folder, or --force to "
                                                 "replace it"
                                               : " is there and is no file; give another folder"));
  }
}

std::vector<std::string> file_names(const std::vector<StoredTable>& tables) {
  std::vector<std::string> names;
  for (const StoredTable& table : tables) names.push_back(table.name + ".csv");
  names.emplace_back(package_file);
  return names;
}

std::vector<ColumnInfo> columns_of_table(const StoredTable& table) {
  std::vector<ColumnInfo> columns;
  for (const StoredColumn& column : table.columns) columns.push_back({column.name, column.type});
  return columns;
}

/// Returns the number of rows.
std::uint64_t write_table(const KnowledgeBase& base, const StoredTable& table,
                          const ExportOptions& options, StagedFile& file,
                          const InterruptGuard& guard) {
  const auto writer = find_format("csv")->make(file.sink(), options.output);
  std::uint64_t rows = 0;
  writer->begin(columns_of_table(table));
  read_all(
      base, table,
      [&](std::span<const Cell> cells) {
        writer->row(cells);
        ++rows;
        return !guard.requested();
      },
      options.filters.given());
  writer->end();
  if (guard.requested()) throw Interrupted("interrupted; nothing in the folder was changed");
  return rows;
}

/// The package comes last: where it is new, all is. A failure says how far it came.
void put_in_place(std::vector<StagedFile>& files, bool replace, const OutputFolder& folder) {
  std::size_t done = 0;
  try {
    for (StagedFile& file : files) {
      file.put_in_place(replace);
      ++done;
    }
    folder.sync();
  } catch (const OutputError& error) {
    throw OutputError(std::string(error.what()) + "; " + std::to_string(done) + " of " +
                          std::to_string(files.size()) +
                          " files are in place, the others are as they were",
                      error.code());
  }
}

/// Everything is written beside its place first, so that a full disk leaves an earlier export
/// whole.
int run_export(const ExportOptions& options, Session& session) {
  if (options.folder.empty()) throw UsageError("DIR is empty; name a folder");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const Snapshot snapshot(base);
  const std::vector<StoredTable> tables = stored_tables(base);
  const std::vector<std::string> names = file_names(tables);
  const OutputFolder folder(options.folder);
  refuse_taken_names(options, folder, names);
  folder.remove_stale_drafts();
  const InterruptGuard guard;
  std::vector<StagedFile> files;
  std::vector<std::uint64_t> rows;
  for (const StoredTable& table : tables) {
    files.emplace_back(folder, names[files.size()]);
    rows.push_back(write_table(base, table, options, files.back(), guard));
    files.back().finish();
  }
  files.emplace_back(folder, package_file);
  files.back().sink().append(package_text(tables, rows, options.output.escape_formulas));
  files.back().finish();
  put_in_place(files, options.force, folder);
  session.note(std::to_string(tables.size()) + " tables and " + package_file + " written to " +
               options.folder);
  return 0;
}

}  // namespace

void add_export(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "export", "Write every table as CSV, with a datapackage.json that types it",
                  "attache export data\n"
                  "attache export --country KEN --since 1990 for-a-colleague\n"
                  "attache export --bom --escape-formulas for-excel");
  auto options = std::make_shared<ExportOptions>();
  app->add_option("DIR", options->folder, "The folder; made where it is missing")
      ->type_name("")
      ->required();
  app->add_flag("--force", options->force,
                "Replace files of the same names, e.g. an earlier export");
  for (const FilterInfo& filter : document_filters())
    options->filters.add(*app, filter,
                         "Documents (a repeated filter means or, different ones and)");
  app->add_flag("--bom", options->output.bom, "A byte-order mark first, for Excel");
  app->add_flag("--escape-formulas", options->output.escape_formulas,
                "' before cells that a spreadsheet would run (= + - @); a script must undo it");
  app->add_flag("--raw", options->output.raw, "Keep line ends inside cells");
  commands.push_back({app, [options](Session& session) { return run_export(*options, session); }});
}

}  // namespace attache
