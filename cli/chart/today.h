// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/session.h"

namespace attache {

/// The day in UTC as YYYY-MM-DD; that of SOURCE_DATE_EPOCH where it is set, so that what is made
/// twice is the same.
std::string today(const Environment& environment);

/// The second in UTC as YYYY-MM-DDTHH:MM:SSZ, of the same time.
std::string now(const Environment& environment);

}  // namespace attache
