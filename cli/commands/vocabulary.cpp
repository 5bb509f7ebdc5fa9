// SPDX-License-Identifier: MIT
// The values that filters take: which there are, what they mean, how much there is of each.
#include <memory>
#include <optional>

#include "cli/chosen_columns.h"
#include "cli/commands.h"
#include "cli/error.h"
#include "cli/row_flags.h"
#include "schema/knowledge_base.h"
#include "schema/refusal.h"
#include "schema/vocabularies.h"

namespace attache {
namespace {

struct VocabularyOptions {
  std::optional<std::string> name;
  std::string text;
  RowFlags rows;
};

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const VocabularyInfo& vocabulary : vocabularies()) all.emplace_back(vocabulary.table.name);
  return all;
}

const TableInfo& table_of(const VocabularyOptions& options) {
  if (!options.name) return list_of_vocabularies();
  if (const VocabularyInfo* found = find_vocabulary(*options.name)) return found->table;
  throw UsageError("no vocabulary '" + *options.name + "'" +
                   advice(*options.name, names(), names(), "attache vocabulary"));
}

int run_vocabulary(const VocabularyOptions& options, Session& session) {
  make_writer(options.rows.output, session);  // what contradicts itself is told first
  const TableInfo& table = table_of(options);
  Selection selection;
  if (!options.text.empty()) selection.text = options.text;
  heed(options.rows, selection);
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const std::uint64_t rows = print_selection(session, base, table, selection, options.rows);
  if (rows == 0 && !options.text.empty()) {
    session.out.flush();
    session.note("no entry of " + std::string(table.name) + " has the words '" + options.text +
                 "'");
  }
  return options.rows.exit_status && rows == 0 ? 1 : 0;
}

}  // namespace

void add_vocabulary(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "vocabulary", "List the values that filters take",
                              "attache vocabulary\n"
                              "attache vocabulary norms\n"
                              "attache vocabulary bodies union --columns slug,name,aliases\n"
                              "attache vocabulary themes --sort rows --reverse --limit 5 --csv");
  auto options = std::make_shared<VocabularyOptions>();
  // The names in the type's braces are what completion offers.
  app->add_option("NAME", options->name, "Which; without it the vocabularies are listed")
      ->type_name("NAME:{" + CLI::detail::join(names(), ",") + "}");
  app->add_option("TEXT", options->text,
                  "Words that slug, name, definition or Wikidata item contain")
      ->type_name("");
  add_row_flags(*app, options->rows, "slug, name, rows, documents, definition and others");
  add_columns_option(*app, "--count-by", options->rows.count_by,
                     "How many entries have each value of these columns")
      ->group("Rows and columns");
  add_columns_option(*app, "--distinct", options->rows.distinct,
                     "The different values of these columns, each once")
      ->group("Rows and columns");
  add_output_flags(*app, options->rows.output);
  commands.push_back(
      {app, [options](Session& session) { return run_vocabulary(*options, session); }});
}

}  // namespace attache
