// SPDX-License-Identifier: MIT
#include "seed/read/word_list.h"

#include <algorithm>
#include <map>

#include "seed/read/embedded.h"

namespace attache {
namespace {

using WordLists = std::map<std::string, WordList, std::less<>>;

void add_lists(std::string_view csv, WordLists& lists) {
  csv.remove_prefix(std::min(csv.find('\n') + 1, csv.size()));  // the header
  while (!csv.empty()) {
    const std::size_t end = std::min(csv.find('\n'), csv.size());
    const std::string_view line = csv.substr(0, end);
    const std::size_t comma = std::min(line.find(','), line.size());
    if (comma < line.size())
      lists[std::string(line.substr(0, comma))].emplace(line.substr(comma + 1));
    csv.remove_prefix(std::min(end + 1, csv.size()));
  }
}

WordLists read_lists() {
  WordLists lists;
  for (const EmbeddedFile& file : embedded_read_words()) add_lists(file.bytes, lists);
  return lists;
}

}  // namespace

const WordList& word_list(std::string_view kind) {
  static const WordLists lists = read_lists();
  static const WordList none;
  const auto found = lists.find(kind);
  return found == lists.end() ? none : found->second;
}

}  // namespace attache
