// SPDX-License-Identifier: MIT
// One query in SQL, for what the other commands don't ask.
#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/computed_rows.h"
#include "cli/error.h"
#include "cli/given_file.h"
#include "schema/knowledge_base.h"
#include "schema/lent_table.h"
#include "schema/sql_query.h"
#include "seed/lexicon/csv_reader.h"
#include "seed/read/read.h"
#include "seed/read/table.h"

namespace attache {
namespace {

constexpr unsigned default_seconds = 30;
constexpr unsigned most_seconds = 86'400;

constexpr const char* views =
    "Views and tables:\n"
    "  principles_listing      norms, a row for each document and norm\n"
    "  priorities_listing      aims, with theme and actor\n"
    "  organizations_listing   organizations, with the country's role\n"
    "  leaders_listing         persons, with office and office_type\n"
    "  documents_listing       documents, with how many rows there are of each\n"
    "  principle_citations     each place that supports a principle, with its quote\n"
    "  priority_citations      the same of priorities\n"
    "  organization_citations  the same of organizations\n"
    "  leader_citations        the same of leaders\n"
    "  sentence_texts          sentences with their words\n"
    "  document_metadata       what documents say of themselves: document_id, key, value\n"
    "  norms, themes, roles, body_kinds, instruments, norm_instruments, countries, bodies,\n"
    "  body_aliases, office_types: the vocabulary\n"
    "  identifiers, crosswalks, identifier_schemes  what others call its entries\n"
    "  country_codes, theme_codes, norm_codes       the same, one row an entry\n"
    "  SELECT sql FROM sqlite_schema tells the columns of each.\n";

struct SqlOptions {
  std::string query;
  std::string file;
  std::vector<std::string> with;
  unsigned timeout = default_seconds;
  ComputedRowFlags rows;
};

std::string contents_of(const std::string& file) {
  return read_given(file, most_given, Given::named);
}

std::string query_of(const SqlOptions& options, const Session& session) {
  if (options.query.empty() == options.file.empty())
    throw UsageError(options.query.empty()
                         ? "no query; give one, - for standard input, or --file FILE"
                         : "a query and --file don't go together; give one");
  if (options.query == "-") return read_given(session.streams.in, most_given, "standard input");
  if (options.file.empty()) return options.query;
  return contents_of(options.file);
}

/// NAME=FILE, or FILE alone, whose name without its ending is the table's.
LentTable lent_table(const std::string& given) {
  const std::size_t equals = given.find('=');
  const std::string file = equals == std::string::npos ? given : given.substr(equals + 1);
  const std::string name = equals == std::string::npos ? std::filesystem::path(file).stem().string()
                                                       : given.substr(0, equals);
  if (name.empty() || file.empty())
    throw UsageError("--with: '" + given + "' is not NAME=FILE.csv, nor a file");
  const std::string text = contents_of(file);
  const char separator = separator_of(first_line(text), [](const std::string&) { return false; });
  CsvTable table = read_csv(text, file, separator);
  LentTable lent{name, std::move(table.columns), {}};
  for (CsvRow& row : table.rows) lent.rows.push_back(std::move(row.cells));
  return lent;
}

int run_sql(const SqlOptions& options, Session& session) {
  make_writer(options.rows.output, session);  // what contradicts itself is told first
  const std::string query = query_of(options, session);
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  for (const std::string& given : options.with) lend(base, lent_table(given));
  std::optional<ComputedRows> rows;
  try {
    ask(
        base, query, options.timeout,
        [&](std::span<const ColumnInfo> columns) {
          rows.emplace(options.rows, session,
                       std::vector<ColumnInfo>(columns.begin(), columns.end()), names_of(columns),
                       "the query has");
        },
        [&](std::span<const Cell> cells) { return rows->row(cells); });
  } catch (const OutOfTime& error) {
    session.complain(error.what());
    return 1;
  }
  const std::uint64_t printed = rows ? rows->end() : 0;
  return options.rows.exit_status && printed == 0 ? 1 : 0;
}

}  // namespace

void add_sql(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "sql", "Ask the knowledge base in SQL, read-only",
                              "attache sql 'SELECT DISTINCT country FROM documents'\n"
                              "attache sql --file question.sql --csv\n"
                              "echo 'SELECT slug, name FROM norms' | attache sql - --json\n"
                              "attache sql --with mine=regimes.csv --file join.sql");
  const std::string footer = app->get_footer();
  const std::size_t last = footer.rfind("\n\n");
  app->footer(footer.substr(0, last) + "\n\n" + views + footer.substr(last + 1));
  auto options = std::make_shared<SqlOptions>();
  app->add_option("QUERY", options->query,
                  "One statement that reads; - reads it from standard input")
      ->type_name("");
  app->add_option("--file", options->file, "Read the query from this file")->type_name("FILE");
  app->add_option("--with", options->with,
                  "A CSV file of your own as a table; without NAME it is called as the file is")
      ->type_name("NAME=FILE")
      ->allow_extra_args(false);
  app->add_option("--timeout", options->timeout,
                  "How many seconds of processor time the query may take (30)")
      ->type_name("SECONDS")
      ->check(CLI::Range(1U, most_seconds));
  add_computed_row_flags(*app, options->rows, "those that the query names");
  commands.push_back({app, [options](Session& session) { return run_sql(*options, session); }});
}

}  // namespace attache
