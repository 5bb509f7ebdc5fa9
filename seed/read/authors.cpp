// SPDX-License-Identifier: MIT
#include "seed/read/authors.h"

#include <algorithm>
#include <string>

#include "seed/read/metadata_keys.h"
#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

constexpr std::string_view key = "author";
/// Of one document; nobody filters by more.
constexpr std::size_t most_authors = 50;

bool is_nobody(const std::string& name) {
  const std::string low = ascii::lower_case(name);
  const bool address = low.find("://") != std::string::npos || low.starts_with("www.");
  const bool letters =
      std::any_of(low.begin(), low.end(), [](char c) { return ascii::is_letter(c) || c < 0; });
  return address || !letters || word_list("no author").contains(low);
}

void add_one(Metadata& metadata, std::string_view written) {
  std::string name = on_one_line(written);
  if (is_nobody(name) || metadata.own.size() >= most_authors) return;
  const MetadataEntry entry{std::string(key), std::move(name)};
  if (std::find(metadata.own.begin(), metadata.own.end(), entry) == metadata.own.end())
    metadata.own.push_back(entry);
}

}  // namespace

void add_authors(Metadata& metadata, std::string_view names) {
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = std::min(names.find(';', at), names.size());
    add_one(metadata, names.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace attache
