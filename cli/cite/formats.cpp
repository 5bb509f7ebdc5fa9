// SPDX-License-Identifier: MIT
#include "cli/cite/formats.h"

#include <array>
#include <charconv>

#include "cli/output/escape.h"
#include "cli/output/json.h"

namespace attache {
namespace {

/// Year, month and day, as far as the date has them.
std::vector<int> date_parts(const std::string& date) {
  std::vector<int> parts;
  for (std::size_t at = 0; at < date.size();) {
    const std::size_t end = std::min(date.find('-', at), date.size());
    int number = 0;
    const auto read = std::from_chars(date.data() + at, date.data() + end, number);
    if (read.ec != std::errc()) break;
    parts.push_back(number);
    at = end + 1;
  }
  return parts;
}

std::string text_line(const Cited& c) {
  std::string line = c.author.empty() ? "" : c.author + ", ";
  line += "“" + c.title + "”";
  for (const std::string* part : {&c.place, &c.date})
    if (!part->empty()) line += ", " + *part;
  if (!c.quote.empty()) line += ": “" + c.quote + "”";
  return line + " (" + (c.source.empty() ? "" : c.source + "; ") + c.ref + ")";
}

std::string as_text(std::span<const Cited> all) {
  std::string out;
  for (const Cited& c : all) out += printable(text_line(c)) + "\n";
  return out;
}

/// A key that every format takes: letters, digits, hyphens and colons of ASCII.
std::string key_of(const Cited& c) {
  std::string key;
  for (const char ch : c.ref) {
    const bool plain = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') ||
                       (ch >= '0' && ch <= '9') || ch == '-';
    key += ch == '/' ? ':' : plain ? ch : '-';
  }
  return key;
}

std::string quote_with_ref(const Cited& c) {
  return c.quote.empty() ? "" : "“" + c.quote + "” (" + c.ref + ")";
}

std::string csl_item(const Cited& c) {
  std::string out = "{\"id\":" + json_string(key_of(c)) +
                    ",\"type\":\"document\",\"title\":" + json_string(c.title);
  const auto field = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += ",\"" + std::string(name) + "\":" + json_string(value);
  };
  if (!c.author.empty()) out += ",\"author\":[{\"literal\":" + json_string(c.author) + "}]";
  std::string parts;
  for (const int part : date_parts(c.date))
    parts += (parts.empty() ? "" : ",") + std::to_string(part);
  if (!parts.empty()) out += ",\"issued\":{\"date-parts\":[[" + parts + "]]}";
  field("publisher-place", c.place);
  field(is_url(c.source) ? "URL" : "source", c.source);
  field("language", c.language);
  field("note", quote_with_ref(c));
  return out + "}";
}

std::string as_csl(std::span<const Cited> all) {
  std::string out;
  for (const Cited& c : all) out += (out.empty() ? "[\n" : ",\n") + csl_item(c);
  return out.empty() ? "[]\n" : out + "\n]\n";
}

bool braces_match(const std::string& text) {
  int open = 0;
  for (const char c : text) {
    if (c == '{') ++open;
    if (c == '}' && --open < 0) return false;
  }
  return open == 0;
}

/// Text that TeX sets as it stands. BibTeX wants braces to match even where they are escaped.
std::string tex(const std::string& text) {
  const bool match = braces_match(text);
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '\\': out += "\\textbackslash{}"; break;
      case '{': out += match ? "\\{" : "\\textbraceleft{}"; break;
      case '}': out += match ? "\\}" : "\\textbraceright{}"; break;
      case '~': out += "\\textasciitilde{}"; break;
      case '^': out += "\\textasciicircum{}"; break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_': (out += '\\') += c; break;
      default: out += c;
    }
  }
  return out;
}

/// In \url and the field of that name TeX reads letters as they are; what would end it is written
/// as a URL writes it.
std::string tex_url(const std::string& url) {
  std::string out;
  for (const char c : printable(url)) {
    if (c == '{') out += "%7B";
    else if (c == '}') out += "%7D";
    else if (c == '\\') out += "%5C";
    else out += c;
  }
  return out;
}

std::string bibtex_entry(const Cited& c) {
  static constexpr std::array<std::string_view, 12> months{
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  std::string out = "@misc{" + key_of(c);
  const auto field = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += ",\n  " + std::string(name) + " = {" + value + "}";
  };
  field("author", c.author.empty() ? "" : c.corporate ? "{" + tex(c.author) + "}" : tex(c.author));
  field("title", "{" + tex(c.title) + "}");
  const std::vector<int> parts = date_parts(c.date);
  if (!parts.empty()) field("year", std::to_string(parts[0]));
  if (parts.size() > 1 && parts[1] >= 1 && parts[1] <= 12)
    out += ",\n  month = " + std::string(months[static_cast<std::size_t>(parts[1] - 1)]);
  if (parts.size() > 2) field("day", std::to_string(parts[2]));
  field("address", tex(c.place));
  if (is_url(c.source)) field("url", tex_url(c.source));
  else field("howpublished", tex(c.source));
  field("language", tex(c.language));
  field("note", c.quote.empty() ? "" : "``" + tex(c.quote) + "'' (" + tex(c.ref) + ")");
  return out + "\n}\n";
}

std::string as_bibtex(std::span<const Cited> all) {
  std::string out;
  for (const Cited& c : all) out += (out.empty() ? "" : "\n") + bibtex_entry(c);
  return out;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string ris_entry(const Cited& c) {
  std::string out;
  const auto field = [&](const char* tag, const std::string& value) {
    if (!value.empty()) out += std::string(tag) + "  - " + printable(value) + "\r\n";
  };
  field("TY", "GEN");
  field("ID", key_of(c));
  // A comma behind it keeps a country's name in one piece.
  field("AU", c.author.empty() ? "" : c.corporate ? c.author + "," : c.author);
  field("TI", c.title);
  const std::vector<int> parts = date_parts(c.date);
  if (!parts.empty()) {
    field("PY", std::to_string(parts[0]));
    field("DA", std::to_string(parts[0]) + "/" + (parts.size() > 1 ? two_digits(parts[1]) : "") +
                    "/" + (parts.size() > 2 ? two_digits(parts[2]) : "") + "/");
  }
  field("CY", c.place);
  field(is_url(c.source) ? "UR" : "DP", c.source);
  field("LA", c.language);
  field("N1", quote_with_ref(c));
  return out + "ER  - \r\n";
}

std::string as_ris(std::span<const Cited> all) {
  std::string out;
  for (const Cited& c : all) out += (out.empty() ? "" : "\r\n") + ris_entry(c);
  return out;
}

}  // namespace

std::span<const CiteFormat> cite_formats() {
  static constexpr std::array<CiteFormat, 4> all{{
      {"text", "a line for a footnote", as_text},
      {"csl-json", "CSL-JSON, for pandoc and Zotero", as_csl},
      {"bibtex", "BibTeX", as_bibtex},
      {"ris", "RIS, for EndNote and others", as_ris},
  }};
  return all;
}

}  // namespace attache
