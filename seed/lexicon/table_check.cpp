// SPDX-License-Identifier: MIT
#include "seed/lexicon/table_check.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "seed/lexicon/cell_forms.h"
#include "seed/lexicon/table_rows.h"

namespace attache {
namespace {

using Kind = ColumnRule::Kind;

/// Longer lists of what may stand somewhere are not told.
constexpr std::size_t most_listed = 60;

/// Tables that `attache vocabulary` lists.
constexpr std::array<std::string_view, 8> listed_tables{
    "bodies", "countries", "norms", "themes", "instruments", "roles", "kinds", "offices"};

template <typename Values>
std::string listed(const Values& values) {
  std::string all;
  for (const auto& value : values) all += (all.empty() ? "" : ", ") + std::string(value);
  return all;
}

class TableCheck {
 public:
  TableCheck(const CsvTable& table, std::span<const CsvTable> lexicon,
             std::vector<ColumnRule> rules)
      : table_(table), lexicon_(lexicon), rules_(std::move(rules)) {
    for (const ColumnRule& rule : rules_) at_.push_back(table.column(rule.column));
  }

  void run(bool own_rows_only) {
    for (const CsvRow& row : table_.rows) {
      if (own_rows_only && !row.own) continue;
      row_ = &row;
      for (std::size_t i = 0; i < rules_.size(); ++i) cell(rules_[i], row.cells[at_[i]]);
      key();
      if (table_.name == "countries") two_letters();
    }
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw DataError(table_.place(*row_) + ": " + what);
  }

  void require(bool holds, const ColumnRule& rule, const std::string& value,
               const std::string& what) const {
    if (!holds) fail(rule.column + " '" + value + "' " + what);
  }

  void cell(const ColumnRule& rule, const std::string& value) {
    if (value.empty()) {
      if (!rule.optional) fail(rule.column + " is empty; it takes " + taken(rule));
      return;
    }
    if (has_control(value)) fail(rule.column + " holds a control character; take it out");
    if (!fits(rule, value)) require(false, rule, value, "is not " + taken(rule));
    if (rule.kind == Kind::date && !rule.of.empty()) in_order(rule, value);
    if (rule.kind == Kind::condition) condition(rule, value);
  }

  bool fits(const ColumnRule& rule, const std::string& value) {
    switch (rule.kind) {
      case Kind::word: return has_words(value) && value.find(' ') == std::string::npos;
      case Kind::words: return has_words(value);
      case Kind::slug: return is_slug(value);
      case Kind::code: return is_code(value, rule.of);
      case Kind::year: return is_year(value);
      case Kind::date: return is_date(value);
      case Kind::number: return number_within(value, rule.of).has_value();
      case Kind::whole:
        return number_within(value, rule.of) && value.find_first_of(".eE") == std::string::npos;
      case Kind::one: return is_one(rule, value);
      case Kind::several: return all_parts(value, [&](auto& part) { return is_one(rule, part); });
      case Kind::of: return column(rule.of).contains(value);
      case Kind::list:
        return all_parts(value, [&](auto& part) { return column(rule.of).contains(part); });
      case Kind::form: return is_expression(value);
      default: return true;
    }
  }

  static bool is_one(const ColumnRule& rule, const std::string& value) {
    const auto values = parts_of(rule.of, '|');
    return std::find(values.begin(), values.end(), value) != values.end();
  }

  template <typename Holds>
  static bool all_parts(const std::string& value, Holds holds) {
    const auto parts = parts_of(value, ' ');
    return !parts.empty() && std::all_of(parts.begin(), parts.end(), holds);
  }

  /// In words what a column takes, closed lists in full.
  std::string taken(const ColumnRule& rule) {
    switch (rule.kind) {
      case Kind::text: return "words";
      case Kind::word: return "one word, with a letter or digit";
      case Kind::words: return "words, with letters or digits";
      case Kind::slug: return "a slug: lower-case letters and digits, joined by hyphens";
      case Kind::code:
        return "a code of " + std::string(rule.of == "2..2" ? "two" : "three") + " capital letters";
      case Kind::year: return "a year: 1949";
      case Kind::date: return "a date: 1949, 1949-04 or 1949-04-04";
      case Kind::number: return "a number from " + from_to(rule.of);
      case Kind::whole: return "a whole number from " + from_to(rule.of);
      case Kind::one: return "one of " + listed(parts_of(rule.of, '|'));
      case Kind::several:
        return "some of these, with spaces between: " + listed(parts_of(rule.of, '|'));
      case Kind::of:
      case Kind::list: return entry_of(rule);
      case Kind::pattern: return "a pattern (docs/rules.md)";
      case Kind::form: return "a regular expression of ECMAScript, of at most 200 bytes";
      case Kind::condition: return "a condition (docs/rules.md)";
    }
    return {};
  }

  static std::string from_to(const std::string& range) {
    const std::size_t dots = range.find("..");
    return range.substr(0, dots) + " to " + range.substr(dots + 2);
  }

  std::string entry_of(const ColumnRule& rule) {
    const std::string name = rule.of.substr(0, rule.of.find('.'));
    const auto& values = column(rule.of);
    const std::string what =
        std::string(rule.kind == Kind::list ? "a list, with spaces between, of what " : "what ") +
        name + ".csv has in its column " + rule.of.substr(name.size() + 1);
    if (values.size() <= most_listed) return what + ": " + listed(values);
    const bool can_be_asked =
        std::find(listed_tables.begin(), listed_tables.end(), name) != listed_tables.end();
    return can_be_asked ? what + "; 'attache vocabulary " + name + "' lists it" : what;
  }

  /// What a table has in a column: "bodies.slug".
  const std::set<std::string, std::less<>>& column(const std::string& of) {
    const auto [known, is_new] = columns_.try_emplace(of);
    if (!is_new) return known->second;
    const std::size_t dot = of.find('.');
    const CsvTable& from = table_named(lexicon_, of.substr(0, dot));
    const std::size_t at = from.column(of.substr(dot + 1));
    for (const CsvRow& row : from.rows)
      if (!row.cells[at].empty()) known->second.insert(row.cells[at]);
    return known->second;
  }

  /// A time ends no sooner than it begins, as far as both are known.
  void in_order(const ColumnRule& rule, const std::string& value) const {
    const std::string& first = row_->cells[table_.column(rule.of)];
    const std::size_t known = std::min(first.size(), value.size());
    require(first.substr(0, known) <= value.substr(0, known), rule, value,
            "is before " + rule.of + " '" + first + "'");
  }

  /// What stands once in a file.
  void key() {
    std::string words, names;
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      if (!rules_[i].key) continue;
      words += row_->cells[at_[i]] + '\n';
      names += (names.empty() ? "" : " and ") + rules_[i].column + " '" + row_->cells[at_[i]] + "'";
    }
    if (words.empty()) return;
    const auto [known, is_new] = seen_.try_emplace((row_->own ? "1" : "0") + words, row_->line);
    if (!is_new) fail(names + " stands in line " + std::to_string(known->second) + " already");
  }

  /// Of the states that there are no two share a code of two letters.
  void two_letters() {
    const std::size_t iso3 = table_.column("iso3"), iso2 = table_.column("iso2"),
                      until = table_.column("until"), name = table_.column("name");
    const auto& cells = row_->cells;
    if (cells[iso2].empty() || !cells[until].empty()) return;
    for (const CsvRow& other : table_.rows)
      if (other.cells[iso2] == cells[iso2] && other.cells[until].empty() &&
          other.cells[iso3] != cells[iso3])
        fail("iso2 '" + cells[iso2] + "' is " + other.cells[iso3] + "'s (" + other.cells[name] +
             "); leave it empty, or take one that no state has");
  }

  void condition(const ColumnRule& rule, const std::string& value) {
    const std::size_t colon = std::min(value.find(':'), value.size());
    const std::string name = value.substr(0, colon);
    const std::string given = value.substr(std::min(colon + 1, value.size()));
    if (name == "role" || name == "otherwise")
      return require(colon == value.size(), rule, value, "takes nothing behind a colon");
    if (name == "before" || name == "since")
      return require(is_year(given), rule, value, "needs a year: " + name + ":1990");
    if (name == "country")
      return require(given_of(given, "countries.iso3"), rule, value,
                     "needs codes of countries.csv with spaces between: country:KEN UGA");
    if (name == "document" || name == "article")
      return require(given_of(given, "bodies.slug"), rule, value,
                     "needs slugs of bodies.csv with spaces between: " + name + ":nato");
    if (name == "near" || name == "followed" || name == "preceded")
      return require(has_words(given), rule, value, "needs words: " + name + ":trade|tariffs");
    require(false, rule, value,
            "is none of role, document:SLUG, article:SLUG, country:ISO3, near:WORDS, "
            "followed:WORDS, preceded:WORDS, before:YEAR, since:YEAR and otherwise");
  }

  bool given_of(const std::string& given, const std::string& of) {
    return all_parts(given, [&](auto& part) { return column(of).contains(part); });
  }

  const CsvTable& table_;
  std::span<const CsvTable> lexicon_;
  std::vector<ColumnRule> rules_;
  std::vector<std::size_t> at_;  ///< of each rule's column
  const CsvRow* row_ = nullptr;
  std::map<std::string, std::set<std::string, std::less<>>> columns_;
  std::map<std::string, std::size_t> seen_;  ///< keys and their lines
};

}  // namespace

void check_table(const CsvTable& table, bool own_rows_only, std::span<const CsvTable> lexicon,
                 const std::vector<ColumnRule>& rules) {
  TableCheck(table, lexicon, rules_of(rules, table.name)).run(own_rows_only);
}

}  // namespace attache
