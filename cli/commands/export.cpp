// SPDX-License-Identifier: MIT
// Every stored table as a CSV file, and a Frictionless data package that says what the columns are.
#include <memory>

#include "cli/commands.h"
#include "cli/error.h"
#include "cli/export/package.h"
#include "cli/export/staged_file.h"
#include "cli/interrupt.h"
#include "cli/output/format.h"
#include "schema/catalog.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

struct ExportOptions {
  std::string folder;
  bool force = false;
  OutputOptions output;
};

constexpr const char* package_file = "datapackage.json";

/// Files of somebody else are not overwritten unasked.
void refuse_foreign_files(const ExportOptions& options, const std::vector<StoredTable>& tables) {
  const std::filesystem::path folder = options.folder;
  if (options.force || is_own_package(folder / package_file)) return;
  std::vector<std::string> names = {package_file};
  for (const StoredTable& table : tables) names.push_back(table.name + ".csv");
  for (const std::string& name : names) {
    if (!std::filesystem::exists(folder / name)) continue;
    throw UsageError((folder / name).string() +
                     " is there and was not made by attache export; give another folder, "
                     "or --force to overwrite");
  }
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!std::filesystem::is_directory(folder)) {
    throw OutputError(folder.string() + " can't be made: " +
                          (error ? error.message() : "a file of that name is there"),
                      error.value());
  }
}

std::vector<ColumnInfo> columns_of_table(const StoredTable& table) {
  std::vector<ColumnInfo> columns;
  for (const StoredColumn& column : table.columns) columns.push_back({column.name, column.type});
  return columns;
}

/// Returns the number of rows.
std::uint64_t write_table(const KnowledgeBase& base, const StoredTable& table,
                          const OutputOptions& output, StagedFile& file,
                          const InterruptGuard& guard) {
  const auto writer = find_format("csv")->make(file.sink(), output);
  std::uint64_t rows = 0;
  writer->begin(columns_of_table(table));
  read_all(base, table, [&](std::span<const Cell> cells) {
    writer->row(cells);
    ++rows;
    return !guard.requested();
  });
  writer->end();
  if (guard.requested()) throw Interrupted("interrupted; nothing in the folder was changed");
  return rows;
}

/// Everything is written beside its place first, so that a full disk leaves an earlier export
/// whole.
int run_export(const ExportOptions& options, Session& session) {
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const Snapshot snapshot(base);
  const std::vector<StoredTable> tables = stored_tables(base);
  refuse_foreign_files(options, tables);
  make_folder(options.folder);
  const std::filesystem::path folder = options.folder;
  const InterruptGuard guard;
  std::vector<StagedFile> files;
  std::vector<std::uint64_t> rows;
  for (const StoredTable& table : tables) {
    files.emplace_back(folder / (table.name + ".csv"));
    rows.push_back(write_table(base, table, options.output, files.back(), guard));
    files.back().finish();
  }
  files.emplace_back(folder / package_file);
  files.back().sink().append(package_text(tables, rows, options.output.escape_formulas));
  files.back().finish();
  for (StagedFile& file : files) file.put_in_place();
  session.note(std::to_string(tables.size()) + " tables and " + package_file + " written to " +
               options.folder);
  return 0;
}

}  // namespace

void add_export(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "export", "Write every table as CSV, with a datapackage.json that types it",
                  "attache export data\n"
                  "attache export --bom --escape-formulas for-excel");
  auto options = std::make_shared<ExportOptions>();
  app->add_option("DIR", options->folder, "The folder; made where it is missing")
      ->type_name("")
      ->required();
  app->add_flag("--force", options->force,
                "Overwrite files of the same names that are not an earlier export");
  app->add_flag("--bom", options->output.bom, "A byte-order mark first, for Excel");
  app->add_flag("--escape-formulas", options->output.escape_formulas,
                "' before cells that a spreadsheet would run (= + - @); a script must undo it");
  app->add_flag("--raw", options->output.raw, "Keep line ends inside cells");
  commands.push_back({app, [options](Session& session) { return run_export(*options, session); }});
}

}  // namespace attache
