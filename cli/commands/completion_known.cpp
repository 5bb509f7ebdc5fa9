// SPDX-License-Identifier: MIT
// What the scripts ask a knowledge base.
#include "cli/commands/completion_words.h"
#include "schema/amendments.h"
#include "schema/review_rows.h"

namespace attache {
namespace {

/// "COLUMN=" and, behind it, the values that the column can have.
std::vector<KnownAsk> amendments() {
  std::vector<KnownAsk> all;
  std::vector<std::string> columns;
  for (const AmendableColumn& column : amendable_columns()) {
    const std::string before = std::string(column.name) + "=";
    columns.push_back(before);
    const std::string with_column = "sed 's/^/" + before + "/'";
    if (!column.vocabulary.empty())
      all.push_back({"vocabulary " + std::string(column.vocabulary) + " --columns slug",
                     with_column, before + "*"});
    for (const std::string_view value : column.values)
      all.push_back({"", "echo " + before + std::string(value), before + "*"});
  }
  all.push_back({"", "printf '%s\\n' " + joined_words(columns), "!*=*"});
  return all;
}

}  // namespace

std::vector<std::pair<std::string, std::vector<KnownAsk>>> known_sources() {
  const auto slugs = [](const std::string& name) {
    return KnownAsk{"vocabulary " + name + " --columns slug"};
  };
  // A country has too many names to be offered all of them before a letter is typed.
  const KnownAsk country_names{"vocabulary countries --columns name", "", "?*"};
  const std::vector<KnownAsk> countries{slugs("countries"), country_names};
  const KnownAsk documents{"documents --columns document"};
  std::vector<KnownAsk> references{documents};
  std::vector<KnownAsk> rows{{"documents --columns document", "sed 's,$,/,'", "!*/*"}};
  for (const std::string& table : judged_table_names())
    for (auto* list : {&references, &rows})
      list->push_back({table + " --document @D --with-rejected --columns ref", "", "*/*"});
  return {{"documents", {documents}},
          {"references", references},
          {"rows", rows},
          {"decided", {{"review list --columns ref"}}},
          {"reviewers", {{"review list --columns by", "sort -u"}}},
          {"samples", {{"review precision", "cut -f1"}}},
          {"organizations", {{"organizations --distinct name"}}},
          {"leaders", {{"leaders --distinct name"}}},
          {"polarities", {{"", "printf '%s\\n' upheld breach-condemned"}}},
          {"countries", countries},
          {"actors", {slugs("countries"), country_names, slugs("bodies")}},
          {"sides", {slugs("countries"), country_names, documents}},
          {"metadata",
           {{"vocabulary metadata --columns slug", "sed 's/$/=/'", "!*=*"},
            {"sql \"SELECT DISTINCT key || '=' || value FROM document_metadata\"", "", "*=*"}}},
          {"amendments", amendments()},
          {"*", {{"vocabulary \"$1\" --columns slug"}}}};
}

std::string known_function() {
  std::string out = "_attache_known() {\n  local document=${2%%/*}\n  case $1 in\n";
  for (const auto& [source, asks] : known_sources()) {
    out += "    (" + source + ")\n";
    for (const KnownAsk& ask : asks) {
      std::string command;
      if (!ask.arguments.empty()) command = "_attache_ask " + ask.arguments;
      if (const auto at = command.find("@D"); at != std::string::npos)
        command.replace(at, 2, "\"$document\"");
      if (!ask.filter.empty()) command += (command.empty() ? "" : " | ") + ask.filter;
      if (ask.when.empty()) out += "      " + command + "\n";
      else if (ask.when.front() == '!')
        out += "      case $2 in (" + ask.when.substr(1) + ") ;; (*) " + command + " ;; esac\n";
      else out += "      case $2 in (" + ask.when + ") " + command + " ;; esac\n";
    }
    out += "      ;;\n";
  }
  return out + "  esac\n}\n";
}

}  // namespace attache
