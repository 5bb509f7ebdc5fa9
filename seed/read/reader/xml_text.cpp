// SPDX-License-Identifier: MIT
#include "seed/read/reader/xml_text.h"

#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/xml_walk.h"

namespace attache::reader {

std::string words_below(const pugi::xml_node& node) {
  if (!node) return {};
  std::string words;
  const auto enter = [&](const pugi::xml_node& at) {
    const bool is_text = at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata;
    if (is_text) words += at.value();
    return true;
  };
  walk_xml(node, enter, [](const pugi::xml_node&) {});
  return folded(words);
}

}  // namespace attache::reader
