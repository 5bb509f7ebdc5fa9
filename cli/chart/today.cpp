// SPDX-License-Identifier: MIT
#include "cli/chart/today.h"

#include <charconv>
#include <cstdint>
#include <ctime>

namespace attache {

namespace {

/// That time in UTC as strftime() writes it.
std::string written(const Environment& environment, const char* format) {
  std::time_t seconds = std::time(nullptr);
  if (const auto epoch = environment("SOURCE_DATE_EPOCH")) {
    std::int64_t given = 0;
    const char* end = epoch->data() + epoch->size();
    const auto read = std::from_chars(epoch->data(), end, given);
    if (read.ec == std::errc() && read.ptr == end) seconds = static_cast<std::time_t>(given);
  }
  std::tm parts{};
  if (::gmtime_r(&seconds, &parts) == nullptr) return "";
  char text[64];
  return {text, std::strftime(text, sizeof text, format, &parts)};
}

}  // namespace

std::string today(const Environment& environment) { return written(environment, "%Y-%m-%d"); }

std::string now(const Environment& environment) {
  return written(environment, "%Y-%m-%dT%H:%M:%SZ");
}

}  // namespace attache
