// SPDX-License-Identifier: MIT
#include <gumbo.h>

#include <algorithm>
#include <string>

#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/charset.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/html_bound.h"
#include "seed/read/reader/html_metadata.h"
#include "seed/read/reader/html_parse.h"
#include "seed/read/reader/html_summary.h"
#include "seed/read/reader/html_tree.h"

namespace attache::reader {
namespace {

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HR: return true;
    default: return false;
  }
}

/// Deeper elements are read as running text: no page needs more, and each level costs stack.
constexpr int max_depth = 1500;

/// A note's mark: [1] or an asterisk that links elsewhere on the page.
bool is_note_mark(const GumboNode& node) {
  if (tag_of(node) != GUMBO_TAG_SUP) return false;
  bool links = false;  // by whatever element: bounded_html() hands <a> on as <span>
  walk(node, [&](const GumboNode& below) {
    links = links || attribute(below, "href").substr(0, 1) == "#";
    return !links;
  });
  return links;
}

class HtmlWriter {
 public:
  explicit HtmlWriter(const Summaries& summaries) : summaries_(summaries) {}
  void node(const GumboNode& node, int depth);
  std::string finish() { return out_.finish(); }

 private:
  void element(const GumboNode& element, int depth);
  void block_break(GumboTag tag) {
    const bool inner_list = in_item_ > 0 && (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL);
    if (in_cell_ > 0) out_.space();
    else inner_list ? out_.line_break() : out_.paragraph_break();
  }
  void list(const GumboNode& list, int depth);
  void row(const GumboNode& row, int depth);
  void all_below(const GumboNode& node, int depth) {
    for (const GumboNode* child : children(node)) this->node(*child, depth + 1);
  }

  const Summaries& summaries_;
  BlockWriter out_;
  bool in_article_ = false;
  bool in_pre_ = false;
  int in_item_ = 0;
  int in_cell_ = 0;  ///< inside a row of a data table blocks don't break the line
};

void HtmlWriter::node(const GumboNode& node, int depth) {
  if (depth > max_depth) return out_.words(text_below(node));
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
      node.type == GUMBO_NODE_WHITESPACE) {
    if (in_pre_) out_.verbatim(node.v.text.text);
    else out_.words(node.v.text.text);
  } else if (node.type == GUMBO_NODE_ELEMENT && !is_furniture(node, summaries_, in_article_) &&
             !is_note_mark(node)) {
    element(node, depth);
  }
}

void HtmlWriter::element(const GumboNode& element, int depth) {
  const GumboTag tag = tag_of(element);
  const bool block = is_block(tag);
  const bool outer_article = in_article_, outer_pre = in_pre_;
  in_article_ = in_article_ || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN;
  in_pre_ = in_pre_ || tag == GUMBO_TAG_PRE;
  if (block) block_break(tag);
  switch (tag) {
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE: break;
    case GUMBO_TAG_BR: in_cell_ > 0 ? out_.space() : out_.line_break(); break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL: list(element, depth); break;
    case GUMBO_TAG_TR: row(element, depth); break;
    default: all_below(element, depth);
  }
  if (block) block_break(tag);
  in_article_ = outer_article;
  in_pre_ = outer_pre;
}

void HtmlWriter::list(const GumboNode& list, int depth) {
  std::size_t number = 0;
  const bool ordered = tag_of(list) == GUMBO_TAG_OL;
  for (const GumboNode* child : children(list)) {
    if (tag_of(*child) != GUMBO_TAG_LI) {
      node(*child, depth + 1);
      continue;
    }
    if (is_furniture(*child, summaries_, in_article_)) continue;
    in_cell_ > 0 ? out_.space() : out_.line_break();
    out_.mark(ordered ? std::to_string(++number) + ". " : "- ");
    ++in_item_;
    // Paragraphs inside an item are only its layout: <li><p>...</p></li>.
    for (const GumboNode* part : children(*child)) {
      const GumboTag tag = tag_of(*part);
      if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION) {
        out_.space();
        all_below(*part, depth + 1);
        out_.space();
      } else {
        node(*part, depth + 1);
      }
    }
    --in_item_;
    out_.drop_mark();
    if (in_cell_ == 0) out_.line_break();
  }
}

void HtmlWriter::row(const GumboNode& row, int depth) {
  const GumboNode* table = row.parent;
  while (table != nullptr && tag_of(*table) != GUMBO_TAG_TABLE) table = table->parent;
  if (table == nullptr || summaries_.of(*table).lays_out) {
    for (const GumboNode* cell : children(row)) {
      out_.paragraph_break();
      all_below(*cell, depth + 1);
    }
    out_.paragraph_break();
    return;
  }
  if (in_cell_ == 0) out_.paragraph_break();  // one line a row, and no two rows one sentence
  ++in_cell_;
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
  --in_cell_;
  if (in_cell_ == 0) out_.paragraph_break();
}

}  // namespace

Extracted read_html(std::string_view bytes, const Wish& wish) {
  const HtmlPage page(bounded_html(html_to_utf8(bytes, wish.charset)));
  Extracted result;
  result.metadata = html_metadata(page.root());
  const GumboNode& main = *main_element(page.root());
  const Summaries summaries(page.root());
  HtmlWriter writer(summaries);
  writer.node(main, 0);
  // A reference to a character beyond Unicode comes out of gumbo as bytes of no character.
  result.text = repaired_utf8(writer.finish());
  if (result.text.empty()) throw FormatError("no text in this HTML page");
  return result;
}

}  // namespace attache::reader
