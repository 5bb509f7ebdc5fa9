// SPDX-License-Identifier: MIT
#include "cli/chart/scale.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace attache {
namespace {

constexpr double most_steps = 6;

/// 1, 2, 5, 10, 20, ... : the first of them, times `unit`, that takes at most most_steps steps.
double step_for(double largest) {
  double power = std::pow(10.0, std::floor(std::log10(largest)) - 1);
  while (true) {
    for (const double factor : {1.0, 2.0, 5.0})
      if (largest / (factor * power) <= most_steps) return factor * power;
    power *= 10;
  }
}

/// The number that a period begins with, e.g. 1990 of "1990s"; its index where it has none.
std::vector<std::int64_t> numbers_of(const std::vector<std::string>& periods) {
  std::vector<std::int64_t> numbers;
  for (const std::string& period : periods) {
    std::int64_t number = 0;
    const auto read = std::from_chars(period.data(), period.data() + period.size(), number);
    if (read.ec != std::errc()) break;
    numbers.push_back(number);
  }
  const std::int64_t step = numbers.size() > 1 ? numbers[1] - numbers[0] : 1;
  const bool usable = numbers.size() == periods.size() && step > 0;
  for (std::size_t i = 0; usable && i < numbers.size(); ++i) numbers[i] /= step;
  if (usable) return numbers;
  numbers.clear();
  for (std::size_t i = 0; i < periods.size(); ++i) numbers.push_back(static_cast<std::int64_t>(i));
  return numbers;
}

}  // namespace

std::vector<double> ticks_to(double largest) {
  if (!std::isfinite(largest) || largest <= 0) return {0, 1};
  const double step = step_for(largest);
  std::vector<double> ticks{0};
  // The last mark may be missed by a rounding.
  for (int i = 1; ticks.back() < largest - step * 1e-9; ++i) ticks.push_back(i * step);
  return ticks;
}

std::vector<std::size_t> named_periods(const std::vector<std::string>& periods, std::size_t most) {
  const std::vector<std::int64_t> numbers = numbers_of(periods);
  for (std::int64_t power = 1;; power *= 10) {
    for (const std::int64_t factor : {1, 2, 5}) {
      std::vector<std::size_t> named;
      for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i] % (factor * power) == 0) named.push_back(i);
      if (named.size() <= std::max<std::size_t>(most, 1)) return named;
    }
  }
}

std::string short_number(double value, int decimals) {
  char buffer[64];
  const auto written =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals);
  if (written.ec != std::errc()) return "0";
  std::string text(buffer, written.ptr);
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace attache
