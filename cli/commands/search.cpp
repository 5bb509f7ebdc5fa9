// SPDX-License-Identifier: MIT
// Full text over the sentences of all documents.
#include <array>
#include <limits>
#include <memory>
#include <set>
#include <sstream>

#include "cli/commands.h"
#include "cli/computed_rows.h"
#include "cli/error.h"
#include "cli/filter_flags.h"
#include "cli/output/cell.h"
#include "cli/output/joined.h"
#include "cli/output/marks.h"
#include "cli/row_flags.h"
#include "cli/told_hints.h"
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
  std::uint32_t context = 0;
  std::optional<std::string> mark;
  ComputedRowFlags rows;
};

const std::vector<ColumnInfo>& all_columns() {
  static const std::vector<ColumnInfo> columns = {{"document"},
                                                  {"title"},
                                                  {"country"},
                                                  {"date"},
                                                  {"sentence", ColumnType::integer},
                                                  {"start", ColumnType::integer},
                                                  {"end", ColumnType::integer},
                                                  {"start_char", ColumnType::integer},
                                                  {"end_char", ColumnType::integer},
                                                  {"snippet"},
                                                  {"ref"}};
  return columns;
}

/// A person wants the words and where they are; a program wants all.
constexpr std::array<std::string_view, 2> usual_columns{"ref", "snippet"};

/// A person reads a page; a program asks for what it wants.
bool is_limited(const SearchOptions& options, const Session& session) {
  return !options.rows.limit && options.first.empty() &&
         is_for_terminal(options.rows.output, session);
}

std::vector<Cell> cells_of(const SearchHit& hit) {
  return {std::string_view(hit.document),
          std::string_view(hit.title),
          text_or_null(hit.country),
          text_or_null(hit.date),
          hit.sentence,
          hit.start,
          hit.end,
          hit.start_char,
          hit.end_char,
          std::string_view(hit.snippet),
          std::string_view(hit.ref)};
}

/// What --first groups by; empty where the hit is in no group.
std::string group_of(const SearchHit& hit, const std::string& by) {
  if (by == "country") return hit.country;
  if (by == "document") return hit.document;
  if (hit.date.size() < 4) return {};
  return hit.date.substr(0, by == "decade" ? 3 : 4);
}

/// Tells the first hit of each group.
class FirstHits {
 public:
  explicit FirstHits(const std::string& by) : by_(by) {}
  bool is_wanted(const SearchHit& hit) {
    if (by_.empty()) return true;
    const std::string group = group_of(hit, by_);
    return !group.empty() && seen_.insert(group).second;
  }

 private:
  const std::string& by_;
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
  search.limit = std::numeric_limits<std::uint64_t>::max();
  if (!options.first.empty()) return search;  // the first hits of groups are counted as they come
  search.limit =
      options.rows.limit.value_or(is_limited(options, session) ? usual_limit : search.limit);
  search.offset = options.rows.offset;
  return search;
}

/// What is left to do with hits as they come: the search itself finds the page that is asked for.
ComputedRowFlags rows_of(const SearchOptions& options) {
  ComputedRowFlags rows = options.rows;
  if (!options.first.empty()) return rows;
  rows.limit.reset();
  rows.offset = 0;
  return rows;
}

/// Whether --limit or --offset may leave out all hits.
bool is_page(const SearchOptions& options) {
  return options.rows.limit == std::uint64_t{0} || options.rows.offset > 0;
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
  const std::string format = format_of(options.rows.output, session);
  const MarkPair marks = marks_of(options, format);
  const bool bold = format == "table" && session.coloured() && !options.mark;
  // A Markdown writer escapes a text, and puts its own marks last.
  const bool kept = bold || format == "markdown";
  const ComputedRowFlags flags = rows_of(options);
  ComputedRows rows(flags, session, all_columns(), usual_columns, "a search has", marks.open,
                    marks.close);
  search.open = mark_open;
  search.close = mark_close;
  FirstHits first(options.first);
  const bool more = attache::search(base, search, [&](SearchHit hit) {
    if (!first.is_wanted(hit)) return true;
    if (!kept) hit.snippet = replace_marks(hit.snippet, marks.open, marks.close);
    return rows.row(cells_of(hit));
  });
  const std::uint64_t hits = rows.end();
  if (hits == 0 && is_page(options) && count(base, search) > 0) {
    tell_left_out(session, options.rows.limit, options.rows.offset);
    return 1;
  }
  if (more && is_limited(options, session)) {
    session.out.flush();
    session.remind("there are more than these " + std::to_string(hits) + ": --limit N, --offset " +
                   std::to_string(options.rows.offset + hits) + "; --count tells how many");
  }
  return hits;
}

/// Hits by what is known of their documents.
std::uint64_t print_counts(const SearchOptions& options, Session& session,
                           const KnowledgeBase& base, const Search& search) {
  const auto& all = all_columns();
  ComputedRows rows(options.rows, session, {all.begin(), all.begin() + 4}, {},
                    "hits are counted by");
  count_by_document(base, search, [&](const SearchHit& document, std::int64_t hits) {
    const auto cells = cells_of(document);
    rows.row(std::span(cells).first(4), hits);
  });
  return rows.end();
}

std::uint64_t print_number(Session& session, std::uint64_t hits) {
  append_number(session.out.text(), hits);
  session.out.append("\n");
  return hits;
}

std::uint64_t run(const SearchOptions& options, Session& session, const KnowledgeBase& base,
                  const Search& search) {
  if (!options.rows.count_by.empty()) return print_counts(options, session, base, search);
  if (options.rows.count && options.first.empty())
    return print_number(session, count(base, search));
  return print_hits(options, session, base, search);
}

/// Why there is no hit: no document passes the filters, or none of those has the words.
void tell_nothing(const SearchOptions& options, const Session& session, const KnowledgeBase& base,
                  Search search) {
  if (session.quiet) return;
  const TableInfo& documents = *find_table("documents");
  Selection asked;
  asked.filters = options.filters.given();
  const std::uint64_t any = count(base, documents, asked);
  tell_hints(session, base, documents, asked, any);
  if (any == 0) return;
  search.filters.clear();
  session.out.flush();
  const std::uint64_t others = asked.filters.empty() ? 0 : count(base, search);
  session.note(others == 0 ? "no sentence has what is searched for"
                           : "no sentence of these documents has what is searched for; of others " +
                                 std::to_string(others));
}

/// "title:peace" is a way of other programs to ask for a column.
void tell_columns(const SearchOptions& options, const Session& session) {
  std::istringstream words(joined(options.words, " "));
  for (std::string word; words >> word;) {
    const std::size_t colon = word.find(':');
    const auto& columns = find_table("documents")->columns;
    const bool known = std::any_of(columns.begin(), columns.end(), [&](const ColumnInfo& column) {
      return column.name == word.substr(0, colon);
    });
    if (known && colon + 1 < word.size())
      session.note("'" + word +
                   "' stands for words of a sentence here; of which documents they are, options "
                   "say: see 'attache search --help'");
  }
}

/// "nu*ar" and "*clear" are ways of other programs; here a star ends what a word begins with.
void tell_stars(const SearchOptions& options, const Session& session) {
  std::istringstream words(joined(options.words, " "));
  for (std::string word; words >> word;) {
    const std::size_t star = word.find('*');
    const std::size_t behind =
        star == std::string::npos ? star : word.find_first_not_of("*\")", star);
    if (behind != std::string::npos && star + 1 < word.size())
      session.note("'" + word + "': a star stands for the end of a word (nuclear*); elsewhere it " +
                   "only parts words");
  }
}

/// "-country" is a word that must not occur, and more often a slip.
void tell_options(const CLI::App& app, const SearchOptions& options, const Session& session) {
  for (const std::string& word : options.words)
    if (word.size() > 2 && word[0] == '-' && app.get_option_no_throw("-" + word) != nullptr)
      session.note("'" + word + "' is a word that must not occur here; the option is -" + word);
}

int run_search(const SearchOptions& options, Session& session) {
  if (!options.first.empty() && !options.rows.count_by.empty())
    throw UsageError("--first and --count-by don't go together; give one");
  const Search search = search_of(options, session);
  make_writer(options.rows.output,
              session);  // what contradicts itself is told before the file is opened
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const std::uint64_t hits = run(options, session, base, search);
  if (hits == 0) tell_nothing(options, session, base, search);
  return options.rows.exit_status && hits == 0 ? 1 : 0;
}

void add_row_options(CLI::App& app, SearchOptions& options) {
  const std::string rows = "Rows and columns";
  app.add_option("--first", options.first,
                 "Of each country, document, year or decade only the earliest sentence; with "
                 "--reverse the latest")
      ->type_name("COLUMN")
      ->transform(CLI::IsMember({"country", "document", "year", "decade"}, CLI::ignore_case))
      ->group(rows);
  app.add_option("--sort", options.sort, "relevance (the default) or date")
      ->type_name("ORDER")
      ->transform(CLI::IsMember({"relevance", "date"}, CLI::ignore_case))
      ->group(rows);
  app.add_flag("--reverse", options.reverse, "Reverse the order")->group(rows);
  add_computed_row_flags(app, options.rows, list_of(all_columns()), false);
  app.get_option("--limit")->description(
      "At most N sentences (default: 20 on a terminal, else all)");
  app.get_option("--count-by")
      ->description(
          "How many sentences there are of each document, title, country, date, year or decade");
  app.add_option("--context", options.context, "Whole sentences, with N before and N after each")
      ->type_name("N")
      ->check(CLI::Range(0, 1000))
      ->group(rows);
  app.add_option("--mark", options.mark,
                 "What to put around the words found, e.g. '<b>,</b>'; '' for nothing "
                 "(default: bold in Markdown and a coloured table, [,] elsewhere)")
      ->type_name("OPEN,CLOSE")
      ->group(rows);
}

}  // namespace

void add_search(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(
      root, "search", "Find sentences in all documents by their words",
      "attache search self-determination\n"
      "attache search territorial AND '(integrity OR sovereign*)' NOT Cyprus --country AZE\n"
      "attache search --document 'aze-*' '\"territorial integrity\"' -Cyprus\n"
      "attache search '\"climate change\"' --first country\n"
      "attache search --sort date --limit 5 --context 1 pipeline\n"
      "attache search --fts 'NEAR(peace security, 3)' --csv");
  auto options = std::make_shared<SearchOptions>();
  app->add_option(
         "QUERY", options->words,
         "Words that must all occur; \"a phrase\", AND, OR, NOT, ( ), word*; -word must not "
         "occur")
      ->type_name("")
      ->required();
  app->add_flag("--fts", options->fts, "QUERY is an expression of SQLite's FTS5");
  for (const FilterInfo& filter : search_filters())
    options->filters.add(*app, filter, filters_group);
  add_row_options(*app, *options);
  commands.push_back({app, [app, options](Session& session) {
                        tell_options(*app, *options, session);
                        if (!options->fts) {
                          tell_columns(*options, session);
                          tell_stars(*options, session);
                        }
                        return run_search(*options, session);
                      }});
}

}  // namespace attache
