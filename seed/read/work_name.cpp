// SPDX-License-Identifier: MIT
#include "seed/read/work_name.h"

#include <algorithm>
#include <string_view>

#include "seed/read/title_lines.h"
#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache {

using ascii::is_digit;
using ascii::is_letter;
using ascii::lower_case;

namespace {

bool has_file_ending(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || text[dot - 1] == ' ') return false;
  return word_list("ending").contains(text.substr(dot + 1));
}

/// One word as files are called and titles are not: "speech_final_v2", "N0425197", "25-10739".
bool is_file_stem(std::string_view title) {
  if (title.find(' ') != std::string_view::npos) return false;
  const bool lower_case =
      std::any_of(title.begin(), title.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool symbol = !lower_case && title.find('/') != std::string_view::npos;
  const bool digit = std::any_of(title.begin(), title.end(), is_digit);
  return !symbol && (digit || title.find_first_of("_\\/") != std::string_view::npos);
}

/// A folder on a disk stands before it.
bool has_drive(std::string_view title) {
  return title.size() > 2 && is_letter(title[0]) && title.substr(1, 2) == ":\\";
}

}  // namespace

bool is_stand_in(const std::string& title) {
  const std::string low = lower_case(title);
  const std::string_view bare =
      std::string_view(low).substr(0, low.find_last_not_of(" -_.()#0123456789") + 1);
  return word_list("whole").contains(low) || word_list("whole").contains(bare) ||
         begins_with_any(low, "begin") || has_file_ending(low) || has_drive(title) ||
         is_file_stem(title);
}

}  // namespace attache
