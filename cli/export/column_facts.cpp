// SPDX-License-Identifier: MIT
#include "cli/export/column_facts.h"

#include <algorithm>
#include <string_view>

#include "cli/output/cell.h"

namespace attache {
namespace {

/// Whether the text looks like the form, in which 0 stands for a digit and x for one of sixteen.
bool looks_like(std::string_view text, std::string_view form) {
  const auto fits = [](char c, char wanted) {
    const bool digit = c >= '0' && c <= '9';
    if (wanted == '0') return digit;
    return wanted == 'x' ? digit || (c >= 'a' && c <= 'f') : c == wanted;
  };
  return std::equal(text.begin(), text.end(), form.begin(), form.end(), fits);
}

constexpr std::string_view year_form = "0000", month_form = "0000-00", day_form = "0000-00-00",
                           second_form = "0000-00-00T00:00:00Z";

}  // namespace

void ColumnFacts::see(const Cell& cell) {
  const std::string_view* text = text_of(cell);
  if (std::holds_alternative<std::monostate>(cell) || (text != nullptr && text->empty())) {
    empty_ = true;
    return;
  }
  if (text == nullptr) return;
  if (!values_.empty() && std::find(values_.begin(), values_.end(), *text) == values_.end())
    strays_ = true;
  if (kind_ == "year") misformed_ = misformed_ || !looks_like(*text, year_form);
  if (kind_ == "datetime") misformed_ = misformed_ || !looks_like(*text, second_form);
  if (kind_ == "sha256") misformed_ = misformed_ || !looks_like(*text, std::string(64, 'x'));
  if (kind_ != "partial-date") return;
  if (looks_like(*text, year_form)) years_ = true;
  else if (looks_like(*text, month_form)) months_ = true;
  else if (looks_like(*text, day_form)) days_ = true;
  else misformed_ = true;
}

std::string ColumnFacts::precision() const {
  if (misformed_ || int{years_} + int{months_} + int{days_} != 1) return {};
  return days_ ? "date" : months_ ? "yearmonth" : "year";
}

std::vector<ColumnFacts> facts_of_columns(const StoredTable& table) {
  return {table.columns.begin(), table.columns.end()};
}

std::string pattern_of(const std::string& kind) {
  if (kind == "partial-date") return "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
  return kind == "sha256" ? "[0-9a-f]{64}" : "";
}

}  // namespace attache
