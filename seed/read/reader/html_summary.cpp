// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_summary.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "seed/read/reader/html_tree.h"

namespace attache::reader {
namespace {

constexpr std::size_t long_cell = 600;  ///< bytes; more in one cell is prose and not a datum
/// Bytes; "All rights reserved." and "Read more!" apart, no sentence of an agent and an act is
/// shorter.
constexpr std::size_t short_sentence = 12;
constexpr std::size_t short_paragraph = 6;  ///< bytes, where <p> says that it is one

std::size_t shown_bytes(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(
             text.begin(), text.end(), [](char byte) { return byte <= ' ' && byte >= 0; }));
}

void add_text(Summary& own, std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n\f");
  if (last == std::string_view::npos) return;
  own.text = own.run = shown_bytes(text);
  own.run_marks = text.find_first_of(".!?") != std::string_view::npos ||
                  text.find("\xE3\x80\x82") != std::string_view::npos;  // the full stop of Chinese
  own.label = text[last] == ':';
}

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

/// Holds more than a datum: long prose, or sentences on lines of their own.
bool is_text_cell(const Summary& cell) {
  return cell.text > long_cell || (cell.prose > 0 && cell.breaks > 1);
}

bool is_layout_block(GumboTag tag) {
  return tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 ||
         tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_ARTICLE;
}

/// A link that acts on the page or hands its address on, as buttons of share bars do.
bool is_action(std::string_view address) {
  if (address.substr(0, 1) == "#" || address.substr(0, 11) == "javascript:") return true;
  if (address.substr(0, 7) == "mailto:") return address.find('?') != std::string_view::npos;
  return address.find("=http") != std::string_view::npos ||
         address.find("%3A%2F%2F") != std::string_view::npos ||
         address.find("%3a%2f%2f") != std::string_view::npos;
}

bool is_button(const GumboNode& node) {
  if (tag_of(node) == GUMBO_TAG_BUTTON || attribute(node, "role") == "button") return true;
  const std::string_view type = attribute(node, "type");
  return tag_of(node) == GUMBO_TAG_INPUT && (type == "button" || type == "submit");
}

/// The end of a block is that of its sentences.
void close_block(Summary& own, GumboTag tag) {
  const std::size_t unlinked = own.run - own.run_linked;
  own.sentences = own.run_marks &&
                  unlinked >= (tag == GUMBO_TAG_P ? short_paragraph : short_sentence) &&
                  own.run_linked <= unlinked;
  if (own.sentences) {
    own.prose += own.run;
    own.linked -= std::min(own.linked, own.run_linked);
  }
  own.parts += own.run > 0;
  own.run = own.run_linked = 0;
  own.run_marks = false;
}

void close_link(Summary& own, std::string_view address) {
  own.linked = own.text - std::min(own.text, own.prose);
  own.run_linked = own.run;
  own.label = false;
  if (own.text == 0) return;
  ++own.links;
  own.actions += is_action(address);
}

/// What an element is, after all below it was added.
void close_element(Summary& own, const GumboNode& node) {
  const GumboTag tag = tag_of(node);
  own.heading = own.heading || is_heading(tag);
  own.items += tag == GUMBO_TAG_LI || tag == GUMBO_TAG_ARTICLE;
  own.breaks += tag == GUMBO_TAG_BR;
  own.raised += tag == GUMBO_TAG_SUP;
  own.buttons += is_button(node);
  own.answers += tag == GUMBO_TAG_TEXTAREA;
  own.controls += is_button(node) || tag == GUMBO_TAG_INPUT || tag == GUMBO_TAG_SELECT ||
                  tag == GUMBO_TAG_TEXTAREA;
  own.rows += tag == GUMBO_TAG_TR && own.text > 0;
  own.headers += tag == GUMBO_TAG_TH;
  if (is_block(tag) || is_cell(tag)) close_block(own, tag);
  own.text_cell = own.text_cell || (is_cell(tag) && own.prose > 0 && own.parts > 1);
  if (tag == GUMBO_TAG_TABLE && own.headers == 0 && (own.rows == 1 || own.text_cell))
    own.lays_out = true;
  if (has_attribute(node, "href")) close_link(own, attribute(node, "href"));
}

void add_inner(Summary& outer, const Summary& inner, GumboTag tag) {
  outer.text += inner.text;
  outer.linked += inner.linked;
  outer.prose += inner.prose;
  outer.links += inner.links;
  outer.actions += inner.actions;
  outer.buttons += inner.buttons;
  outer.answers += inner.answers;
  outer.controls += inner.controls;
  outer.items += inner.items;
  outer.raised += inner.raised;
  outer.nodes += inner.nodes;
  outer.parts += inner.parts;
  outer.rows += inner.rows;
  outer.headers += inner.headers;
  outer.run += inner.run;
  outer.run_linked += inner.run_linked;
  outer.run_marks = outer.run_marks || inner.run_marks;
  outer.heading = outer.heading || inner.heading;
  outer.label = outer.label || inner.label;
  outer.breaks += inner.breaks;
  outer.text_cell = outer.text_cell || inner.text_cell;
  outer.lays_out = outer.lays_out || inner.lays_out || is_layout_block(tag) ||
                   (is_cell(tag) && is_text_cell(inner));
}

}  // namespace

Summaries::Summaries(const GumboNode& root) {
  std::vector<const GumboNode*> nodes;
  walk(root, [&](const GumboNode& node) {
    nodes.push_back(&node);
    return true;
  });
  // From the last to the first each element is met after all that is below it.
  for (std::size_t at = nodes.size(); at-- > 0;) {
    const GumboNode& node = *nodes[at];
    Summary& own = all_[&node];
    ++own.nodes;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA)
      add_text(own, node.v.text.text);
    else close_element(own, node);
    if (at == 0) break;
    Summary& outer = all_[node.parent];
    if (!is_unseen(tag_of(node)) && !is_hidden(node)) add_inner(outer, own, tag_of(node));
  }
}

}  // namespace attache::reader
