// SPDX-License-Identifier: MIT
#include "cli/report/page.h"

#include <algorithm>

#include "cli/chart/today.h"
#include "cli/report/embedded.h"
#include "schema/server_address.h"

namespace attache {
namespace {

void open_scrolling(HtmlWriter& html, std::string_view id, std::string_view caption,
                    std::string_view tag) {
  html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"").raw(id);
  html.raw("\">\n").raw(tag).raw("\n<caption id=\"").raw(id).raw("\">").text(caption);
  html.raw("</caption>\n");
}

}  // namespace

PageWords page_words(const Session& session, std::string title) {
  return {std::move(title), base_name(session.database()), today(session.environment)};
}

void open_page(HtmlWriter& html, const PageWords& words) {
  html.raw(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"generator\" content=\"attache " ATTACHE_VERSION
      "\">\n"
      // A page without an icon of its own would have the browser ask for one.
      "<link rel=\"icon\" href=\"data:,\">\n<title>");
  html.text(words.title).raw("</title>\n<style>\n");
  for (const EmbeddedFile& file : embedded_report_files()) html.raw(file.bytes);
  html.raw(
      "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the contents</a>\n"
      "<header>\n<h1>");
  html.text(words.title).raw("</h1>\n");
}

void open_main(HtmlWriter& html) { html.raw("</header>\n<main id=\"main\" tabindex=\"-1\">\n"); }

void close_page(HtmlWriter& html, const PageWords& words) {
  html.raw("</main>\n<footer>\n<p>Made by attache " ATTACHE_VERSION " from ");
  html.text(words.source).raw(" on <time>").text(words.date);
  html.raw(
      "</time>. Every quote stands word for word in its document.</p>\n</footer>\n</body>\n"
      "</html>\n");
}

void write_language(HtmlWriter& html, std::string_view language) {
  const bool can_be =
      !language.empty() && std::all_of(language.begin(), language.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
      });
  if (can_be) html.raw(" lang=\"").raw(language).raw("\"");
}

void open_table(HtmlWriter& html, std::string_view id, std::string_view caption) {
  open_scrolling(html, id, caption, "<table>");
}

void open_cards(HtmlWriter& html, std::string_view id, std::string_view caption) {
  open_scrolling(html, id, caption, "<table class=\"cards\" role=\"table\">");
}

void close_table(HtmlWriter& html) { html.raw("</table>\n</div>\n"); }

}  // namespace attache
