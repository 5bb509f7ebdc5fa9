// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace attache {

/// The marks of an axis from 0, evenly apart at 1, 2 or 5 times a power of ten; the last is not
/// below `largest`. At least two.
std::vector<double> ticks_to(double largest);

/// Which periods are named on the axis: all of a few, else those at whole multiples of 2, 5, 10,
/// ... periods, by their years where they are years or decades. At most `most`; indexes in order.
std::vector<std::size_t> named_periods(const std::vector<std::string>& periods, std::size_t most);

/// A number with at most `decimals` decimals and no zeros at its end, whatever the locale.
std::string short_number(double value, int decimals);

}  // namespace attache
