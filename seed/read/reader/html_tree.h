// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

#include <functional>
#include <string>
#include <string_view>

namespace attache::reader {

/// The tag of an element; GUMBO_TAG_UNKNOWN for text and what is no element.
GumboTag tag_of(const GumboNode& node);

/// The value of an attribute, or empty.
std::string_view attribute(const GumboNode& node, const char* name);
bool has_attribute(const GumboNode& node, const char* name);

/// The children of an element or document; nothing for text.
struct Children {
  const GumboVector* vector = nullptr;
  const GumboNode** begin() const {
    return vector ? const_cast<const GumboNode**>(reinterpret_cast<GumboNode**>(vector->data))
                  : nullptr;
  }
  const GumboNode** end() const { return vector ? begin() + vector->length : nullptr; }
};
Children children(const GumboNode& node);

/// All text below a node, as it stands in the source.
std::string text_below(const GumboNode& node);

/// The first element with this tag at or below a node, in document order; null where there is none.
const GumboNode* first_below(const GumboNode& node, GumboTag tag);

/// Calls `visit` for a node and all below it, in document order; a visit that returns false leaves
/// out what is below that node. Costs no stack, however deep the tree is.
void walk(const GumboNode& node, const std::function<bool(const GumboNode&)>& visit);

/// Elements that are never shown: scripts, drawings, embedded pages.
bool is_unseen(GumboTag tag);

/// The element's own style in lower case, without blanks.
std::string style_of(const GumboNode& element);

/// Whether an element says of itself that it is not shown.
bool is_hidden(const GumboNode& element);

bool is_heading(GumboTag tag);
/// Elements that stand on lines of their own.
bool is_block(GumboTag tag);

}  // namespace attache::reader
