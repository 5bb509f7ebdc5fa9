// SPDX-License-Identifier: MIT
#include "seed/bounded.h"

#include <algorithm>

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

namespace {

void replace_nul(std::string& text) {
  for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at))
    text.replace(at, 1, "\uFFFD");
}

}  // namespace

void bound(Metadata& metadata) {
  // "fr_FR", as programs write locales, is the tag fr-FR.
  std::replace(metadata.language.begin(), metadata.language.end(), '_', '-');
  metadata.title = first_characters(std::move(metadata.title), longest_title);
  metadata.source = first_characters(std::move(metadata.source), longest_source);
  metadata.language = first_characters(std::move(metadata.language), longest_language);
  if (metadata.own.size() > most_own) metadata.own.resize(most_own);
  for (MetadataEntry& entry : metadata.own) {
    entry.key = first_characters(std::move(entry.key), longest_own_key);
    entry.value = first_characters(std::move(entry.value), longest_own_value);
    replace_nul(entry.key);
    replace_nul(entry.value);
  }
  for (std::string* field : {&metadata.title, &metadata.source, &metadata.language})
    replace_nul(*field);
}

}  // namespace attache
