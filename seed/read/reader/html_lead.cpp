// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_lead.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "seed/read/reader/html_tree.h"
#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

/// So much is looked at before a box, and so many nodes.
constexpr std::size_t longest_lead = 300, most_nodes = 64;

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string::npos;
}

std::string_view last_bytes(std::string_view text) {
  return text.substr(text.size() - std::min(text.size(), longest_lead));
}

/// The node before another one in the order of the page; null at the body's beginning.
const GumboNode* node_before(const GumboNode& node) {
  const GumboNode* parent = node.parent;
  if (parent == nullptr || tag_of(node) == GUMBO_TAG_BODY) return nullptr;
  const Children all = children(*parent);
  const std::size_t place = node.index_within_parent;
  if (place == 0 || place >= all.vector->length || all.begin()[place] != &node) return parent;
  const GumboNode* before = all.begin()[place - 1];
  while (children(*before).begin() != children(*before).end())
    before = *(children(*before).end() - 1);
  return before;
}

/// The block before a box: its words in lower case, as far as they are looked at.
struct Lead {
  std::string words;
  const GumboNode* heading = nullptr;
};

Lead lead_before(const GumboNode& box) {
  Lead lead;
  const GumboNode* node = node_before(box);
  for (std::size_t seen = 0; node != nullptr && seen < most_nodes; ++seen) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
      lead.words.insert(0, last_bytes(node->v.text.text));
    const bool begins = node->type == GUMBO_NODE_ELEMENT && is_block(tag_of(*node));
    if (begins && !is_blank(lead.words)) lead.heading = is_heading(tag_of(*node)) ? node : nullptr;
    if (lead.words.size() > longest_lead || (begins && !is_blank(lead.words))) break;
    node = node_before(*node);
  }
  lead.words.erase(lead.words.find_last_not_of(" \t\r\n\f") + 1);
  lead.words = ascii::lower_case(lead.words);
  return lead;
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !ascii::is_lower(text[at - 1])) &&
        (end == text.size() || !ascii::is_lower(text[end])))
      return true;
  }
  return false;
}

}  // namespace

LeadIn lead_in(const GumboNode& box, const GumboNode* but) {
  const auto [words, heading] = lead_before(box);
  if (words.empty()) return LeadIn::none;
  if (heading != nullptr) return heading == but ? LeadIn::none : LeadIn::heading;
  const std::size_t stop =
      words.size() < 2 ? std::string::npos : words.rfind(". ", words.size() - 2);
  const std::string_view sentence =
      std::string_view(words).substr(stop == std::string::npos ? 0 : stop + 1);
  const WordList& leads = word_list("leads in");
  if (std::any_of(leads.begin(), leads.end(),
                  [&](const std::string& lead) { return has_word(sentence, lead); }))
    return LeadIn::words;
  return words.back() == ':' ? LeadIn::colon : LeadIn::none;
}

}  // namespace attache::reader
