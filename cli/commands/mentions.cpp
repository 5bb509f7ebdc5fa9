// SPDX-License-Identifier: MIT
// States that documents name, and the sentences that name some of them.
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "cli/computed_rows.h"
#include "cli/error.h"
#include "cli/filter_flags.h"
#include "cli/output/cell.h"
#include "cli/output/json.h"
#include "cli/output/share.h"
#include "cli/told_hints.h"
#include "schema/countries_named.h"
#include "schema/knowledge_base.h"
#include "schema/state_counts.h"
#include "seed/engine.h"
#include "seed/states_by_sentence.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct MentionsOptions {
  std::vector<std::string> states;
  FilterFlags filters;
  bool any = false;
  ComputedRowFlags rows;
};

using Columns = std::vector<ColumnInfo>;

const Columns& count_columns() {
  using enum ColumnType;
  static const Columns columns = {{"named"},
                                  {"name"},
                                  {"documents", integer},
                                  {"share", real},
                                  {"sentences", integer},
                                  {"first"},
                                  {"last"},
                                  {"ref"}};
  return columns;
}

const Columns& sentence_columns() {
  static const Columns columns = {
      {"date"},     {"country"}, {"named", ColumnType::list}, {"sentence_text"}, {"title"},
      {"document"}, {"ref"}};
  return columns;
}

// What a terminal's table has room for.
constexpr std::array<std::string_view, 7> usual_counts{"named",     "name",  "documents", "share",
                                                       "sentences", "first", "last"};
constexpr std::array<std::string_view, 4> usual_sentences{"date", "country", "sentence_text",
                                                          "ref"};

/// The states that each sentence of the document names, but the document's own.
StatesBySentence states_in(const StateNames& names, const TextOfDocument& document) {
  StatesBySentence states = states_by_sentence(names, document.text, document.sentences);
  for (auto& [sentence, named] : states) named.erase(document.country);
  std::erase_if(states, [](const auto& named) { return named.second.empty(); });
  return states;
}

std::string ref_of(const std::string& document, std::size_t sentence) {
  return document + "/sentence/" + std::to_string(sentence);
}

/// What is counted of one state that is named.
struct Mentioned {
  std::string iso3, name;
  std::int64_t documents = 0, sentences = 0;
  std::string first, last, ref;

  void add(const StatesOfDocument& document, const StateCount& count) {
    if (++documents == 1) {
      first = document.date;
      ref = ref_of(document.document, count.first);
    }
    if (!document.date.empty()) last = document.date;
    sentences += count.sentences;
  }
};

std::uint64_t print_counts(const MentionsOptions& options, Session& session,
                           const KnowledgeBase& base, const StateNames& names, ComputedRows& rows) {
  std::map<std::string, Mentioned> all;
  std::int64_t documents = 0;
  const auto count = [&](const TextOfDocument& document) {
    return state_counts(states_by_sentence(names, document.text, document.sentences));
  };
  states_of_documents(base, options.filters.given(), {engine_version(), built_in_lexicon_version()},
                      count, [&](const StatesOfDocument& document) {
                        ++documents;
                        for (const StateCount& state : document.states)
                          if (state.state != document.country)
                            all[state.state].add(document, state);
                        return true;
                      });
  std::vector<Mentioned> sorted;
  for (auto& [iso3, one] : all) {
    one.iso3 = iso3;
    one.name = names.name(iso3);
    sorted.push_back(std::move(one));
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const Mentioned& x, const Mentioned& y) {
    return std::pair(-x.documents, -x.sentences) < std::pair(-y.documents, -y.sentences);
  });
  for (const Mentioned& one : sorted) {
    const Cell cells[] = {std::string_view(one.iso3),
                          std::string_view(one.name),
                          one.documents,
                          rounded_share(one.documents, documents),
                          one.sentences,
                          text_or_null(one.first),
                          text_or_null(one.last),
                          std::string_view(one.ref)};
    if (!rows.row(cells)) break;
  }
  const std::uint64_t printed = rows.end();
  session.out.flush();
  if (documents > 0)
    session.note("of " + counted(static_cast<std::uint64_t>(documents), "document"));
  return printed;
}

/// Codes of the states that are asked for, as the filter --country takes them.
std::set<std::string> wanted_states(const MentionsOptions& options, const KnowledgeBase& base) {
  std::set<std::string> wanted;
  for (const std::string& given : options.states)
    for (std::string& code : countries_named(base, given)) wanted.insert(std::move(code));
  return wanted;
}

/// Documents whose words may name one of the states: the index finds them, so that the other texts
/// are not read. A state that speaks need not name itself.
std::vector<FilterValues> filters_of(const MentionsOptions& options, const StateNames& names,
                                     const std::set<std::string>& wanted) {
  std::vector<FilterValues> filters = options.filters.given();
  FilterValues words{"match", {}};
  for (const std::string& iso3 : wanted)
    for (const std::string& name : names.of(iso3)) words.values.push_back('"' + name + '"');
  filters.push_back(words);
  return filters;
}

std::uint64_t print_sentences(const MentionsOptions& options, const KnowledgeBase& base,
                              const StateNames& names, ComputedRows& rows) {
  const std::set<std::string> wanted = wanted_states(options, base);
  read_texts(base, filters_of(options, names, wanted), [&](const TextOfDocument& document) {
    for (const auto& [sentence, states] : states_in(names, document)) {
      const auto is_named = [&](const std::string& iso3) {
        return states.contains(iso3) || iso3 == document.country;
      };
      // A country says little of itself by naming the other: both must be named, or be its own.
      const auto named = std::count_if(wanted.begin(), wanted.end(), is_named);
      const bool other = std::any_of(wanted.begin(), wanted.end(), [&](const std::string& iso3) {
        return states.contains(iso3);
      });
      if (!other || (!options.any && named != static_cast<std::ptrdiff_t>(wanted.size()))) continue;
      const SentenceRecord& place = document.sentences[sentence];
      const std::string_view words =
          std::string_view(document.text).substr(place.start, place.end - place.start);
      const std::string ref = ref_of(document.document, sentence),
                        list = json_array({states.begin(), states.end()});
      const Cell cells[] = {text_or_null(document.date),
                            text_or_null(document.country),
                            std::string_view(list),
                            words,
                            std::string_view(document.title),
                            std::string_view(document.document),
                            std::string_view(ref)};
      if (!rows.row(cells)) return false;
    }
    return true;
  });
  return rows.end();
}

void tell_nothing(const MentionsOptions& options, const Session& session,
                  const KnowledgeBase& base) {
  const TableInfo& documents = *find_table("documents");
  Selection asked;
  asked.filters = options.filters.given();
  const std::uint64_t any = count(base, documents, asked);
  tell_hints(session, base, documents, asked, any);
  session.out.flush();
  if (any == 0) return;
  session.note(options.states.empty() ? "these documents name no other state"
               : options.any          ? "no sentence of these documents names one of these states"
                                      : "no sentence of these documents names all of these states; "
                                        "--any asks for one of them");
}

int run_mentions(const MentionsOptions& options, Session& session) {
  const bool counts = options.states.empty();
  ComputedRows rows =
      counts ? ComputedRows(options.rows, session, count_columns(), usual_counts, "mentions have")
             : ComputedRows(options.rows, session, sentence_columns(), usual_sentences,
                            "mentions have");
  if (options.any && counts)
    throw UsageError("--any is of states; name some, e.g. mentions KEN UGA --any");
  const StateNames names;
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const std::uint64_t printed = counts ? print_counts(options, session, base, names, rows)
                                       : print_sentences(options, base, names, rows);
  if (printed == 0) tell_nothing(options, session, base);
  return options.rows.exit_status && printed == 0 ? 1 : 0;
}

}  // namespace

void add_mentions(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "mentions", "Count the states that documents name, or read what names them",
                  "attache mentions --country KEN\n"
                  "attache mentions ETH SOM --since 1990 --markdown\n"
                  "attache mentions Kenya Uganda --any --csv");
  auto options = std::make_shared<MentionsOptions>();
  app->add_option(
         "STATE", options->states,
         "Sentences that name all of these (code or name); without one, states are counted")
      ->type_name("");
  for (const FilterInfo& filter : document_filters())
    options->filters.add(*app, filter, filters_group);
  const std::string group = "Rows and columns";
  app->add_flag("--any", options->any, "Sentences that name one of the states")->group(group);
  add_computed_row_flags(
      *app, options->rows,
      list_of(count_columns()) + "; with STATE, of " + list_of(sentence_columns()));
  commands.push_back(
      {app, [options](Session& session) { return run_mentions(*options, session); }});
}

}  // namespace attache
