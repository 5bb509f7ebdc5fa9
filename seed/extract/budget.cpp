// SPDX-License-Identifier: MIT
#include "seed/extract/budget.h"

#include <cstdio>
#include <ctime>
#include <limits>
#include <string>

namespace attache {
namespace {

constexpr double base_seconds = 60;
constexpr double seconds_per_megabyte = 10;

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::string words(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", seconds);
  return text;
}

}  // namespace

Budget::Budget(std::optional<double> seconds, std::size_t text_bytes, std::function<bool()> give_up)
    : seconds_(seconds.value_or(base_seconds +
                                seconds_per_megabyte * static_cast<double>(text_bytes) / 1e6)),
      end_(seconds_ > 0 ? thread_seconds() + seconds_ : std::numeric_limits<double>::infinity()),
      give_up_(std::move(give_up)) {}

void Budget::look() const {
  if (give_up_ && give_up_()) throw BudgetStopped();
  if (thread_seconds() > end_)
    throw BudgetError("takes more than " + words(seconds_) +
                      " s to extract: say --max-document-seconds to allow more");
}

}  // namespace attache
