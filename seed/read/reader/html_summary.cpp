// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_summary.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "seed/read/reader/html_tree.h"

namespace attache::reader {
namespace {

constexpr std::size_t long_cell = 600;  ///< bytes; more in one cell is prose and not a datum

std::size_t shown_bytes(const GumboNode& node) {
  if (node.type != GUMBO_NODE_TEXT) return 0;
  const std::string_view text = node.v.text.text;
  return text.size() -
         static_cast<std::size_t>(std::count_if(
             text.begin(), text.end(), [](char byte) { return byte <= ' ' && byte >= 0; }));
}

bool is_title(GumboTag tag) {
  return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE;
}

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

bool is_layout_block(GumboTag tag) {
  return tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 ||
         tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_ARTICLE;
}

}  // namespace

Summaries::Summaries(const GumboNode& root) {
  std::vector<const GumboNode*> nodes;
  walk(root, [&](const GumboNode& node) { return nodes.push_back(&node), true; });
  // From the last to the first each element is met after all that is below it.
  for (std::size_t at = nodes.size(); at-- > 0;) {
    const GumboNode& node = *nodes[at];
    const GumboTag tag = tag_of(node);
    Summary& own = all_[&node];
    own.text += shown_bytes(node);
    if (tag == GUMBO_TAG_P) own.prose = own.text;
    own.titled = own.titled || is_title(tag);
    if (at == 0) break;
    Summary& outer = all_[node.parent];
    const Summary& inner = all_[&node];
    if (!is_unseen(tag)) outer.text += inner.text;
    outer.prose += inner.prose;
    outer.titled = outer.titled || inner.titled;
    outer.lays_out = outer.lays_out || inner.lays_out || is_layout_block(tag) ||
                     (is_cell(tag) && inner.text > long_cell);
  }
}

}  // namespace attache::reader
