// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "schema/knowledge_base.h"
#include "schema/select.h"
#include "schema/tables.h"

namespace attache::test {

/// A folder that is gone with its test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    static std::atomic<int> number{0};
    path_ = std::filesystem::temp_directory_path() /
            ("attache-schema-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() {
    std::error_code error;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, error);
    std::filesystem::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Cuts after full stops and finds `words` in the text of a document that is being made.
class DocumentMaker {
 public:
  DocumentMaker(const std::string& slug, const std::string& country, const std::string& date,
                const std::string& text) {
    record.slug = slug;
    record.title = "Speech " + slug;
    record.country = country;
    record.date = date;
    record.path = slug + ".txt";
    record.sha256 = "digest of " + text;
    record.bytes = text.size();
    record.engine_version = "1";
    record.lexicon_version = "first";
    record.text = text;
    cut();
  }

  CitationRecord cite(const std::string& words) const {
    const auto start = static_cast<std::uint32_t>(record.text.find(words));
    std::uint32_t sentence = 0;
    while (record.sentences[sentence].end <= start) ++sentence;
    const auto end = start + static_cast<std::uint32_t>(words.size());
    return {sentence, start, end, {}, {}, "rule/of-" + words.substr(0, 3), {}, {}};
  }

  DocumentRecord record;

 private:
  void cut() {
    std::uint32_t start = 0;
    for (std::uint32_t i = 0; i < record.text.size(); ++i) {
      if (record.text[i] != '.') continue;
      record.sentences.push_back(
          {start, i + 1, static_cast<std::uint32_t>(record.sentences.size() / 2)});
      start = i + 2;
    }
  }
};

inline std::vector<VocabularyTable> vocabulary() {
  return {
      {"countries",
       {"iso3", "iso2", "name", "from"},
       {{"AZE", "AZ", "Azerbaijan", "1991"}, {"CIV", "CI", "Côte d'Ivoire", "1960"}}},
      {"bodies",
       {"slug", "name", "acronym", "kind"},
       {{"council-of-europe", "Council of Europe", "CoE", "regional"},
        {"nato", "North Atlantic Treaty Organization", "NATO", "alliance"}}},
      {"body_aliases",
       {"slug", "alias", "case"},
       {{"nato", "Atlantic Alliance", ""}, {"council-of-europe", "Conseil de l'Europe", ""}}},
      {"body_kinds",
       {"slug", "name"},
       {{"alliance", "Alliance"}, {"regional", "Regional organization"}, {"unknown", "Unknown"}}},
      {"norms",
       {"slug", "name"},
       {{"territorial-integrity", "Territorial integrity"}, {"sovereignty", "Sovereignty"}}},
      {"instruments",
       {"slug", "title", "year"},
       {{"un-charter", "Charter of the United Nations", "1945"},
        {"bandung", "Final Communique of Bandung", "1955"}}},
      {"norm_instruments",
       {"norm", "instrument", "article"},
       {{"territorial-integrity", "un-charter", "2(4)"},
        {"territorial-integrity", "bandung", "principle 2"},
        {"sovereignty", "bandung", ""}}},
      {"themes",
       {"slug", "name"},
       {{"energy-and-resources", "Energy and resources"}, {"security", "Security"}}},
      {"office_types",
       {"phrase", "type", "of_body"},
       {{"adviser", "", ""},
        {"foreign minister", "foreign-minister", ""},
        {"premier", "head-of-government", ""},
        {"president", "head-of-state", "presiding-officer"}}}};
}

inline DocumentRecord baku() {
  DocumentMaker d("aze-2005", "AZE", "2005-09-17",
                  "Azerbaijan upholds territorial integrity. It is a member of the Council of "
                  "Europe. It works with NATO. "
                  "Our aim is safe pipelines. President Ilham Aliyev said so. The Centre for Naïve "
                  "Policy (CNP) met.");
  d.record.principles = {{"territorial-integrity",
                          "territorial integrity",
                          "upheld",
                          {d.cite("territorial integrity")}}};
  d.record.priorities = {
      {"safe pipelines", "energy-and-resources", "Azerbaijan", {d.cite("safe pipelines")}}};
  d.record.organizations = {{"council-of-europe",
                             "Council of Europe",
                             "CoE",
                             "regional",
                             "member",
                             "AZE",
                             "",
                             {d.cite("Council of Europe")}},
                            {"nato",
                             "NATO",
                             "NATO",
                             "alliance",
                             "partner",
                             "AZE",
                             "",
                             {d.cite("NATO"), d.cite("works with")}},
                            {"",
                             "Centre for Naïve Policy",
                             "CNP",
                             "unknown",
                             "mention",
                             "",
                             "a note",
                             {d.cite("Centre for Naïve Policy")}}};
  d.record.leaders = {
      {"Ilham Aliyev", "President", "AZE", "", "head-of-state", true, {d.cite("Ilham Aliyev")}}};
  return d.record;
}

inline DocumentRecord abidjan() {
  DocumentMaker d("civ-1994", "CIV", "1994",
                  "We respect sovereignty. Peace-keeping needs NATO. Our aim is security. Prime "
                  "Minister José Díaz agreed.");
  d.record.principles = {
      {"sovereignty", "sovereignty", "breach-condemned", {d.cite("sovereignty")}}};
  d.record.priorities = {{"security", "security", "", {d.cite("security")}}};
  d.record.organizations = {
      {"nato", "NATO", "NATO", "alliance", "mention", "", "", {d.cite("NATO")}}};
  d.record.leaders = {{"José Díaz",
                       "Prime Minister",
                       "CIV",
                       "",
                       "head-of-government",
                       false,
                       {d.cite("José Díaz")}}};
  return d.record;
}

/// A knowledge base of the two documents above, opened for queries.
inline KnowledgeBase filled(const std::filesystem::path& file) {
  {
    KnowledgeBase base = KnowledgeBase::open_for_writing(file);
    base.put_vocabulary(vocabulary(), "first");
    base.put(baku());
    base.put(abidjan());
  }
  return KnowledgeBase::open(file);
}

inline std::string text_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return std::string(*text);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  return std::holds_alternative<std::monostate>(cell) ? "-" : "real";
}

/// The rows of a selection, cells joined by '|'.
inline std::vector<std::string> rows(const KnowledgeBase& base, const std::string& table,
                                     const Selection& selection) {
  std::vector<std::string> lines;
  select(base, *find_table(table), selection, [&](std::span<const Cell> cells) {
    std::string line;
    for (const Cell& cell : cells) line += (line.empty() ? "" : "|") + text_of(cell);
    lines.push_back(line);
    return true;
  });
  return lines;
}

/// A selection of `columns` by one filter.
inline Selection by(const std::string& filter, const std::vector<std::string>& values,
                    const std::vector<std::string>& columns = {"ref"}) {
  Selection selection;
  selection.filters = {{filter, values}};
  selection.columns = columns;
  return selection;
}

}  // namespace attache::test
