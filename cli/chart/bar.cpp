// SPDX-License-Identifier: MIT
#include "cli/chart/bar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace attache {
namespace {

constexpr std::array<std::string_view, 8> parts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

bool names_utf8(std::string locale) {
  std::transform(locale.begin(), locale.end(), locale.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
}

}  // namespace

std::string bar(double share, std::size_t width, bool ascii) {
  if (!(share > 0)) return "";
  const std::size_t per_column = ascii ? 1 : parts.size();
  const double exact = std::min(share, 1.0) * static_cast<double>(width * per_column);
  const auto units = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(exact)));
  std::string out;
  for (std::size_t i = 0; i < units / per_column; ++i) out += ascii ? "#" : "█";
  return out + std::string(parts[units % per_column]);
}

bool ascii_only(const Environment& environment) {
  if (environment("TERM").value_or("") == "dumb") return true;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (const auto locale = environment(name)) return !names_utf8(*locale);
  return true;
}

}  // namespace attache
