// SPDX-License-Identifier: MIT
#include "cli/commands/show_html.h"

#include "cli/error.h"
#include "cli/report/document_page.h"
#include "cli/report/output.h"
#include "schema/document_metadata.h"
#include "schema/tables.h"

namespace attache {
namespace {

std::string value_of(const Referred& referred, std::string_view column) {
  for (const Field& field : referred.fields)
    if (field.column.name == column) return field.value.value_or("");
  return {};
}

}  // namespace

void add_html_options(CLI::App& app, ShowHtmlOptions& options) {
  app.add_flag("--html", options.html,
               "A page: the document's text with the words of all its rows marked");
  add_page_options(app, options.file);
}

void check_html_options(const ShowHtmlOptions& options, bool other, const Session& session) {
  if (options.html && other) throw UsageError("--html goes without --text and --json");
  if (options.html) check_page_file(options.file, session);
  else if (!options.file.path.empty() || options.file.replace)
    throw UsageError("--output and --force go with --html");
}

int show_html(const KnowledgeBase& base, const Referred& referred, const ShowHtmlOptions& options,
              Session& session) {
  const auto metadata = metadata_of(base, referred.document_id);
  const PageWords words = page_words(session, value_of(referred, "title"));
  write_page(options.file, session, [&](Sink& sink) {
    HtmlWriter html(sink);
    write_document_page(html, base, referred, metadata, words);
  });
  return 0;
}

}  // namespace attache
