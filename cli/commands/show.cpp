// SPDX-License-Identifier: MIT
// One document, one row with the places that support it, or one sentence.
#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/commands/show_html.h"
#include "cli/decision_fields.h"
#include "cli/error.h"
#include "cli/output/cell.h"
#include "cli/output/escape.h"
#include "cli/output/json.h"
#include "cli/output/marks.h"
#include "cli/output/metadata_json.h"
#include "cli/output/place_json.h"
#include "cli/output/terminal.h"
#include "cli/referred.h"
#include "schema/document_metadata.h"
#include "schema/knowledge_base.h"
#include "schema/passages.h"
#include "schema/reference.h"
#include "schema/spans.h"
#include "schema/tables.h"

namespace attache {
namespace {

struct ShowOptions {
  std::string reference;
  std::optional<std::uint32_t> context;
  bool text = false;
  bool json = false;
  ShowHtmlOptions page;
};

/// The piece of the text. Throws KnowledgeBaseError where the offsets are damaged.
std::string_view piece(std::string_view text, std::int64_t start, std::int64_t end) {
  if (const auto words = cut(text, start, end)) return *words;
  throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                           "the document has no bytes " + std::to_string(start) + " to " +
                               std::to_string(end) + " to show; run 'attache check --repair'");
}

/// The number that a column holds, where it holds one.
std::optional<std::int64_t> number_in(const std::string& value) {
  std::int64_t number = 0;
  const auto end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

bool is_whole(ColumnType type) {
  return type == ColumnType::integer || type == ColumnType::boolean;
}

Cell cell_of(const Field& field) {
  if (!field.value) return {};
  const auto number = is_whole(field.column.type) ? number_in(*field.value) : std::nullopt;
  return number ? Cell(*number) : Cell(std::string_view(*field.value));
}

/// Prints for people.
class Sheet {
 public:
  explicit Sheet(Session& session) : session_(session), colour_(session.coloured()) {}

  void fields(const std::vector<Field>& fields) {
    std::size_t widest = 0;
    for (const Field& field : fields) widest = std::max(widest, field.column.name.size());
    for (const Field& field : fields) {
      if (!field.value) continue;
      const std::string name =
          field.column.name + std::string(widest - field.column.name.size() + 2, ' ');
      lines(name, display_text(cell_of(field), field.column.type));
    }
  }

  /// What the document says of itself, below its columns. Keys are a stranger's words of any
  /// length; a value of several lines keeps them.
  void metadata(const std::vector<MetadataRecord>& entries) {
    if (!entries.empty()) session_.out.append("\n");
    for (const MetadataRecord& entry : entries)
      value_lines(printable(entry.key) + ": ", entry.value);
  }

  /// Each passage once, below what stands in it.
  void passages(const std::vector<Passage>& passages, std::string_view text) {
    for (const Passage& passage : passages) {
      session_.out.append("\n");
      for (const CitedPlace& place : passage.places) session_.out.append(heading(place) + "\n");
      std::string words = marked(passage, text);
      if (!colour_) words = replace_marks(words, "[", "]");
      lines("  ", printable(words));
      session_.out.checkpoint();
    }
  }

  void rows(const std::vector<std::string>& references) {
    if (!references.empty()) session_.out.append("\n");
    for (const std::string& reference : references)
      session_.out.append("cited by " + printable(reference) + "\n");
  }

 private:
  void value_lines(const std::string& words, std::string_view value) {
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t end = std::min(value.find('\n', at), value.size());
      const std::string line = printable(value.substr(at, end - at));
      if (at == 0) lines("  ", words + line);
      else if (line.empty()) session_.out.append("\n");
      else lines("    ", line);
      at = end + 1;
    }
  }

  static std::string marked(const Passage& passage, std::string_view text) {
    std::string words;
    std::int64_t at = passage.bytes.start;
    for (const ByteRange& range : passage.marked) {
      words += std::string(piece(text, at, range.start)) + std::string(mark_open) +
               std::string(piece(text, range.start, range.end)) + std::string(mark_close);
      at = range.end;
    }
    return words + std::string(piece(text, at, passage.bytes.end));
  }

  static std::string heading(const CitedPlace& place) {
    std::string line = "sentence " + std::to_string(place.sentence) + ", bytes " +
                       std::to_string(place.start) + "-" + std::to_string(place.end);
    if (!place.rule.empty()) line += ", rule " + printable(place.rule);
    if (place.confidence) {
      line += ", confidence ";
      append_number(line, *place.confidence);
    }
    return line;
  }

  /// `words` broken into lines behind `margin`.
  void lines(const std::string& margin, const std::string& words) {
    const std::size_t width = session_.width();
    bool bold = false;
    std::string head = margin;
    for (const std::string& line :
         wrap(words, width > margin.size() + 20 ? width - margin.size() : 0)) {
      session_.out.append(head + (colour_ ? embolden(line, bold) : line) + "\n");
      head.assign(margin.size(), ' ');
    }
  }

  Session& session_;
  bool colour_;
};

void append_field(std::string& out, const Field& field) {
  append_json_string(out, field.column.name);
  out += ':';
  if (!field.value) {
    out += "null";
  } else if (field.column.type == ColumnType::text ||
             (is_whole(field.column.type) && !number_in(*field.value))) {
    append_json_string(out, *field.value);
  } else if (field.column.type == ColumnType::boolean) {
    append_plain(out, cell_of(field), field.column.type);
  } else {
    out += *field.value;
  }
}

void append_sureness(std::string& out, const CitedPlace& place, std::string_view text,
                     const PlaceWriter& places) {
  if (place.confidence) {
    out += ",\"confidence\":";
    append_number(out, *place.confidence);
  }
  if (place.statement_start == place.statement_end) return;
  const std::string_view words = piece(text, place.statement_start, place.statement_end);
  out += ",\"statement\":{";
  places.append(out, static_cast<std::size_t>(place.statement_start),
                static_cast<std::size_t>(place.statement_end));
  out += ",\"quote\":";
  append_json_string(out, words);
  out += '}';
}

void append_place(std::string& out, const CitedPlace& place, std::size_t passage,
                  const std::string& document, std::string_view text, const PlaceWriter& places) {
  const std::string_view words = piece(text, place.start, place.end);
  out += "{\"sentence\":" + std::to_string(place.sentence) + ',';
  places.append(out, static_cast<std::size_t>(place.start), static_cast<std::size_t>(place.end));
  out += ",\"quote\":";
  append_json_string(out, words);
  out += ",\"rule\":" + (place.rule.empty() ? "null" : json_string(place.rule)) +
         ",\"ref\":" + json_string(document + "/sentence/" + std::to_string(place.sentence)) +
         ",\"passage\":" + std::to_string(passage);
  append_sureness(out, place, text, places);
  out += '}';
}

/// The places, each with the number of its passage, and the passages, each once.
void append_passages(std::string& out, const std::vector<Passage>& passages,
                     const std::string& document, std::string_view text) {
  const PlaceWriter writer(text);
  std::string places, texts;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    for (const CitedPlace& place : passages[i].places) {
      places += places.empty() ? "" : ",";
      append_place(places, place, i, document, text, writer);
    }
    const auto& [start, end] = passages[i].bytes;
    const std::string_view words = piece(text, start, end);
    texts += i == 0 ? "{" : ",{";
    writer.append(texts, static_cast<std::size_t>(start), static_cast<std::size_t>(end));
    texts += ",\"text\":";
    append_json_string(texts, words);
    texts += '}';
  }
  out += ",\"citations\":[" + places + "],\"passages\":[" + texts + "]";
}

void append_rows(std::string& out, const std::vector<std::string>& rows) {
  out += ",\"rows\":[";
  for (std::size_t i = 0; i < rows.size(); ++i) out += (i == 0 ? "" : ",") + json_string(rows[i]);
  out += ']';
}

/// One object: the columns, then for a row or a sentence its places and the passages that they
/// stand in, for a document what it says of itself and with --text its text.
std::string json_of(const Referred& referred, const std::vector<Passage>& passages,
                    const std::vector<MetadataRecord>& metadata, const std::string* text,
                    bool with_text) {
  std::string out = "{\"table\":" + json_string(referred.table->name);
  for (const Field& field : referred.fields) {
    // A number of citations has no place beside the citations.
    if (field.column.name == "citations") continue;
    out += ',';
    append_field(out, field);
  }
  if (referred.is_document()) {
    out += ",\"metadata\":";
    append_metadata(out, metadata);
  } else {
    append_passages(out, passages, field_of(referred, "document"), *text);
  }
  if (referred.is_sentence()) append_rows(out, referred.rows);
  if (with_text) out += ",\"text\":" + json_string(*text);
  return out + "}\n";
}

/// A document's text, as it is stored; on a terminal without anything that could act on it.
void print_text(Session& session, std::string_view text) {
  if (!session.streams.out_terminal) {
    session.out.append(text);
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    session.out.append(printable(text.substr(at, end - at)) + "\n");
    session.out.checkpoint();
    at = end + 1;
  }
}

void check_usage(const ShowOptions& options, const Referred& referred) {
  if (options.text && !referred.is_document())
    throw UsageError("--text goes with a document, not with a " +
                     std::string(referred.is_sentence() ? "sentence" : "row") +
                     ": 'attache show --text " +
                     options.reference.substr(0, options.reference.find('/')) + "'");
  if (options.context && referred.is_document())
    throw UsageError("--context goes with a row or a sentence, not with a document");
}

int run_show(const ShowOptions& options, Session& session) {
  if (options.reference.empty()) throw UsageError("REF is empty; give a document or a reference");
  check_html_options(options.page, options.text || options.json, session);
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  auto referred = referred_by(base, options.reference, options.context);
  if (!referred) {
    session.complain(unknown_reference(base, options.reference));
    return 1;
  }
  if (options.page.html) return show_html(base, *referred, options.page, session);
  check_usage(options, *referred);
  const bool document = referred->is_document();
  for (Field& field : decision_fields(base, options.reference))
    referred->fields.push_back(std::move(field));
  const std::string text =
      !document || options.text ? base.text_of(referred->document_id) : std::string();
  const auto metadata =
      document ? metadata_of(base, referred->document_id) : std::vector<MetadataRecord>();
  const std::vector<Passage> passages = passages_of(referred->places);
  if (options.json) {
    session.out.append(json_of(*referred, passages, metadata, &text, options.text));
  } else if (options.text) {
    print_text(session, text);
  } else {
    Sheet sheet(session);
    sheet.fields(referred->fields);
    sheet.metadata(metadata);
    sheet.passages(passages, text);
    sheet.rows(referred->rows);
  }
  return 0;
}

}  // namespace

void add_show(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "show", "Show a document, a row in its paragraphs, or a sentence",
                  "attache show aze-foreign-policy\n"
                  "attache show aze-foreign-policy/organizations/guam\n"
                  "attache show aze-foreign-policy/sentence/14 --context 1\n"
                  "attache show --text aze-foreign-policy | less\n"
                  "attache show --html aze-foreign-policy -o policy.html");
  auto options = std::make_shared<ShowOptions>();
  app->add_option(
         "REF", options->reference,
         "A document's slug or path, or the reference of a row or sentence (column ref of the "
         "tables and of search)")
      ->type_name("")
      ->required();
  app->add_option("--context", options->context,
                  "Each place with N sentences before and after it, instead of its paragraph")
      ->type_name("N")
      ->check(CLI::Range(0, 1000).description(""));
  app->add_flag("--text", options->text, "The document's stored text, in which all offsets count");
  auto* json = app->add_flag("--json", options->json, "One JSON object");
  app->add_option_function<std::string>(
         "--format", [options](const std::string& name) { options->json = name == "json"; },
         "text (the default) or json, as --json")
      ->type_name("NAME")
      ->check(CLI::IsMember({"text", "json"}))
      ->excludes(json);
  add_html_options(*app, options->page);
  commands.push_back({app, [options](Session& session) { return run_show(*options, session); }});
}

}  // namespace attache
