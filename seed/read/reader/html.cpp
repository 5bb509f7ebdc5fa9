// SPDX-License-Identifier: MIT
#include <gumbo.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/charset.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/html_bound.h"
#include "seed/read/reader/html_furniture.h"
#include "seed/read/reader/html_metadata.h"
#include "seed/read/reader/html_notes.h"
#include "seed/read/reader/html_outline.h"
#include "seed/read/reader/html_parse.h"
#include "seed/read/reader/html_parts.h"
#include "seed/read/reader/html_summary.h"
#include "seed/read/reader/html_tree.h"
#include "seed/read/reader/raised.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

/// Deeper elements are read as running text: no page needs more, and each level costs stack.
constexpr int max_depth = 1500;

class HtmlWriter {
 public:
  /// `furniture` is null where all that is visible is kept.
  HtmlWriter(const Summaries& summaries, const PageParts& parts, const Furniture* furniture)
      : summaries_(summaries), parts_(parts), furniture_(furniture) {}
  void node(const GumboNode& node, int depth);
  std::size_t kept() const { return out_.kept(); }
  std::string finish() { return out_.finish(); }

 private:
  void element(const GumboNode& element, int depth);
  void contents(const GumboNode& element, int depth);
  bool is_left_out(const GumboNode& element);
  bool is_set_as_block(const GumboNode& element) const;
  bool is_mark(const GumboNode& element);
  void enter(const GumboNode& element);
  void block_break(GumboTag tag) {
    const bool inner_list = in_item_ > 0 && (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL);
    if (place_.in_data) out_.space();
    else inner_list ? out_.line_break() : out_.paragraph_break();
  }
  void quotation(const GumboNode& element, int depth);
  void list(const GumboNode& list, int depth);
  void item(const GumboNode& item, const std::string& mark, int depth);
  void row(const GumboNode& row, int depth);
  void data_row(const GumboNode& row, int depth);
  void all_below(const GumboNode& node, int depth) {
    for (const GumboNode* child : children(node)) this->node(*child, depth + 1);
  }

  const Summaries& summaries_;
  const PageParts& parts_;
  const Furniture* furniture_;
  BlockWriter out_;
  PagePlace place_;  ///< in a row of a data table blocks don't break the line
  bool in_pre_ = false;
  bool in_heading_ = false;
  int in_item_ = 0;
  int quotations_ = 0;
};

/// What a style sets on lines of its own, and sentences in an element of the page's own making
/// (`<speech-text>`), which stand so on every page.
bool HtmlWriter::is_set_as_block(const GumboNode& element) const {
  constexpr std::size_t long_text = 20;
  if (tag_of(element) == GUMBO_TAG_UNKNOWN) return summaries_.of(element).text > long_text;
  return style_of(element).find("display:block") != std::string::npos;
}

void HtmlWriter::node(const GumboNode& node, int depth) {
  if (depth > max_depth) return out_.words(text_below(node));
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
      node.type == GUMBO_NODE_WHITESPACE) {
    if (in_pre_) out_.verbatim(node.v.text.text);
    else out_.words(node.v.text.text);
  } else if (node.type == GUMBO_NODE_ELEMENT && !is_left_out(node) && !is_mark(node)) {
    element(node, depth);
  }
}

bool HtmlWriter::is_left_out(const GumboNode& element) {
  if (is_unseen(tag_of(element)) || is_hidden(element)) return true;
  if (furniture_ == nullptr) return false;
  const bool left_out = furniture_->is_furniture(element, place_) ||
                        (in_heading_ && tag_of(element) == GUMBO_TAG_SPAN &&
                         is_edit_link(element, summaries_.of(element)));
  if (left_out) is_block(tag_of(element)) ? block_break(tag_of(element)) : out_.part();
  return left_out;
}

/// Writes or leaves out what is raised and no word; false where it is to be read as others are.
bool HtmlWriter::is_mark(const GumboNode& element) {
  const GumboTag tag = tag_of(element);
  if (tag != GUMBO_TAG_SUP && tag != GUMBO_TAG_SPAN && tag != GUMBO_TAG_A) return false;
  switch (raised(element, summaries_.of(element), out_.before(), out_.begins())) {
    case RaisedElement::words: return false;
    case RaisedElement::fraction: out_.space(); return false;
    case RaisedElement::mark: out_.part(); return true;
    case RaisedElement::power: out_.words(raised_digits(folded(text_below(element)))); return true;
  }
  return false;
}

void HtmlWriter::enter(const GumboNode& element) {
  const GumboTag tag = tag_of(element);
  place_.in_region = place_.in_region || &element == parts_.region;
  place_.in_article = place_.in_article || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN ||
                      tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_BLOCKQUOTE;
  place_.in_labelled =
      place_.in_labelled || (furniture_ != nullptr && furniture_->is_labelled(element, place_));
  in_pre_ = in_pre_ || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LISTING;
  in_heading_ = in_heading_ || is_heading(tag);
}

void HtmlWriter::element(const GumboNode& element, int depth) {
  const GumboTag tag = tag_of(element);
  const bool block = is_block(tag) || is_set_as_block(element);
  const PagePlace outer = place_;
  const bool outer_pre = in_pre_, outer_heading = in_heading_;
  enter(element);
  if (block) block_break(tag);
  contents(element, depth);
  if (block) block_break(tag);
  place_ = outer;
  in_pre_ = outer_pre;
  in_heading_ = outer_heading;
}

void HtmlWriter::contents(const GumboNode& element, int depth) {
  switch (tag_of(element)) {
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE: out_.part(); break;
    case GUMBO_TAG_Q: quotation(element, depth); break;
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
      out_.space();
      all_below(element, depth);
      break;
    case GUMBO_TAG_BR: place_.in_data ? out_.space() : out_.typed_break(); break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_MENU: list(element, depth); break;
    case GUMBO_TAG_TR: row(element, depth); break;
    default: all_below(element, depth);
  }
}

/// Browsers print the quotation marks of <q>.
void HtmlWriter::quotation(const GumboNode& element, int depth) {
  const bool inner = quotations_++ % 2 == 1;
  out_.words(inner ? "\u2018" : "\u201C");
  all_below(element, depth);
  out_.words(inner ? "\u2019" : "\u201D");
  --quotations_;
}

void HtmlWriter::list(const GumboNode& list, int depth) {
  std::size_t number = 0;
  const bool ordered = tag_of(list) == GUMBO_TAG_OL;
  for (const GumboNode* child : children(list)) {
    if (tag_of(*child) != GUMBO_TAG_LI) node(*child, depth + 1);
    else if (!is_left_out(*child))
      item(*child, ordered ? std::to_string(++number) + ". " : "- ", depth);
  }
}

void HtmlWriter::item(const GumboNode& item, const std::string& mark, int depth) {
  place_.in_data ? out_.space() : out_.line_break();
  out_.mark(mark);
  ++in_item_;
  const PagePlace outer = place_;
  enter(item);
  // Paragraphs inside an item are only its layout: <li><p>...</p></li>.
  for (const GumboNode* part : children(item)) {
    const GumboTag tag = tag_of(*part);
    if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION) {
      if (is_left_out(*part)) continue;
      const PagePlace outside = place_;
      enter(*part);
      out_.space();
      all_below(*part, depth + 1);
      out_.space();
      place_ = outside;
    } else {
      node(*part, depth + 1);
    }
  }
  place_ = outer;
  --in_item_;
  out_.drop_mark();
  if (!place_.in_data) out_.line_break();
}

void HtmlWriter::row(const GumboNode& row, int depth) {
  const GumboNode* table = row.parent;
  while (table != nullptr && tag_of(*table) != GUMBO_TAG_TABLE) table = table->parent;
  const bool data = table != nullptr && !summaries_.of(*table).lays_out;
  const Children cells = children(row);
  const bool parted = std::any_of(cells.begin(), cells.end(), [&](const GumboNode* cell) {
    return summaries_.of(*cell).parts > 1;
  });
  if (data && (place_.in_data || !parted)) return data_row(row, depth);
  const PagePlace outer = place_;
  place_.in_labelled = place_.in_labelled || data;  // lists of links in a datum are data
  for (const GumboNode* cell : cells) {
    out_.paragraph_break();
    node(*cell, depth + 1);
  }
  place_ = outer;
  out_.paragraph_break();
}

void HtmlWriter::data_row(const GumboNode& row, int depth) {
  if (!place_.in_data) out_.paragraph_break();  // one line a row, and no two rows one sentence
  const PagePlace outer = place_;
  place_.in_data = true;
  std::size_t before = out_.size();
  for (const GumboNode* cell : children(row)) {
    if (cell->type != GUMBO_NODE_ELEMENT) continue;
    if (out_.size() > before) {
      out_.space();
      out_.mark("| ");
    }
    before = std::min(before, out_.size());
    all_below(*cell, depth + 1);
    out_.drop_mark();
  }
  place_ = outer;
  if (!place_.in_data) out_.paragraph_break();
}

/// The page's text as wished for; all that is visible where nothing else would be left.
std::string written(const PageParts& parts, const Summaries& summaries, bool keep_all,
                    KeptText& kept) {
  const Furniture furniture(parts, summaries);
  HtmlWriter writer(summaries, parts, keep_all ? nullptr : &furniture);
  writer.node(*parts.body, 0);
  kept = {writer.kept(), summaries.of(*parts.body).text};
  std::string text = writer.finish();
  if (!text.empty() || keep_all || kept.visible == 0) return text;
  return written(parts, summaries, true, kept);
}

/// The page as a browser shows it that runs no programs.
std::string without_programs(std::string source) {
  constexpr std::string_view name = "noscript", other = "div     ";
  for (std::size_t at = 0; (at = source.find('<', at)) != std::string::npos;) {
    at += source.compare(at, 2, "</") == 0 ? std::size_t{2} : std::size_t{1};
    if (ascii::lower_case(std::string_view(source).substr(at, name.size())) == name)
      source.replace(at, name.size(), other);
  }
  return source;
}

Extracted read_source(const std::string& source, const Wish& wish,
                      std::vector<std::string> remarks) {
  Extracted result;
  result.remarks = std::move(remarks);
  const HtmlOutline outline = outline_of(source);
  const HtmlPage page(bounded_html(source, outline));
  const Summaries summaries(page.root());
  const PageParts parts = parts_of(page.root(), summaries);
  result.metadata = html_metadata(page.root(), parts, summaries, outline);
  // A reference to a character beyond Unicode comes out of gumbo as bytes of no character.
  result.text = repaired_utf8(written(parts, summaries, wish.keep_all, result.kept));
  return result;
}

}  // namespace

Extracted read_html(std::string_view bytes, const Wish& wish) {
  std::vector<std::string> remarks;
  const std::string source = html_to_utf8(bytes, wish, remarks);
  Extracted result = read_source(source, wish, remarks);
  if (result.text.empty()) result = read_source(without_programs(source), wish, remarks);
  if (result.text.empty()) throw FormatError("no text in this HTML page");
  return result;
}

}  // namespace attache::reader
