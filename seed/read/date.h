// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// Whether this is a date of ISO 8601 to the day, month or year (2005-09-17, 2005-09, 2005) that
/// the calendar has.
bool is_iso_date(std::string_view text);

/// Whether it is written as a day of ISO 8601, and the calendar has none such: 2005-06-31.
bool is_outside_calendar(std::string_view text);

/// Whether a date of ISO 8601 says more of the other: a day of that month or year, a month of that
/// year. Nothing is more precise than no date.
bool is_more_precise(std::string_view date, std::string_view other);

/// A date as files write it, as ISO 8601 to the precision known: 2005-09-17T10:00:00Z, 20050917,
/// 2005/9/17, D:20050917101500 (PDF), 17 September 2005, September 17th, 2005, September 2005,
/// 17.9.2005, 17/9/2005, 17-9-2005, 17.IX.2005. Empty where it is none of these, and for 03/04/2005
/// and 03-04-2005, which two readers read differently.
std::string iso_date(std::string_view text);

}  // namespace attache
