// SPDX-License-Identifier: MIT
#include "seed/read/markdown_tags.h"

#include <algorithm>
#include <array>

#include "seed/text/ascii.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 30> inline_elements = {
    "a",    "abbr",  "b",    "bdi",    "bdo",    "big", "cite", "code", "del", "dfn",
    "em",   "font",  "i",    "img",    "ins",    "kbd", "label", "mark", "q",  "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup",  "time", "tt",  "u"};

constexpr std::array<std::string_view, 3> striking_elements = {"del", "s", "strike"};

template <std::size_t size>
bool among(const std::array<std::string_view, size>& elements, std::string_view element) {
  return std::find(elements.begin(), elements.end(), element) != elements.end();
}

}  // namespace

std::string element_of(std::string_view tag) {
  std::string name;
  for (const char byte : tag.substr(tag.substr(0, 2) == "</" ? 2 : 1)) {
    if ((byte | 0x20) < 'a' || (byte | 0x20) > 'z') break;
    name += static_cast<char>(byte | 0x20);
  }
  return name;
}

bool is_inline_element(std::string_view element) { return among(inline_elements, element); }

bool strikes_out(std::string_view element, std::string_view behind) {
  constexpr std::size_t farthest = 2000;  // bytes: each opening tag looks for its end
  if (!among(striking_elements, element)) return false;
  behind = behind.substr(0, farthest);
  const std::string paragraph = ascii::lower_case(behind.substr(0, behind.find("\n\n")));
  return paragraph.find("</" + std::string(element) + ">") != std::string::npos;
}

}  // namespace attache
