// SPDX-License-Identifier: MIT
#include "cli/report/overview.h"
#include "cli/output/joined.h"

#include <algorithm>

#include "cli/chart/scale.h"
#include "cli/report/charts.h"
#include "cli/report/row_columns.h"
#include "cli/report/row_kind.h"

namespace attache {
namespace {

/// A word as a shell takes it.
std::string shell_word(const std::string& word) {
  const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c >= 0x80 ||
           std::string_view("-_./,:=").find(static_cast<char>(c)) != std::string_view::npos;
  });
  if (plain) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

void entry(HtmlWriter& html, std::string_view name, std::string_view value) {
  html.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>\n");
}

std::string versions(const Tallies& tallies) {
  std::vector<std::string> names;
  for (const Tally& one : tallies.first) names.push_back(one.value);
  if (static_cast<std::size_t>(tallies.values) > names.size()) names.push_back("and others");
  return names.empty() ? "not known" : joined(names, ", ");
}

std::string percent(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return "";
  return short_number(100.0 * static_cast<double>(part) / static_cast<double>(whole), 1) + " %";
}

/// "1964 to 2024; none of 2013, 2015-2017".
std::string year_words(const std::vector<YearCount>& years) {
  std::string missing;
  for (std::size_t i = 1; i < years.size(); ++i) {
    const int from = years[i - 1].year + 1, to = years[i].year - 1;
    if (from > to) continue;
    missing += (missing.empty() ? "" : ", ") + std::to_string(from);
    if (to > from) missing += "-" + std::to_string(to);
  }
  std::string words = std::to_string(years.front().year);
  if (years.size() > 1) words += " to " + std::to_string(years.back().year);
  return missing.empty() ? words : words + "; none of " + missing;
}

/// A table of values, how many documents have each, and a bar of their share.
void write_tally(HtmlWriter& html, const std::string& id, const std::string& what,
                 const std::string& column, const Tallies& tallies, std::int64_t documents,
                 bool with_rows) {
  const auto told = static_cast<std::int64_t>(tallies.first.size());
  std::string caption = what + ", most documents first";
  if (told < tallies.values)
    caption += ": " + std::to_string(told) + " of " + grouped_number(tallies.values);
  open_table(html, id, caption);
  html.raw("<thead><tr><th scope=\"col\">").text(column);
  html.raw("</th><th scope=\"col\" class=\"number\">Documents</th>");
  if (with_rows) html.raw("<th scope=\"col\" class=\"number\">Rows</th>");
  html.raw("<th scope=\"col\">Share of documents</th></tr></thead>\n<tbody>\n");
  for (const Tally& one : tallies.first) {
    html.raw("<tr><th scope=\"row\">").text(one.name);
    if (one.name != one.value) html.raw(" <code>").text(one.value).raw("</code>");
    html.raw("</th><td class=\"number\">").raw(grouped_number(one.documents)).raw("</td>");
    if (with_rows) html.raw("<td class=\"number\">").raw(grouped_number(one.rows)).raw("</td>");
    html.raw("<td class=\"share\">").raw(percent(one.documents, documents));
    html.raw(bar_svg(static_cast<double>(one.documents) / static_cast<double>(documents)));
    html.raw("</td></tr>\n");
  }
  html.raw("</tbody>\n");
  close_table(html);
}

void write_rows_by_table(HtmlWriter& html, const ReportFacts& facts) {
  open_table(html, "rows-by-table", "Rows by table");
  html.raw(
      "<thead><tr><th scope=\"col\">Table</th><th scope=\"col\">What it holds</th>"
      "<th scope=\"col\" class=\"number\">Rows</th>"
      "<th scope=\"col\" class=\"number\">Documents that have one</th></tr></thead>\n<tbody>\n");
  for (const TableFacts& table : facts.tables) {
    const TableInfo& info = *find_table(row_kinds[table.kind].table);
    html.raw("<tr><th scope=\"row\"><a href=\"#").raw(info.name).raw("\">").raw(info.name);
    html.raw("</a></th><td>").text(info.help).raw("</td><td class=\"number\">");
    html.raw(grouped_number(table.count.rows)).raw("</td><td class=\"number\">");
    html.raw(grouped_number(table.count.documents)).raw("</td></tr>\n");
  }
  html.raw("</tbody>\n");
  close_table(html);
}

}  // namespace

void write_asked(HtmlWriter& html, const ReportQuestion& question, const ReportFacts& facts,
                 const PageWords& words) {
  html.raw("<section aria-labelledby=\"asked\">\n<h2 id=\"asked\">What was asked</h2>\n<dl>\n");
  entry(html, "Filters", question.words);
  entry(html, "Documents",
        grouped_number(facts.documents.rows) + " that these filters let through");
  if (facts.countries.values == 1) entry(html, "Country", facts.countries.first.front().name);
  if (!facts.years.empty()) entry(html, "Years", year_words(facts.years));
  entry(html, "Knowledge base", words.source);
  entry(html, "Made on", words.date);
  std::string made = "attache " ATTACHE_VERSION;
  if (facts.documents.rows > 0)
    made += "; the rows are of engine " + versions(facts.engines) + ", lexicon " +
            versions(facts.lexicons);
  entry(html, "Versions", made);
  std::string command = "attache report";
  for (const std::string& word : question.command) command += " " + shell_word(word);
  html.raw("<div><dt>Command</dt><dd><code>").text(command).raw("</code></dd></div>\n");
  html.raw("</dl>\n</section>\n");
}

void write_counts(HtmlWriter& html, const ReportFacts& facts) {
  html.raw("<section aria-labelledby=\"counts\">\n<h2 id=\"counts\">Counts</h2>\n");
  write_rows_by_table(html, facts);
  html.raw("<div class=\"tallies\">\n");
  if (facts.countries.values > 1)
    write_tally(html, "by-country", "Countries", "Country", facts.countries, facts.documents.rows,
                false);
  for (const TableFacts& table : facts.tables) {
    if (table.tallies.values == 0) continue;
    const RowKind& kind = row_kinds[table.kind];
    write_tally(html, "by-" + std::string(kind.table),
                column_words(kind.table) + " by " + std::string(kind.counts),
                column_words(kind.counts), table.tallies, facts.documents.rows, true);
  }
  html.raw("</div>\n</section>\n");
  html.checkpoint();
}

void write_charts(HtmlWriter& html, const ReportFacts& facts, const PageWords& words) {
  if (!has_charts(facts)) return;
  const std::string source = "attache, " + words.source + ", " + words.date;
  html.raw("<section aria-labelledby=\"charts\">\n<h2 id=\"charts\">Over time</h2>\n");
  html.raw("<div class=\"charts\">\n");
  if (has_documents_chart(facts)) write_chart(html, documents_chart(facts, source));
  for (const TableFacts& table : facts.tables)
    if (!table.trend.series.empty()) write_chart(html, trends_chart(facts, table, source));
  html.raw("</div>\n</section>\n");
}

}  // namespace attache
