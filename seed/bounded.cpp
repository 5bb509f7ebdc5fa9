// SPDX-License-Identifier: MIT
#include "seed/bounded.h"

namespace attache {

std::string first_characters(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
    if (begins && ++characters > limit) {
      text.resize(at);
      text.shrink_to_fit();
      break;
    }
  }
  return text;
}

void bound(Metadata& metadata) {
  metadata.title = first_characters(std::move(metadata.title), longest_title);
  metadata.source = first_characters(std::move(metadata.source), longest_source);
  metadata.language = first_characters(std::move(metadata.language), longest_language);
}

}  // namespace attache
