// SPDX-License-Identifier: MIT
// Why the engine says what it says of a document or a sentence.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/commands/explain_print.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/given_references.h"
#include "cli/idle_notes.h"
#include "cli/output/tree.h"
#include "cli/referred.h"
#include "cli/text_or_json.h"
#include "schema/knowledge_base.h"
#include "schema/own_lexicons.h"
#include "schema/reference_parts.h"
#include "schema/reviews.h"
#include "schema/tables.h"
#include "seed/own_examples.h"
#include "seed/read/blank.h"
#include "seed/read/compressed.h"
#include "seed/read/date.h"
#include "seed/read/format.h"
#include "seed/read/metadata_keys.h"

namespace attache {
namespace {

struct ExplainOptions {
  std::vector<std::string> files{"-"};
  std::optional<std::string> sentence;
  bool tree = false;
  bool examples = false;
  bool json = false;
  DocumentFlags documents;
};

/// What is given goes before what the file says of itself.
DocumentContext context_of(const Metadata& given, const Document& document, const Engine& engine) {
  const Metadata& own = document.metadata;
  DocumentContext context{given.country, given.date};
  context.marked_up = marks_paragraphs(document.media_type);
  if (context.country.empty()) context.country = engine.country_code(own.country).value_or("");
  if (context.date.empty() && is_iso_date(own.date)) context.date = own.date;
  context.title = own.title;
  context.of_several = names_several_countries(own.own);
  return context;
}

/// The tree of each sentence, a blank line between two.
int draw_trees(const ExplainOptions& options, const Engine& engine, Session& session) {
  const Document document = read_document(*options.sentence, "--sentence", read_options({}));
  bool first = true;
  for (const ParsedSentence& sentence : engine.parse(document.text)) {
    if (!first) session.out.append("\n");
    first = false;
    for (const std::string& line : drawn_tree(sentence, session.width()))
      session.out.append(line + "\n");
    session.out.checkpoint();
  }
  return 0;
}

/// An argument: what it names in the knowledge base, or else a file.
struct Asked {
  std::string name;
  std::optional<Referred> stored;
};

bool is_file(const std::string& name) {
  std::error_code error;
  return name == "-" || std::filesystem::exists(name, error);
}

/// Whether nobody would take the word for a reference: of what is neither there as a file nor
/// stored, it says what was meant.
bool looks_like_a_file(const std::string& name) {
  const auto parts = reference_parts(name);
  const bool row =
      parts && (parts->table == sentence_table().name || find_table(parts->table) != nullptr);
  return !row &&
         (name.find('.') != std::string::npos || name.front() == '/' || name.front() == '~');
}

/// The knowledge base, where an argument may be in it. Nothing where there is none and nobody can
/// mean it. Throws KnowledgeBaseError.
std::optional<KnowledgeBase> base_for(const std::vector<std::string>& names,
                                      const Session& session) {
  if (std::all_of(names.begin(), names.end(), is_file)) return std::nullopt;
  try {
    return KnowledgeBase::open(session.database(), session.patience);
  } catch (const KnowledgeBaseError& failure) {
    const auto is_meant = [](const std::string& name) {
      return !is_file(name) && !looks_like_a_file(name);
    };
    if (failure.kind() != KnowledgeBaseError::Kind::missing ||
        std::any_of(names.begin(), names.end(), is_meant))
      throw;
    return std::nullopt;
  }
}

/// What the arguments mean, lists of several with commas between them too; "-" is a document on
/// standard input.
std::vector<Asked> asked(const ExplainOptions& options, const Session& session,
                         const KnowledgeBase* base) {
  std::vector<Asked> all;
  const auto stored = [&](const std::string& name) {
    return base == nullptr ? std::nullopt : referred_by(*base, name);
  };
  const auto is_known = [&](const std::string& name) { return is_file(name) || stored(name); };
  for (const std::string& file : options.files) {
    if (file == "-") {
      all.push_back({file, std::nullopt});
      continue;
    }
    for (const std::string& name : given_references({file}, session, is_known))
      all.push_back({name, is_file(name) ? std::nullopt : stored(name)});
  }
  return all;
}

std::vector<DecidedRow> decided_rows(const KnowledgeBase& base, const std::string& document) {
  std::vector<DecidedRow> decided;
  for (ReviewState& state : reviews_of(base, document))
    if (auto row = find_reference(base, state.review.reference()))
      decided.push_back({std::move(state), *std::move(row)});
  return decided;
}

void explain_row(const ExplainOptions& options, const Engine& engine, Session& session,
                 const KnowledgeBase& base, const Asked& one) {
  if (!options.documents.country.empty() || !options.documents.date.empty())
    throw UsageError("--country and --date describe a FILE; " + one.name +
                     " is stored with its own");
  const std::string document = field_of(*one.stored, "document");
  const auto whole = find_reference(base, document);
  if (!whole || field_of(*whole, "lexicon_version") != engine.lexicon_version())
    session.note(document + " was stored with another lexicon or other rules than these; '" +
                 refresh_command(base) + "' extracts it anew");
  const std::string text = base.text_of(one.stored->document_id);
  print_explanation(
      session, text,
      explain_stored(engine, *one.stored, text, whole ? field_of(*whole, "media_type") : "",
                     decided_rows(base, document)),
      options.json, one.stored->is_sentence());
}

void explain_text(const ExplainOptions& options, const Engine& engine, Session& session,
                  const Document& document, const std::string& name, bool findings) {
  for (const std::string& remark : document.remarks) session.complain(name + ": " + remark);
  const Metadata given = given_metadata(options.documents, engine);
  const auto context = context_of(given, document, engine);
  print_explanation(session, document.text, {engine.explain(document.text, context), {}},
                    options.json, findings);
}

Document read_named(const ExplainOptions& options, const std::string& name) {
  const ReadOptions read = read_options(options.documents);
  const std::string told = name == "-" ? "standard input" : name;
  std::string bytes = read_file(name, read.max_bytes);
  WalkOptions limits;
  limits.max_bytes = read.max_bytes;
  const bool packed = unpack_compressed(bytes, limits, told);
  Document document = read_document(bytes, packed ? name_inside(told) : told, read);
  refuse_blank(document.text, told);
  return document;
}

int explain_all(const ExplainOptions& options, const Engine& engine, Session& session) {
  const auto base = base_for(options.files, session);
  const KnowledgeBase* const known = base ? &*base : nullptr;
  const std::vector<Asked> all = asked(options, session, known);
  bool done = true;
  bool first = true;
  for (const Asked& one : all) {
    // Behind a stored document's path stands a reference that it lacks.
    const bool meant = known != nullptr && !one.stored && !is_file(one.name) &&
                       (!looks_like_a_file(one.name) || with_slug(*known, one.name) != one.name);
    if (meant) {
      session.complain(unknown_reference(*known, one.name));
      done = false;
      continue;
    }
    if (!first && !options.json) session.out.append("\n");
    first = false;
    if (one.stored) {
      explain_row(options, engine, session, *known, one);
      continue;
    }
    tell_standard_input(session, {one.name});
    explain_text(options, engine, session, read_named(options, one.name), one.name, false);
  }
  return done ? 0 : 1;
}

int run_explain(const ExplainOptions& options, Session& session) {
  if (options.sentence && is_blank(*options.sentence))
    throw UsageError("--sentence: there are no words in it to explain");
  const std::string &lexicon = options.documents.lexicon, &rules = options.documents.rules;
  if (options.examples) {
    const ExampleRun run = run_own_examples(lexicon, rules);
    tell_idle_files(lexicon, rules, session);
    return print_examples(run, session);
  }
  const Engine engine = load_engine(options.documents);
  tell_idle_files(lexicon, rules, session);
  if (options.tree) return draw_trees(options, engine, session);
  if (!options.sentence) return explain_all(options, engine, session);
  const Document document = read_document(*options.sentence, "--sentence", read_options({}));
  explain_text(options, engine, session, document, "--sentence", true);
  return 0;
}

}  // namespace

void add_explain(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(
      root, "explain", "Tell which rule and which lexicon entry made each row of a document",
      "attache explain speech.txt\n"
      "attache explain aze-foreign-policy/organizations/guam\n"
      "attache explain --country AZE --sentence 'We have never been a member of NATO.'\n"
      "attache explain --tree --sentence 'Kenya joined the EAC.'\n"
      "attache explain --json - < speech.txt | jq '.findings[].rule'");
  auto options = std::make_shared<ExplainOptions>();
  auto* file =
      app->add_option(
             "FILE", options->files,
             "Documents, or references of stored rows, sentences or documents, also with commas "
             "between them; - or none is standard input")
          ->type_name("");
  auto* sentence =
      app->add_option("--sentence", options->sentence,
                      "Explain these words instead: also what fired in them to no effect")
          ->type_name("TEXT")
          ->excludes(file);
  app->add_option("--country", options->documents.country,
                  "Country that speaks, by ISO code or name")
      ->type_name("COUNTRY");
  app->add_option("--date", options->documents.date, "Date as YYYY, YYYY-MM or YYYY-MM-DD")
      ->type_name("DATE");
  app->add_flag("--keep-all", options->documents.keep_all,
                "Take all that is visible, menus and banners too");
  app->add_option("--lexicon", options->documents.lexicon,
                  "Folder of .csv files laid over the built-in lexicon")
      ->type_name("DIR");
  auto* rules = app->add_option("--rules", options->documents.rules,
                                "Folder of .toml files laid over the built-in rules")
                    ->type_name("DIR");
  auto* examples =
      app->add_flag("--examples", options->examples,
                    "Run the examples of the cues and frames of --rules instead, and tell which do "
                    "not give what they say")
          ->needs(rules)
          ->excludes(file)
          ->excludes(sentence);
  auto* json =
      add_text_or_json(*app, options->json, "One JSON object for each: rows, and all that fired");
  app->add_flag("--tree", options->tree,
                "Draw how the words depend on one another instead; with --sentence")
      ->needs(sentence)
      ->excludes(json);
  json->excludes(examples);
  commands.push_back({app, [options](Session& session) { return run_explain(*options, session); }});
}

}  // namespace attache
