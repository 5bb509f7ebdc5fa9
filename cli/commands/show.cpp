// SPDX-License-Identifier: MIT
// Documents, rows with the places that support them, and sentences.
#include <algorithm>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/commands/show_groups.h"
#include "cli/commands/show_html.h"
#include "cli/commands/show_json.h"
#include "cli/commands/show_sheet.h"
#include "cli/decision_fields.h"
#include "cli/error.h"
#include "cli/given_references.h"
#include "cli/output/escape.h"
#include "cli/output/terminal.h"
#include "cli/referred.h"
#include "cli/text_or_json.h"
#include "schema/document_metadata.h"
#include "schema/knowledge_base.h"
#include "schema/tables.h"

namespace attache {
namespace {

struct ShowOptions {
  std::vector<std::string> references;
  std::optional<std::uint32_t> context;
  bool text = false;
  bool json = false;
  ShowHtmlOptions page;
};

/// A document's text, as it is stored; on a terminal as wide as that, and without anything that
/// could act on it.
void print_text(Session& session, std::string_view text) {
  if (!session.streams.out_terminal) {
    session.out.append(text);
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    for (const std::string& line : wrap(printable(text.substr(at, end - at)), session.width()))
      session.out.append(line + "\n");
    session.out.checkpoint();
    at = end + 1;
  }
}

/// A reference of what the user asked for, for an example of what to type instead.
std::string reference_of(const Referred& referred) {
  return field_of(referred, referred.is_document() ? "document" : "ref");
}

void check_usage(const ShowOptions& options, const Referred& referred) {
  if (options.page.html && !referred.is_document())
    throw UsageError("--html goes with a document: 'attache show --html " +
                     field_of(referred, "document") + "'");
  if (options.text && !referred.is_document())
    throw UsageError("--text goes with a document, not with a " +
                     std::string(referred.is_sentence() ? "sentence" : "row") +
                     ": 'attache show --text " + field_of(referred, "document") + "'");
  if (options.context && referred.is_document())
    throw UsageError("--context goes with a row or a sentence, not with a document");
}

/// What the references name; what names nothing is told.
std::vector<Referred> all_referred(const KnowledgeBase& base, const ShowOptions& options,
                                   const std::vector<std::string>& references,
                                   const Session& session) {
  std::vector<Referred> all;
  for (const std::string& reference : references) {
    if (auto referred = referred_by(base, reference, options.context)) {
      check_usage(options, *referred);
      all.push_back(*std::move(referred));
    } else {
      session.complain(unknown_reference(base, reference));
    }
  }
  if (options.page.html && references.size() > 1)
    throw UsageError("--html is a page of one document; give one REF");
  return all;
}

/// The columns, with what was decided on the row.
std::vector<Field> fields_of(const KnowledgeBase& base, const Referred& referred) {
  std::vector<Field> fields = referred.fields;
  for (Field& field : decision_fields(base, reference_of(referred)))
    fields.push_back(std::move(field));
  return fields;
}

std::vector<MetadataRecord> metadata_for(const KnowledgeBase& base, const Referred& referred) {
  return referred.is_document() ? metadata_of(base, referred.document_id)
                                : std::vector<MetadataRecord>();
}

void print_sheet(const KnowledgeBase& base, const ShownGroup& group, Session& session) {
  const Referred& first = group.referred.front();
  Sheet sheet(session);
  for (const Referred& referred : group.referred) {
    if (&referred != &first) session.out.append("\n");
    sheet.fields(fields_of(base, referred));
  }
  sheet.metadata(metadata_for(base, first));
  const std::string text = first.is_document() ? std::string() : base.text_of(first.document_id);
  sheet.passages(group.passages, text);
  std::vector<std::string> rows;
  for (const Referred& referred : group.referred)
    for (const std::string& row : referred.rows)
      if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
  sheet.rows(rows);
}

/// For people: what shares its words stands together.
void print_sheets(const KnowledgeBase& base, std::vector<Referred> all, Session& session) {
  bool first = true;
  for (const ShownGroup& group : shown_groups(std::move(all))) {
    if (!first) session.out.append("\n---\n\n");
    first = false;
    print_sheet(base, group, session);
  }
}

/// For programs: one after the other, each whole in itself.
void print_whole(const KnowledgeBase& base, const ShowOptions& options, Referred referred,
                 Session& session) {
  referred.fields = fields_of(base, referred);
  const std::string text = !referred.is_document() || options.text
                               ? base.text_of(referred.document_id)
                               : std::string();
  if (options.json)
    session.out.append(json_of(referred, passages_of(referred.places),
                               metadata_for(base, referred), text, options.text));
  else print_text(session, text);
}

int run_show(const ShowOptions& options, Session& session) {
  check_html_options(options.page, options.text || options.json, session);
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const auto references = given_references(base, options.references, session);
  std::vector<Referred> all = all_referred(base, options, references, session);
  const std::size_t found = all.size();
  if (options.page.html)
    return all.empty() ? 1 : show_html(base, all.front(), options.page, session);
  if (options.json || options.text)
    for (Referred& referred : all) print_whole(base, options, std::move(referred), session);
  else print_sheets(base, std::move(all), session);
  return found == references.size() ? 0 : 1;
}

}  // namespace

void add_show(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "show", "Show documents, rows in their paragraphs, or sentences",
                  "attache show aze-foreign-policy\n"
                  "attache show aze-foreign-policy/organizations/guam\n"
                  "attache show aze-foreign-policy/sentence/14 --context 1\n"
                  "attache show aze-foreign-policy,ken-2004/sentence/3\n"
                  "attache show --text aze-foreign-policy | less\n"
                  "attache show --html aze-foreign-policy -o policy.html");
  auto options = std::make_shared<ShowOptions>();
  app->add_option("REF", options->references,
                  "Documents, by slug or path, or references of rows and sentences (column ref of "
                  "the tables and of search), also with commas between them; - for those on "
                  "standard input, one a line")
      ->type_name("")
      ->required();
  app->add_option("--context", options->context,
                  "Each place with N sentences before and after it, instead of its paragraph")
      ->type_name("N")
      ->check(CLI::Range(0, 1000).description(""));
  app->add_flag("--text", options->text, "The document's stored text, in which all offsets count");
  add_text_or_json(*app, options->json, "One JSON object for each, a line each");
  add_html_options(*app, options->page);
  commands.push_back({app, [options](Session& session) { return run_show(*options, session); }});
}

}  // namespace attache
