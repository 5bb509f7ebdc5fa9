// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cli/report/html_text.h"
#include "cli/session.h"

namespace attache {

/// What stands around a page.
struct PageWords {
  std::string title;
  std::string source;  ///< the knowledge base
  std::string date;    ///< of the page, YYYY-MM-DD
};

/// The words of a page of this session.
PageWords page_words(const Session& session, std::string title);

/// Everything before what the page is about: the page stands alone, and its policy (CSP) forbids
/// the browser to load or run anything.
void open_page(HtmlWriter& html, const PageWords& words);

/// Ends the header, which may hold more than the title, and begins the page itself.
void open_main(HtmlWriter& html);

void close_page(HtmlWriter& html, const PageWords& words);

/// The lang attribute of words in that language (BCP 47), where it is known and can be one.
void write_language(HtmlWriter& html, std::string_view language);

/// A table that scrolls by itself where it is wider than the screen, and can be reached by keyboard
/// for that. To be closed by close_table.
void open_table(HtmlWriter& html, std::string_view id, std::string_view caption);
/// The same for a table whose rows are cards on a narrow screen. Since a browser no longer takes
/// what is laid out so for a table, its parts are to say by their roles what they are.
void open_cards(HtmlWriter& html, std::string_view id, std::string_view caption);
void close_table(HtmlWriter& html);

}  // namespace attache
