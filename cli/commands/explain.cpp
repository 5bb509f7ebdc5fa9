// SPDX-License-Identifier: MIT
// Why the engine says what it says of a document or a sentence.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/commands/explain_stored.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/output/escape.h"
#include "cli/output/json.h"
#include "cli/output/tree.h"
#include "schema/characters.h"
#include "schema/knowledge_base.h"
#include "schema/tables.h"
#include "seed/read/date.h"

namespace attache {
namespace {

struct ExplainOptions {
  std::string file = "-";
  std::string sentence;
  bool tree = false;
  bool json = false;
  DocumentFlags documents;
};

std::string quoted(std::string_view text, Span span) {
  return '"' + printable(slice(text, span)) + '"';
}

std::string entry_words(const LexiconEntry& entry) {
  if (entry.kind.empty()) return {};
  std::string words = entry.kind + " " + entry.slug;
  if (!entry.alias.empty()) words += ", as '" + entry.alias + "'";
  return entry.place.empty() ? words : words + " (" + entry.place + ")";
}

/// What people read.
class Report {
 public:
  Report(Session& session, std::string_view text, const Explanation& explanation)
      : session_(session), text_(text), explanation_(explanation) {}

  void rows() {
    for (const ExplainedRow& row : explanation_.rows) {
      line(row.table + ": " + row.name + (row.what.empty() ? "" : " (" + row.what + ")"));
      for (const ExplainedCitation& c : row.citations) citation(c);
    }
    if (explanation_.rows.empty()) line("no rows");
  }

  void findings() {
    line("");
    line(explanation_.findings.empty() ? "no cue fired" : "what fired, and what became of it:");
    for (const Finding& f : explanation_.findings)
      line("  " + f.rule + " at " + quoted(text_, f.span) + ": " + f.outcome);
  }

 private:
  void citation(const ExplainedCitation& c) {
    line("  sentence " + std::to_string(c.citation.sentence) + " " +
         quoted(text_, c.citation.span));
    line("    rule  " + c.citation.rule + (c.rule_place.empty() ? "" : " (" + c.rule_place + ")"));
    const std::string entry = entry_words(c.entry);
    if (!entry.empty()) line("    entry " + entry);
  }

  void line(const std::string& words) {
    session_.out.append(printable(words) + "\n");
    session_.out.checkpoint();
  }

  Session& session_;
  std::string_view text_;
  const Explanation& explanation_;
};

/// One JSON object, built as its parts come.
class Object {
 public:
  Object& text(std::string_view key, std::string_view value) {
    return raw(key, value.empty() ? "null" : json_string(value));
  }
  Object& number(std::string_view key, std::uint64_t value) {
    return raw(key, std::to_string(value));
  }
  Object& raw(std::string_view key, const std::string& value) {
    out_ += (out_.empty() ? "{" : ",") + json_string(key) + ":" + value;
    return *this;
  }
  std::string done() const { return out_ + "}"; }

 private:
  std::string out_;
};

template <class Item, class Write>
std::string array(const std::vector<Item>& items, const Write& write) {
  std::string out;
  for (const Item& item : items) out += (out.empty() ? "" : ",") + write(item);
  return "[" + out + "]";
}

std::string json_of(std::string_view text, const Explanation& explanation) {
  const CharacterCounts characters(text);
  const auto place = [&](Object& object, std::uint32_t sentence, Span span) {
    object.number("sentence", sentence)
        .number("start", span.begin)
        .number("end", span.end)
        .number("start_char", static_cast<std::uint64_t>(characters.before(span.begin)))
        .number("end_char", static_cast<std::uint64_t>(characters.before(span.end)))
        .text("quote", slice(text, span));
  };
  const auto citation = [&](const ExplainedCitation& c) {
    Object object;
    place(object, c.citation.sentence, c.citation.span);
    object.text("rule", c.citation.rule)
        .text("rule_place", c.rule_place)
        .text("entry_kind", c.entry.kind);
    return object.text("entry", c.entry.slug)
        .text("alias", c.entry.alias)
        .text("entry_place", c.entry.place)
        .done();
  };
  const auto row = [&](const ExplainedRow& r) {
    Object object;
    object.text("table", r.table);
    const auto& columns = find_table(r.table)->columns;
    for (std::size_t i = 0; i < r.columns.size(); ++i) object.text(columns[i].name, r.columns[i]);
    return object.raw("citations", array(r.citations, citation)).done();
  };
  const auto finding = [&](const Finding& f) {
    Object object;
    place(object, f.sentence, f.span);
    return object.text("rule", f.rule).text("outcome", f.outcome).done();
  };
  return Object()
             .raw("rows", array(explanation.rows, row))
             .raw("findings", array(explanation.findings, finding))
             .done() +
         "\n";
}

/// What is given goes before what the file says of itself.
DocumentContext context_of(const Metadata& given, const Metadata& own, const Engine& engine) {
  DocumentContext context{given.country, given.date};
  if (context.country.empty()) context.country = engine.country_code(own.country).value_or("");
  if (context.date.empty() && is_iso_date(own.date)) context.date = own.date;
  return context;
}

/// The tree of each sentence, a blank line between two.
int draw_trees(const ExplainOptions& options, const Engine& engine, Session& session) {
  const Document document = read_document(options.sentence, "--sentence", read_options({}));
  bool first = true;
  for (const ParsedSentence& sentence : engine.parse(document.text)) {
    if (!first) session.out.append("\n");
    first = false;
    for (const std::string& line : drawn_tree(sentence)) session.out.append(printable(line) + "\n");
    session.out.checkpoint();
  }
  return 0;
}

void print(const ExplainOptions& options, Session& session, std::string_view text,
           const Explanation& explanation, bool findings) {
  if (options.json) {
    session.out.append(json_of(text, explanation));
    return;
  }
  Report report(session, text, explanation);
  report.rows();
  if (findings) report.findings();
}

/// What FILE names in the knowledge base, where no file is called so.
struct StoredText {
  Referred referred;
  std::string text;
  std::string lexicon_version;
};

std::optional<StoredText> stored_text(const ExplainOptions& options, const Session& session) {
  std::error_code error;
  if (options.file == "-" || std::filesystem::exists(options.file, error)) return std::nullopt;
  try {
    const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
    auto referred = find_reference(base, options.file);
    if (!referred) return std::nullopt;
    const auto document = find_reference(base, field_of(*referred, "document"));
    std::string text = base.text_of(referred->document_id);
    return StoredText{*std::move(referred), std::move(text),
                      document ? field_of(*document, "lexicon_version") : ""};
  } catch (const KnowledgeBaseError& failure) {
    if (failure.kind() == KnowledgeBaseError::Kind::missing) return std::nullopt;
    throw;
  }
}

int run_stored(const ExplainOptions& options, const Engine& engine, Session& session,
               const StoredText& stored) {
  if (!options.documents.country.empty() || !options.documents.date.empty())
    throw UsageError("--country and --date describe a FILE; " + options.file +
                     " is stored with its own");
  if (stored.lexicon_version != engine.lexicon_version())
    session.note(field_of(stored.referred, "document") +
                 " was stored with another lexicon or other rules than these; 'attache seed "
                 "--refresh' extracts it anew");
  print(options, session, stored.text, explain_stored(engine, stored.referred, stored.text),
        stored.referred.is_sentence());
  return 0;
}

int run_explain(const ExplainOptions& options, Session& session) {
  if (options.file.empty()) throw UsageError("FILE is empty; give a file, a reference or -");
  const auto stored = options.sentence.empty() ? stored_text(options, session) : std::nullopt;
  const Engine engine = load_engine(options.documents);
  if (options.tree) return draw_trees(options, engine, session);
  if (stored) return run_stored(options, engine, session, *stored);
  const Metadata given = given_metadata(options.documents, engine);
  const bool sentence = !options.sentence.empty();
  Document document;
  if (sentence) {
    document = read_document(options.sentence, "--sentence", read_options({}));
  } else {
    const ReadOptions read = read_options(options.documents);
    tell_standard_input(session, {options.file});
    document = read_document(read_file(options.file, read.max_bytes),
                             options.file == "-" ? "standard input" : options.file, read);
  }
  for (const std::string& remark : document.remarks) session.complain(options.file + ": " + remark);
  const Explanation explanation =
      engine.explain(document.text, context_of(given, document.metadata, engine));
  print(options, session, document.text, explanation, sentence);
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
             "FILE", options->file,
             "The document, or the reference of a stored row, sentence or document; - or none is "
             "standard input")
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
  app->add_option("--rules", options->documents.rules,
                  "Folder of .toml files laid over the built-in rules")
      ->type_name("DIR");
  auto* json = app->add_flag("--json", options->json, "One JSON object: rows, and all that fired");
  app->add_option_function<std::string>(
         "--format", [options](const std::string& name) { options->json = name == "json"; },
         "text (the default) or json, as --json")
      ->type_name("NAME")
      ->check(CLI::IsMember({"text", "json"}))
      ->excludes(json);
  app->add_flag("--tree", options->tree,
                "Draw how the words depend on one another instead; with --sentence")
      ->needs(sentence)
      ->excludes(json);
  commands.push_back({app, [options](Session& session) { return run_explain(*options, session); }});
}

}  // namespace attache
