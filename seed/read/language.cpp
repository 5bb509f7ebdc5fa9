// SPDX-License-Identifier: MIT
#include "seed/read/language.h"

#include <algorithm>

#include "seed/read/metadata_keys.h"
#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

using ascii::is_lower;

/// "en" of "eng" and "english"; empty for what is neither.
std::string code_of(const std::string& low) {
  const WordList& codes = word_list("language");
  if (codes.contains(low)) return low;
  const auto named = std::find_if(codes.begin(), codes.end(), [&](const std::string& code) {
    return word_list("language " + code).contains(low);
  });
  return named == codes.end() ? std::string() : *named;
}

/// Of the parts behind the language a script has a capital, and a region is all capitals.
std::string part_of_tag(std::string part) {
  const bool region = part.size() == 2, script = part.size() == 4;
  for (std::size_t i = 0; i < part.size(); ++i)
    if (is_lower(part[i]) && (region || (script && i == 0)))
      part[i] = static_cast<char>(part[i] - 'a' + 'A');
  return part;
}

}  // namespace

std::string language_tag(std::string_view language) {
  const std::string given = on_one_line(language), low = ascii::lower_case(given);
  if (std::string code = code_of(low); !code.empty()) return code;
  const std::size_t first = low.find_first_of("-_");
  if (first == std::string::npos || low.find(' ') != std::string::npos) return given;
  std::string tag = code_of(low.substr(0, first));
  if (tag.empty()) return given;
  for (std::size_t at = first + 1; at <= low.size();) {
    const std::size_t end = std::min(low.find_first_of("-_", at), low.size());
    if (end > at) tag += "-" + part_of_tag(low.substr(at, end - at));
    at = end + 1;
  }
  return tag;
}

}  // namespace attache
