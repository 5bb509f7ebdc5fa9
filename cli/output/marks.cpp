// SPDX-License-Identifier: MIT
#include "cli/output/marks.h"

namespace attache {
namespace {

constexpr std::string_view bold_on = "\x1b[1m";
constexpr std::string_view bold_off = "\x1b[22m";

/// Calls what belongs to each piece of the text, in order.
template <class Plain, class Open, class Close>
void walk(std::string_view text, const Plain& plain, const Open& open, const Close& close) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at + mark_open.size() <= text.size();) {
    const std::string_view here = text.substr(at, mark_open.size());
    if (here != mark_open && here != mark_close) {
      ++at;
      continue;
    }
    plain(text.substr(begin, at - begin));
    here == mark_open ? open() : close();
    begin = at += mark_open.size();
  }
  plain(text.substr(begin));
}

}  // namespace

std::string replace_marks(std::string_view text, std::string_view open, std::string_view close) {
  std::string out;
  walk(
      text, [&](std::string_view plain) { out += plain; }, [&] { out += open; },
      [&] { out += close; });
  return out;
}

std::string embolden(std::string_view line, bool& bold) {
  std::string out(bold ? bold_on : "");
  walk(
      line, [&](std::string_view plain) { out += plain; },
      [&] {
        if (!bold) out += bold_on;
        bold = true;
      },
      [&] {
        if (bold) out += bold_off;
        bold = false;
      });
  if (bold) out += bold_off;
  return out;
}

}  // namespace attache
