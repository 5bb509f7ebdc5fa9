// SPDX-License-Identifier: MIT
#include "seed/read/markdown_notes.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "seed/text/ascii.h"

namespace attache {
namespace {

constexpr std::size_t longest_label = 60;

/// A line of the source.
struct Line {
  std::size_t begin = 0, end = 0, next = 0;
  std::string_view of(std::string_view source) const { return source.substr(begin, end - begin); }
};

Line line_at(std::string_view source, std::size_t at) {
  const std::size_t end = std::min(source.find('\n', at), source.size());
  return {at, end, std::min(end + 1, source.size())};
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

bool is_indented(std::string_view line) {
  return line.starts_with("    ") || line.starts_with('\t');
}

/// ``` or ~~~ opens and closes code.
bool is_fence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line.starts_with("```") || line.starts_with("~~~");
}

struct Definition {
  std::size_t begin = 0, content = 0, end = 0;  ///< in the source
  std::string_view label;
};

/// "[^1]: ..." at the beginning of a line; without a label where none is defined.
Definition definition_at(std::string_view source, const Line& line) {
  const std::string_view text = line.of(source);
  const std::size_t open = text.find_first_not_of(' ');
  if (open > 3 || text.substr(open, 2) != "[^") return {};
  const std::size_t close = text.substr(0, open + longest_label).find("]:", open);
  if (close == std::string_view::npos || close == open + 2) return {};
  const std::string_view label = text.substr(open + 2, close - open - 2);
  if (label.find_first_of(" \t[]^") != std::string_view::npos) return {};
  return {line.begin, line.begin + close + 2, line.end, label};
}

/// One past the lines that go on with a note: up to a blank one, and paragraphs that are indented.
std::size_t end_of(std::string_view source, std::size_t at) {
  std::size_t end = at;
  bool blank = false;
  while (at < source.size()) {
    const Line line = line_at(source, at);
    const std::string_view text = line.of(source);
    if (!is_blank(text)) {
      if ((blank && !is_indented(text)) || !definition_at(source, line).label.empty()) break;
      end = line.next;
    }
    blank = is_blank(text);
    at = line.next;
  }
  return end;
}

std::vector<Definition> definitions_of(std::string_view source) {
  std::vector<Definition> found;
  bool code = false;
  for (std::size_t at = 0; at < source.size();) {
    const Line line = line_at(source, at);
    if (is_fence(line.of(source))) code = !code;
    Definition one = code ? Definition{} : definition_at(source, line);
    at = line.next;
    if (one.label.empty()) continue;
    one.end = at = end_of(source, line.next);
    found.push_back(one);
  }
  return found;
}

/// Where the body first refers to each label.
std::unordered_map<std::string_view, std::size_t> references_in(std::string_view body) {
  std::unordered_map<std::string_view, std::size_t> first;
  for (std::size_t at = body.find("[^"); at < body.size(); at = body.find("[^", at + 2)) {
    const std::size_t close = body.substr(0, at + longest_label).find(']', at);
    if (close != std::string_view::npos) first.emplace(body.substr(at + 2, close - at - 2), at);
  }
  return first;
}

}  // namespace

MarkdownNotes markdown_notes(std::string_view source) {
  MarkdownNotes result;
  if (source.find("[^") == std::string_view::npos) return result;
  const std::vector<Definition> found = definitions_of(source);
  if (found.empty()) return result;
  result.body = source;
  for (const Definition& one : found)
    for (std::size_t at = one.begin; at < one.end; ++at)
      if (source[at] != '\n' && source[at] != '\r') result.body[at] = ' ';
  std::vector<std::pair<std::size_t, const Definition*>> order;
  const auto references = references_in(result.body);
  for (const Definition& one : found) {
    const auto reference = references.find(one.label);
    order.emplace_back(reference == references.end() ? source.size() : reference->second, &one);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [place, one] : order) {
    const bool number = std::all_of(one->label.begin(), one->label.end(), ascii::is_digit);
    result.notes.push_back(
        {number ? std::string(one->label) : std::to_string(result.notes.size() + 1),
         source.substr(one->content, one->end - one->content)});
  }
  return result;
}

}  // namespace attache
