// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

namespace attache::reader {

/// Visits a node and all below it in the document's order, by a loop, so that depth costs no stack.
/// `enter` says whether to go below a node; `leave` is called for those where it said yes.
template <class Enter, class Leave>
void walk_xml(const pugi::xml_node& root, const Enter& enter, const Leave& leave) {
  pugi::xml_node at = root;
  while (at) {
    const bool below = enter(at);
    if (below && at.first_child()) {
      at = at.first_child();
      continue;
    }
    if (below) leave(at);
    while (at != root && !at.next_sibling()) {
      at = at.parent();
      leave(at);
    }
    if (at == root) return;
    at = at.next_sibling();
  }
}

}  // namespace attache::reader
