// SPDX-License-Identifier: MIT
#include "seed/read/entity.h"

#include <gumbo.h>

#include <memory>

#include "seed/read/utf8.h"

namespace attache {
namespace {

struct Destroy {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

/// The first text below a node; nullptr where there is none.
const char* first_text(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) return node.v.text.text;
  if (node.type != GUMBO_NODE_ELEMENT) return nullptr;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (const char* text = first_text(*child)) return text;
  }
  return nullptr;
}

}  // namespace

std::string decode_entity(std::string_view reference) {
  // The names are HTML's, so its parser is asked: the table of 2,231 names is not ours to keep.
  const std::string page = "<p>x" + std::string(reference);
  const std::unique_ptr<GumboOutput, Destroy> parsed(
      gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size()));
  const char* text = parsed ? first_text(*parsed->root) : nullptr;
  if (text == nullptr || *text != 'x') return std::string(reference);
  std::string decoded = text + 1;
  const bool sound = !decoded.empty() && find_invalid_utf8(decoded) == std::string::npos;
  return sound ? decoded : std::string(reference);
}

}  // namespace attache
