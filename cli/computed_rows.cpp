// SPDX-License-Identifier: MIT
#include "cli/computed_rows.h"

#include <algorithm>

#include "cli/column_name.h"
#include "cli/error.h"
#include "cli/output/cell.h"
#include "cli/row_flags.h"
#include "schema/fold.h"
#include "schema/nearest.h"

namespace attache {
namespace {

constexpr const char* rows_group = "Rows and columns";

bool is_in_groups(const ComputedRowFlags& flags) { return !flags.count_by.empty(); }

/// `offered`, with what is made of a date besides.
std::vector<ColumnInfo> with_periods(std::vector<ColumnInfo> offered) {
  const auto has = [&](std::string_view name) {
    return std::any_of(offered.begin(), offered.end(),
                       [&](const ColumnInfo& column) { return column.name == name; });
  };
  if (!has("date")) return offered;
  if (!has("year")) offered.push_back({"year", ColumnType::integer});
  if (!has("decade")) offered.push_back({"decade"});
  return offered;
}

void refuse_contradictions(const ComputedRowFlags& flags) {
  if (flags.count && is_in_groups(flags))
    throw UsageError("--count and --count-by don't go together; give one");
}

}  // namespace

void add_computed_row_flags(CLI::App& app, ComputedRowFlags& flags, const std::string& columns,
                            bool sorts) {
  add_columns_option(
      app, "--columns", flags.columns,
      "Columns to show, of " + columns + "; or all (the default but in table and markdown)")
      ->group(rows_group);
  if (sorts) {
    app.add_option("--sort", flags.sort, "Sort by this column")
        ->type_name("COLUMN")
        ->transform(column_name())
        ->group(rows_group);
    app.add_flag("--reverse", flags.reverse, "Reverse the order")->group(rows_group);
  }
  app.add_option("-n,--limit", flags.limit, "At most N rows")->type_name("N")->group(rows_group);
  app.add_option("--offset", flags.offset, "Skip the first N rows")
      ->type_name("N")
      ->group(rows_group);
  require_row_numbers(app);
  app.add_flag("--count", flags.count, "Print only how many rows there are")->group(rows_group);
  add_columns_option(app, "--count-by", flags.count_by,
                     "How many rows have each value of these columns")
      ->group(rows_group);
  app.add_flag("-e,--exit-status", flags.exit_status, "Exit 1 where there is no row")
      ->group(rows_group);
  add_output_flags(app, flags.output);
}

ComputedRows::ComputedRows(const ComputedRowFlags& flags, Session& session,
                           std::vector<ColumnInfo> offered, std::span<const std::string_view> usual,
                           std::string_view whose, const std::string& open,
                           const std::string& close)
    : flags_(flags),
      session_(session),
      offered_(with_periods(offered)),
      given_(offered.size()),
      whose_(whose) {
  refuse_contradictions(flags);
  for (const std::string& name : flags.count_by) {
    const std::size_t place = place_of(name);
    if (std::find(keys_.begin(), keys_.end(), place) == keys_.end()) keys_.push_back(place);
  }
  for (std::size_t i = 0; i < given_; ++i)
    if (offered_[i].name == "document") document_ = i;
  printed_ = std::move(offered);
  std::vector<std::string_view> shown(usual.begin(), usual.end());
  if (is_in_groups(flags)) {
    printed_.clear();
    for (const std::size_t place : keys_) {
      printed_.push_back(offered_[place]);
      if (printed_.back().type == ColumnType::list) printed_.back().type = ColumnType::text;
    }
    const bool taken = std::any_of(printed_.begin(), printed_.end(),
                                   [](const ColumnInfo& one) { return one.name == "rows"; });
    printed_.push_back({taken ? "entries" : "rows", ColumnType::integer});
    if (document_) printed_.push_back({"documents", ColumnType::integer});
    shown.clear();
    for (const ColumnInfo& column : printed_) shown.emplace_back(column.name);
  }
  chosen_.emplace(printed_, flags.columns, shown, is_for_people(flags.output, session), whose);
  if (!flags.sort.empty()) ChosenColumns(printed_, {flags.sort}, {}, false, whose);
  OutputFlags output = flags.output;
  output.leave_out = flags.columns.empty() && !is_in_groups(flags);
  writer_ = make_writer(output, session, open, close);
}

ComputedRows::Kept ComputedRows::kept(const Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return std::string(*text);
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return *integer;
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  return {};
}

std::vector<Cell> ComputedRows::cells_of(const KeptRow& row) {
  std::vector<Cell> cells;
  for (const Kept& one : row) {
    if (const auto* text = std::get_if<std::string>(&one))
      cells.emplace_back(std::string_view(*text));
    else if (const auto* integer = std::get_if<std::int64_t>(&one)) cells.emplace_back(*integer);
    else if (const auto* real = std::get_if<double>(&one)) cells.emplace_back(*real);
    else cells.emplace_back();
  }
  return cells;
}

std::size_t ComputedRows::place_of(const std::string& column) const {
  std::vector<std::string> names;
  for (const ColumnInfo& one : offered_) names.push_back(one.name);
  const auto found = std::find(names.begin(), names.end(), column);
  if (found == names.end())
    throw UsageError(whose_ + " no column '" + column + "'" + suggestion(column, names, names));
  return static_cast<std::size_t>(found - names.begin());
}

bool ComputedRows::row(std::span<const Cell> cells, std::int64_t times) {
  ++seen_;
  if (flags_.count) return true;
  if (is_in_groups(flags_)) {
    group(cells, times);
    return true;
  }
  if (!flags_.sort.empty() || flags_.reverse) {
    KeptRow row;
    for (const Cell& cell : cells) row.push_back(kept(cell));
    rows_.push_back(std::move(row));
    return true;
  }
  print(cells);
  return !flags_.limit || done_ < *flags_.limit;
}

/// Adds the row to its groups: to one for each item of a list.
void ComputedRows::group(std::span<const Cell> cells, std::int64_t times) {
  std::vector<KeptRow> rows{{}};
  for (const std::size_t place : keys_) {
    std::vector<Kept> values;
    if (place >= given_) {
      const std::string_view* date = text_of(cells[place_of("date")]);
      const bool year = offered_[place].type == ColumnType::integer;
      if (date == nullptr || date->size() < 4) values.emplace_back();
      else if (year) values.emplace_back(static_cast<std::int64_t>(std::stoll(std::string(*date))));
      else values.emplace_back(std::string(date->substr(0, 3)) + "0s");
    } else if (const auto* text = text_of(cells[place]);
               text != nullptr && offered_[place].type == ColumnType::list) {
      for (std::string& item : list_items(*text).value_or(std::vector<std::string>{}))
        values.emplace_back(std::move(item));
      if (values.empty()) values.emplace_back();
    } else {
      values.push_back(kept(cells[place]));
    }
    std::vector<KeptRow> longer;
    for (const KeptRow& row : rows)
      for (const Kept& value : values) {
        longer.push_back(row);
        longer.back().push_back(value);
      }
    rows = std::move(longer);
  }
  for (const KeptRow& row : rows) {
    Group& group = groups_[row];
    group.rows += times;
    if (!document_) continue;
    const auto* document = text_of(cells[*document_]);
    if (document == nullptr || *document == group.last_document) continue;
    group.last_document = *document;
    group.documents.insert(group.last_document);
  }
}

/// The largest first; the others by their values, a missing one last.
std::vector<ComputedRows::KeptRow> ComputedRows::grouped() const {
  std::vector<KeptRow> rows;
  for (const auto& [keys, group] : groups_) {
    rows.push_back(keys);
    rows.back().emplace_back(group.rows);
    if (document_) rows.back().emplace_back(static_cast<std::int64_t>(group.documents.size()));
  }
  const std::size_t count = keys_.size();
  std::sort(rows.begin(), rows.end(), [&](const KeptRow& x, const KeptRow& y) {
    const auto size = std::get<std::int64_t>(x[count]), other = std::get<std::int64_t>(y[count]);
    if (size != other) return size > other;
    return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end(), &comes_before);
  });
  return rows;
}

bool ComputedRows::comes_before(const Kept& x, const Kept& y) {
  return is_known(x) && is_known(y) ? x < y : is_known(x) && !is_known(y);
}

void ComputedRows::sort(std::vector<KeptRow>& rows) const {
  if (flags_.sort.empty()) {
    if (flags_.reverse) std::reverse(rows.begin(), rows.end());
    return;
  }
  std::size_t place = 0;
  while (printed_[place].name != flags_.sort) ++place;
  const auto key = [&](const KeptRow& row) {
    const auto* text = std::get_if<std::string>(&row[place]);
    return text == nullptr ? row[place] : Kept(fold(*text));
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const KeptRow& x, const KeptRow& y) {
    const bool turned = flags_.reverse && is_known(x[place]) && is_known(y[place]);
    return turned ? comes_before(key(y), key(x)) : comes_before(key(x), key(y));
  });
}

void ComputedRows::begin() {
  if (!begun_) writer_->begin(chosen_->columns());
  begun_ = true;
}

void ComputedRows::print(std::span<const Cell> cells) {
  if (flags_.limit && done_ >= *flags_.limit) return;
  if (seen_ <= flags_.offset) return;
  begin();
  chosen_->write(*writer_, cells);
  ++done_;
}

std::uint64_t ComputedRows::end() {
  if (flags_.count) {
    append_number(session_.out.text(), seen_);
    session_.out.append("\n");
    return seen_;
  }
  if (is_in_groups(flags_)) rows_ = grouped();
  if (!rows_.empty()) {
    sort(rows_);
    seen_ = 0;
    for (const KeptRow& row : rows_) {
      ++seen_;
      print(cells_of(row));
    }
  }
  begin();
  writer_->end();
  if (done_ > 0 || seen_ == 0) return done_;
  tell_left_out(session_, flags_.limit, flags_.offset);
  return seen_;
}

}  // namespace attache
