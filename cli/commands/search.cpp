// SPDX-License-Identifier: MIT
// Full text over the sentences of all documents.
#include <array>
#include <limits>
#include <memory>
#include <set>

#include "cli/chosen_columns.h"
#include "cli/commands.h"
#include "cli/error.h"
#include "cli/filter_flags.h"
#include "cli/output/cell.h"
#include "cli/output/joined.h"
#include "cli/output/marks.h"
#include "cli/output_flags.h"
#include "cli/row_flags.h"
#include "schema/knowledge_base.h"
#include "schema/search.h"

namespace attache {
namespace {

constexpr std::uint64_t usual_limit = 20;

struct SearchOptions {
  std::vector<std::string> words;
  bool fts = false;
  FilterFlags filters;
  std::string first;
  std::string sort = "relevance";
  bool reverse = false;
  std::optional<std::uint64_t> limit;
  std::uint64_t offset = 0;
  std::uint32_t context = 0;
  std::optional<std::string> mark;
  std::vector<std::string> columns;
  bool count = false;
  bool exit_status = false;
  OutputFlags output;
};

const std::vector<ColumnInfo>& all_columns() {
  static const std::vector<ColumnInfo> columns = {{"document"},
                                                  {"title"},
                                                  {"country"},
                                                  {"date"},
                                                  {"sentence", ColumnType::integer},
                                                  {"start", ColumnType::integer},
                                                  {"end", ColumnType::integer},
                                                  {"snippet"},
                                                  {"ref"}};
  return columns;
}

/// A person wants the words and where they are; a program wants all.
constexpr std::array<std::string_view, 2> usual_columns{"ref", "snippet"};

/// A person reads a page; a program asks for what it wants.
bool is_limited(const SearchOptions& options, const Session& session) {
  return !options.limit && options.first.empty() && is_for_terminal(options.output, session);
}

std::vector<Cell> cells_of(const SearchHit& hit) {
  return {std::string_view(hit.document),
          std::string_view(hit.title),
          text_or_null(hit.country),
          text_or_null(hit.date),
          hit.sentence,
          hit.start,
          hit.end,
          std::string_view(hit.snippet),
          std::string_view(hit.ref)};
}

/// The first hits of groups are counted as they come: none is passed over before.
Search as_many_as_there_are(Search search) {
  search.limit = std::numeric_limits<std::uint64_t>::max();
  search.offset = 0;
  return search;
}

/// What --first groups by; empty where the hit is in no group.
std::string group_of(const SearchHit& hit, const std::string& by) {
  if (by == "country") return hit.country;
  if (by == "document") return hit.document;
  if (hit.date.size() < 4) return {};
  return hit.date.substr(0, by == "decade" ? 3 : 4);
}

/// Tells the first hit of each group, and which of those are on the page that is asked for.
class FirstHits {
 public:
  explicit FirstHits(const SearchOptions& options) : options_(options) {}
  bool is_wanted(const SearchHit& hit) {
    if (options_.first.empty()) return true;
    const std::string group = group_of(hit, options_.first);
    if (group.empty() || !seen_.insert(group).second) return false;
    return seen_.size() > options_.offset &&
           (!options_.limit || seen_.size() - options_.offset <= *options_.limit);
  }

 private:
  const SearchOptions& options_;
  std::set<std::string> seen_;
};

Search search_of(const SearchOptions& options, const Session& session) {
  Search search;
  search.words = joined(options.words, " ");
  search.expression = options.fts;
  search.filters = options.filters.given();
  search.order =
      options.sort == "date" || !options.first.empty() ? SearchOrder::date : SearchOrder::relevance;
  search.reverse = options.reverse;
  search.context = options.context;
  if (!options.first.empty()) return as_many_as_there_are(search);
  search.limit = options.limit.value_or(
      is_limited(options, session) ? usual_limit : std::numeric_limits<std::uint64_t>::max());
  search.offset = options.offset;
  return search;
}

/// What the user sees around a word that was found; empty for none.
struct MarkPair {
  std::string open, close;
};

MarkPair marks_of(const SearchOptions& options, const std::string& format) {
  const std::string mark = options.mark.value_or(format == "markdown" ? "**,**" : "[,]");
  const std::size_t comma = mark.find(',');
  if (mark.empty()) return {};
  if (comma == std::string::npos || comma == 0 || comma + 1 == mark.size())
    throw UsageError(
        "--mark: '" + mark +
        "' is not what stands before a hit and what behind it, e.g. '[,]'; '' is none");
  return {mark.substr(0, comma), mark.substr(comma + 1)};
}

std::uint64_t print_hits(const SearchOptions& options, Session& session, const KnowledgeBase& base,
                         Search search) {
  const std::string format = format_of(options.output, session);
  const ChosenColumns chosen(all_columns(), options.columns, usual_columns,
                             is_for_people(options.output, session), "a search has");
  const MarkPair marks = marks_of(options, format);
  const bool bold = format == "table" && session.coloured() && !options.mark;
  // A Markdown writer escapes a text, and puts its own marks last.
  const bool kept = bold || format == "markdown";
  const auto writer = make_writer(options.output, session, marks.open, marks.close);
  search.open = mark_open;
  search.close = mark_close;
  FirstHits first(options);
  std::uint64_t hits = 0;
  const auto begin = [&] {
    if (hits == 0) writer->begin(chosen.columns());
  };
  const bool more = attache::search(base, search, [&](SearchHit hit) {
    if (!first.is_wanted(hit)) return true;
    begin();
    if (!kept) hit.snippet = replace_marks(hit.snippet, marks.open, marks.close);
    chosen.write(*writer, cells_of(hit));
    return ++hits > 0;
  });
  begin();
  writer->end();
  if (more && is_limited(options, session)) {
    session.out.flush();
    session.remind("there are more than these " + std::to_string(hits) + ": --limit N, --offset " +
                   std::to_string(options.offset + hits) + "; --count tells how many");
  }
  return hits;
}

int run_search(const SearchOptions& options, Session& session) {
  const Search search = search_of(options, session);
  make_writer(options.output,
              session);  // what contradicts itself is told before the file is opened
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  std::uint64_t hits = 0;
  if (options.count && !options.first.empty()) {
    FirstHits first(options);
    attache::search(base, search, [&](const SearchHit& hit) {
      if (first.is_wanted(hit)) ++hits;
      return true;
    });
    append_number(session.out.text(), hits);
    session.out.append("\n");
  } else if (options.count) {
    hits = count(base, search);
    append_number(session.out.text(), hits);
    session.out.append("\n");
  } else {
    hits = print_hits(options, session, base, search);
  }
  return options.exit_status && hits == 0 ? 1 : 0;
}

void add_row_options(CLI::App& app, SearchOptions& options) {
  const std::string rows = "Rows and columns";
  add_columns_option(app, "--columns", options.columns,
                     "Columns to show, of " + list_of(all_columns()) +
                         "; or all (the default but in table and markdown)")
      ->group(rows);
  app.add_option("--first", options.first,
                 "Of each country, document, year or decade only the earliest sentence; with "
                 "--reverse the latest")
      ->type_name("COLUMN")
      ->check(CLI::IsMember({"country", "document", "year", "decade"}))
      ->group(rows);
  app.add_option("--sort", options.sort, "relevance (the default) or date")
      ->type_name("ORDER")
      ->check(CLI::IsMember({"relevance", "date"}))
      ->group(rows);
  app.add_flag("--reverse", options.reverse, "Reverse the order")->group(rows);
  app.add_option("-n,--limit", options.limit,
                 "At most N sentences (default: 20 on a terminal, else all)")
      ->type_name("N")
      ->group(rows);
  app.add_option("--offset", options.offset, "Skip the first N")->type_name("N")->group(rows);
  app.add_option("--context", options.context, "Whole sentences, with N before and N after each")
      ->type_name("N")
      ->check(CLI::Range(0, 1000))
      ->group(rows);
  app.add_option("--mark", options.mark,
                 "What to put around the words found, e.g. '<b>,</b>'; '' for nothing "
                 "(default: bold in Markdown and a coloured table, [,] elsewhere)")
      ->type_name("OPEN,CLOSE")
      ->group(rows);
  app.add_flag("--count", options.count, "Print only how many sentences there are")->group(rows);
  app.add_flag("-e,--exit-status", options.exit_status, "Exit 1 where there is none")->group(rows);
}

}  // namespace

void add_search(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(
      root, "search", "Find sentences in all documents by their words",
      "attache search self-determination\n"
      "attache search territorial AND '(integrity OR sovereign*)' NOT Cyprus --country AZE\n"
      "attache search --document 'aze-*' -- '-Cyprus \"territorial integrity\"'\n"
      "attache search '\"climate change\"' --first country\n"
      "attache search --sort date --limit 5 --context 1 pipeline\n"
      "attache search --fts 'NEAR(peace security, 3)' --csv");
  auto options = std::make_shared<SearchOptions>();
  app->add_option("QUERY", options->words,
                  "Words that must all occur; \"a phrase\", AND, OR, NOT, ( ), word*; -word behind "
                  "another word in the same quotes, or behind --")
      ->type_name("")
      ->required();
  app->add_flag("--fts", options->fts, "QUERY is an expression of SQLite's FTS5");
  for (const FilterInfo& filter : search_filters())
    options->filters.add(*app, filter, filters_group);
  add_row_options(*app, *options);
  require_row_numbers(*app);
  add_output_flags(*app, options->output);
  commands.push_back({app, [options](Session& session) { return run_search(*options, session); }});
}

}  // namespace attache
