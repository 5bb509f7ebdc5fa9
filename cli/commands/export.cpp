// SPDX-License-Identifier: MIT
// Every stored table as a CSV file, and a Frictionless data package that says what the columns are.
#include <deque>
#include <memory>
#include <optional>
#include <set>

#include "cli/chart/today.h"
#include "cli/commands.h"
#include "cli/commands/completion_words.h"
#include "cli/error.h"
#include "cli/exchange/exchange.h"
#include "cli/export/datasette.h"
#include "cli/export/output_file.h"
#include "cli/export/output_folder.h"
#include "cli/export/package.h"
#include "cli/export/staged_file.h"
#include "cli/filter_flags.h"
#include "cli/interrupt.h"
#include "cli/output/cell.h"
#include "cli/output/format.h"
#include "cli/row_filters.h"
#include "cli/told_hints.h"
#include "schema/catalog.h"
#include "schema/knowledge_base.h"
#include "schema/own_lexicons.h"
#include "schema/server_address.h"
#include "schema/stored_rows.h"
#include "schema/tables.h"

namespace attache {
namespace {

struct ExportOptions {
  std::optional<std::string> folder;
  std::optional<std::string> datasette;  ///< the file; empty: beside the knowledge base
  bool force = false;
  FilterFlags documents;  ///< which documents
  FilterFlags rows;       ///< which rows of what they say
  std::string license;
  OutputOptions output;
  ExchangeOptions exchange;
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

/// Texts of documents are not flattened: all offsets count in them.
OutputOptions output_of(const StoredTable& table, OutputOptions output) {
  if (table.name == "document_texts") output.flatten = false;
  return output;
}

/// The sources that documents are said to be from, each once, in the order of the documents.
class Sources {
 public:
  explicit Sources(const StoredTable& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.name == "documents" && table.columns[i].name == "source") column_ = i;
  }
  void see(std::span<const Cell> cells) {
    const auto* source = column_ < cells.size() ? text_of(cells[column_]) : nullptr;
    if (source != nullptr && !source->empty() && known_.emplace(*source).second)
      sources_.emplace_back(*source);
  }
  const std::vector<std::string>& found() const { return sources_; }

 private:
  std::size_t column_ = std::string::npos;
  std::set<std::string> known_;
  std::vector<std::string> sources_;
};

WrittenTable write_table(const KnowledgeBase& base, const StoredTable& table,
                         const StoredChoice& choice, const OutputOptions& output, StagedFile& file,
                         Sources& sources, const InterruptGuard& guard) {
  WrittenTable written{table, facts_of_columns(table), 0, 0, {}};
  const auto writer = find_format("csv")->make(file.sink(), output_of(table, output));
  writer->begin(columns_of_table(table));
  read_all(
      base, table,
      [&](std::span<const Cell> cells) {
        writer->row(cells);
        for (std::size_t i = 0; i < cells.size(); ++i) written.columns[i].see(cells[i]);
        sources.see(cells);
        ++written.rows;
        return !guard.requested();
      },
      choice);
  writer->end();
  if (guard.requested()) throw Interrupted("interrupted; nothing in the folder was changed");
  file.finish();
  written.bytes = file.size();
  written.sha256 = file.sha256();
  return written;
}

/// Rows that were made with another lexicon may name what is no longer in the vocabulary; then the
/// package does not say that the column refers to it.
StoredTable with_references_that_hold(const KnowledgeBase& base, StoredTable table,
                                      const Session& session) {
  std::erase_if(table.references, [&](const StoredReference& reference) {
    if (reference.declared || holds(base, table, reference)) return false;
    session.note(table.name + "." + reference.column + " has values that " + reference.table +
                 " lacks, so the package does not join them; '" + refresh_command(base) +
                 "' makes the rows anew");
    return true;
  });
  return table;
}

/// Where a document is on this machine is told to nobody.
std::string without_folders(const FilterValues& filter, const std::string& value) {
  return filter.filter == "document" ? value.substr(value.rfind('/') + 1) : value;
}

/// The filters as the options that were given.
std::vector<std::string> asked(const StoredChoice& choice) {
  std::vector<std::string> words;
  for (const auto* filters : {&choice.documents, &choice.rows})
    for (const FilterValues& filter : *filters)
      for (const std::string& value : filter.values) {
        words.push_back("--" + filter.filter);
        if (!is_flag(filter.filter)) words.push_back(without_folders(filter, value));
      }
  return words;
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

/// The sources of all documents.
std::vector<std::string> all_sources(const KnowledgeBase& base) {
  for (const StoredTable& table : stored_tables(base)) {
    if (table.name != "documents") continue;
    Sources sources(table);
    read_all(base, table, [&](std::span<const Cell> cells) {
      sources.see(cells);
      return true;
    });
    return sources.found();
  }
  return {};
}

/// A file's name as a shell takes it.
std::string shell_word(const std::string& name) {
  const bool plain = name.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/") ==
                     std::string::npos;
  return plain && !name.empty() ? name : shell_quoted(name);
}

void write_datasette(const KnowledgeBase& base, const ExportOptions& options, Session& session) {
  const std::string text = datasette_text(base, {options.license, all_sources(base)});
  if (options.datasette == "-") {
    session.out.append(text);
    return;
  }
  OutputFileName file{*options.datasette, options.force};
  if (file.path.empty())
    file.path = (base.file().parent_path() / base.file().stem()).string() + ".metadata.json";
  write_file(file, session.kept(), [&](Sink& sink) { sink.append(text); });
  session.note(file.path + " written; datasette " + shell_word(base.file().string()) + " -m " +
               shell_word(file.path));
}

/// Everything is written beside its place first, so that a full disk leaves an earlier export
/// whole.
void write_package(const KnowledgeBase& base, const ExportOptions& options, Session& session) {
  const Snapshot snapshot(base);
  const StoredChoice choice = stored_choice(options.documents.given(), options.rows.given());
  const std::vector<StoredTable> tables = stored_tables(base);
  const std::vector<std::string> names = file_names(tables);
  const OutputFolder folder(*options.folder, session.kept(), Missing::made);
  refuse_taken_names(options, folder, names);
  folder.remove_stale_drafts();
  const InterruptGuard guard;
  std::vector<StagedFile> files;
  std::vector<WrittenTable> written;
  PackageInfo info{now(session.environment),       options.license,       {}, asked(choice),
                   options.output.escape_formulas, options.output.flatten};
  for (const StoredTable& table : tables) {
    files.emplace_back(folder, names[files.size()]);
    Sources sources(table);
    written.push_back(write_table(base, with_references_that_hold(base, table, session), choice,
                                  options.output, files.back(), sources, guard));
    if (!sources.found().empty()) info.sources = sources.found();
  }
  files.emplace_back(folder, package_file);
  files.back().sink().append(package_text(written, info));
  files.back().finish();
  put_in_place(files, options.force, folder);
  session.note(std::to_string(tables.size()) + " tables and " + package_file + " written to " +
               *options.folder);
  if (options.output.bom)
    session.note(
        "--bom is for spreadsheets; libraries that read the data package take the mark for letters "
        "of the first column's name");
}

int run_export(const ExportOptions& options, Session& session) {
  if (options.folder && options.folder->empty()) throw UsageError("DIR is empty; name a folder");
  if (options.folder == "-")
    throw UsageError("DIR is a folder, and standard output is none; name one, or write ./-");
  if (!options.folder && !options.datasette)
    throw UsageError("DIR is required; see 'attache export --help'");
  if (!options.folder && !(options.documents.given().empty() && options.rows.given().empty()))
    throw UsageError("filters go with DIR; --datasette tells of the whole knowledge base");
  if (options.datasette && is_server_address(session.database().string()))
    throw UsageError(
        "--datasette is for a file, and Datasette opens no server; name one with --db");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  if (options.folder) {
    write_package(base, options, session);
    Selection asked;
    asked.filters = options.documents.given();
    const TableInfo& documents = *find_table("documents");
    tell_hints(session, base, documents, asked, count(base, documents, asked));
  }
  if (options.datasette) write_datasette(base, options, session);
  return 0;
}

/// For another program: what is said of CSV files is not meant then.
int run_for_others(const ExportOptions& options, Session& session) {
  const OutputOptions& csv = options.output;
  if (csv.bom || csv.escape_formulas || csv.flatten)
    throw UsageError("--bom, --escape-formulas and --flatten are for CSV files, not for --to");
  if (options.datasette) throw UsageError("--datasette and --to don't go together; give one");
  if (!options.rows.given().empty())
    throw UsageError("--" + options.rows.given().front().filter +
                     " goes with DIR; --to takes filters of documents, and --table");
  if (options.folder && !options.exchange.path.empty())
    throw UsageError("DIR and --output both say where to write; give one");
  ExchangeOptions exchange = options.exchange;
  exchange.force = options.force;
  if (exchange.path.empty()) exchange.path = options.folder.value_or("");
  return run_exchange(exchange, options.documents.given(), session);
}

int run_either(const ExportOptions& options, Session& session) {
  if (!options.exchange.format.empty()) return run_for_others(options, session);
  if (!options.exchange.path.empty() || !options.exchange.tables.empty())
    throw UsageError("--output and --table go with --to");
  return run_export(options, session);
}

}  // namespace

void add_export(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "export", "Write every table as CSV, with a datapackage.json that types it",
                  "attache export data\n"
                  "attache export --country KEN --since 1990 for-a-colleague\n"
                  "attache export --norm sovereignty --min-confidence 0.8 sovereignty\n"
                  "attache export --bom --escape-formulas --flatten for-excel\n"
                  "attache export --datasette\n"
                  "attache export --to qdpx -o speeches.qdpx\n"
                  "attache export --to brat --country KEN --table organizations -o for-brat");
  auto options = std::make_shared<ExportOptions>();
  app->add_option("DIR", options->folder, "The folder; made where it is missing")->type_name("");
  add_exchange_flags(*app, options->exchange);
  app->add_flag("--force", options->force,
                "Replace files of the same names, e.g. an earlier export");
  std::vector<FilterInfo> documents = document_filters();
  documents.push_back(filter_of("documents", "title"));
  for (const FilterInfo& filter : documents)
    options->documents.add(*app, filter,
                           "Documents (a repeated filter means or, different ones and)");
  std::deque<std::string> helps;
  for (const FilterInfo& filter : row_filters(helps))
    options->rows.add(*app, filter,
                      "Rows of what documents say (tables without the filter have none)");
  app->add_option("--license", options->license,
                  "The licence of the data, for the package: CC-BY-4.0, or its address")
      ->type_name("NAME");
  app->add_option("--datasette", options->datasette,
                  "Metadata for Datasette, instead or besides; without FILE beside the knowledge "
                  "base, - is standard output")
      ->type_name("[FILE]")
      ->expected(0, 1);
  app->add_flag("--bom", options->output.bom, "A byte-order mark first, for Excel");
  app->add_flag("--escape-formulas", options->output.escape_formulas,
                "' before cells that a spreadsheet would run (= + - @); a script must undo it");
  app->add_flag("--flatten", options->output.flatten,
                "A space for each line end inside a cell, for spreadsheets; quotes are no longer "
                "exactly what they cite");
  commands.push_back({app, [options](Session& session) { return run_either(*options, session); }});
}

}  // namespace attache
