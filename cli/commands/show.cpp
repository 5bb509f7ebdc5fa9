// SPDX-License-Identifier: MIT
// One document, or one row with the places that support it.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/commands/show_html.h"
#include "cli/error.h"
#include "cli/output/cell.h"
#include "cli/output/escape.h"
#include "cli/output/json.h"
#include "cli/output/marks.h"
#include "cli/output/metadata_json.h"
#include "cli/output/terminal.h"
#include "schema/document_metadata.h"
#include "schema/knowledge_base.h"
#include "schema/reference.h"
#include "schema/spans.h"
#include "schema/tables.h"
#include "seed/read/path_text.h"

namespace attache {
namespace {

struct ShowOptions {
  std::string reference;
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

  void places(const std::vector<CitedPlace>& places, std::string_view text) {
    for (const CitedPlace& place : places) {
      session_.out.append("\n" + heading(place) + "\n");
      const std::string before(piece(text, place.paragraph_start, place.start));
      const std::int64_t end = std::max(place.end, place.paragraph_end);
      std::string words = before + std::string(mark_open) +
                          std::string(piece(text, place.start, place.end)) +
                          std::string(mark_close) + std::string(piece(text, place.end, end));
      if (!colour_) words = replace_marks(words, "[", "]");
      lines("  ", printable(words));
    }
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

  static std::string heading(const CitedPlace& place) {
    std::string line = "sentence " + std::to_string(place.sentence) + ", bytes " +
                       std::to_string(place.start) + "-" + std::to_string(place.end);
    return place.rule.empty() ? line : line + ", rule " + printable(place.rule);
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

void append_place(std::string& out, const CitedPlace& place, std::string_view text) {
  out += "{\"sentence\":" + std::to_string(place.sentence) +
         ",\"start\":" + std::to_string(place.start) + ",\"end\":" + std::to_string(place.end) +
         ",\"quote\":";
  append_json_string(out, piece(text, place.start, place.end));
  out += ",\"rule\":" + (place.rule.empty() ? "null" : json_string(place.rule)) +
         ",\"paragraph_start\":" + std::to_string(place.paragraph_start) +
         ",\"paragraph_end\":" + std::to_string(place.paragraph_end) + ",\"paragraph\":";
  append_json_string(out, piece(text, place.paragraph_start, place.paragraph_end));
  out += '}';
}

/// One object: the columns, then for a row its places, for a document what it says of itself and
/// with --text its text.
std::string json_of(const Referred& referred, const std::vector<MetadataRecord>& metadata,
                    const std::string* text, bool with_text) {
  std::string out = "{\"table\":" + json_string(referred.table->name);
  for (const Field& field : referred.fields) {
    // A number of citations has no place beside the citations.
    if (field.column.name == "citations") continue;
    out += ',';
    append_field(out, field);
  }
  if (!referred.table->evidence_view.empty()) {
    out += ",\"citations\":[";
    for (std::size_t i = 0; i < referred.places.size(); ++i) {
      if (i > 0) out += ',';
      append_place(out, referred.places[i], *text);
    }
    out += ']';
  }
  if (referred.table->evidence_view.empty()) {
    out += ",\"metadata\":";
    append_metadata(out, metadata);
  }
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

std::string unknown(const KnowledgeBase& base, const std::string& reference) {
  std::string line = "nothing is called '" + reference + "'";
  const auto similar = similar_references(base, reference);
  if (similar.empty())
    return line + "; 'attache documents' lists what there is, --columns ref the references of rows";
  for (std::size_t i = 0; i < similar.size(); ++i)
    line += (i == 0 ? "; did you mean " : ", ") + similar[i];
  return line + "?";
}

int run_show(const ShowOptions& options, Session& session) {
  check_html_options(options.page, options.text || options.json, session);
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  auto referred = find_reference(base, options.reference);
  // Paths are stored whole; a user names a file as they see it.
  std::error_code error;
  const auto path = std::filesystem::absolute(options.reference, error);
  if (!referred && !error)
    referred = find_reference(base, path_text(path.lexically_normal().string()));
  if (!referred) {
    session.complain(unknown(base, options.reference));
    return 1;
  }
  if (options.page.html) return show_html(base, *referred, options.page, session);
  const bool is_row = !referred->table->evidence_view.empty();
  if (options.text && is_row)
    throw UsageError("--text goes with a document, not with a row: 'attache show --text " +
                     options.reference.substr(0, options.reference.find('/')) + "'");
  const std::string text =
      is_row || options.text ? base.text_of(referred->document_id) : std::string();
  const std::vector<MetadataRecord> metadata =
      is_row ? std::vector<MetadataRecord>() : metadata_of(base, referred->document_id);
  if (options.json) {
    session.out.append(json_of(*referred, metadata, &text, options.text));
  } else if (options.text) {
    print_text(session, text);
  } else {
    Sheet sheet(session);
    sheet.fields(referred->fields);
    sheet.metadata(metadata);
    sheet.places(referred->places, text);
  }
  return 0;
}

}  // namespace

void add_show(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "show", "Show a document, or a row in its paragraphs",
                              "attache show aze-foreign-policy\n"
                              "attache show aze-foreign-policy/organizations/guam\n"
                              "attache show --text aze-foreign-policy | less\n"
                              "attache show --html aze-foreign-policy -o policy.html");
  auto options = std::make_shared<ShowOptions>();
  app->add_option("REF", options->reference,
                  "A document's slug or path, or a row's reference (column ref of the tables)")
      ->type_name("")
      ->required();
  app->add_flag("--text", options->text, "The document's stored text, in which all offsets count");
  app->add_flag("--json", options->json, "One JSON object");
  add_html_options(*app, options->page);
  commands.push_back({app, [options](Session& session) { return run_show(*options, session); }});
}

}  // namespace attache
