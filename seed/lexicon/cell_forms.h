// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attache {

/// "danube-commission": lower-case letters and digits, joined by single hyphens.
bool is_slug(std::string_view text);

/// Between so many capitals: "2..3".
bool is_code(std::string_view text, std::string_view range);

bool is_year(std::string_view text);

/// YYYY, YYYY-MM or YYYY-MM-DD, of months and days that there are.
bool is_date(std::string_view text);

/// A number that lies within "from..to"; nothing where it is none or lies outside.
std::optional<double> number_within(std::string_view text, std::string_view range);

/// Has a letter or a digit, and is more than an article.
bool has_words(std::string_view text);

/// Whether a control character stands in it, a tab too.
bool has_control(std::string_view text);

/// A regular expression of ECMAScript.
bool is_expression(const std::string& text);

}  // namespace attache
