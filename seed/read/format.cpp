// SPDX-License-Identifier: MIT
#include "seed/read/format.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "seed/read/format_magic.h"
#include "seed/read/format_mail.h"
#include "seed/read/format_table.h"
#include "seed/read/format_xml.h"
#include "seed/read/format_zip.h"
#include "seed/read/front_matter.h"
#include "seed/read/html_structure.h"
#include "seed/read/read.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

using ascii::lower_case;

using namespace std::string_view_literals;

constexpr std::size_t window = 8192;

/// Leaves out byte-order mark, white space, comments, processing instructions; sets `xml` where one
/// says <?xml.
std::string_view skip_prolog(std::string_view head, bool& xml) {
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  while (true) {
    const std::size_t start = head.find_first_not_of(" \t\r\n\f");
    head.remove_prefix(std::min(start, head.size()));
    const bool comment = head.substr(0, 4) == "<!--";
    const bool instruction = head.substr(0, 2) == "<?";
    if (!comment && !instruction) return head;
    xml = xml || head.substr(0, 5) == "<?xml";
    const std::size_t end = head.find(comment ? "-->" : "?>");
    if (end == std::string_view::npos) return {};
    head.remove_prefix(end + (comment ? 3 : 2));
  }
}

/// HTML, other XML (refused), or no mark-up of that kind.
Detected detect_markup(std::string_view head, std::string_view name) {
  bool xml = false;
  const std::string_view content = skip_prolog(head, xml);
  const bool page = lower_case(content.substr(0, 5)) == "<html" ||
                    lower_case(content.substr(0, 14)) == "<!doctype html";
  const auto known = page ? std::nullopt : detect_xml(content, xml);
  if (known) return *known;
  return {is_html(content, is_named_html(name)) ? Format::html : Format::text, {}};
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_named_markdown(std::string_view name) {
  const std::string tail =
      lower_case(name.substr(name.size() - std::min<std::size_t>(name.size(), 10)));
  return ends_with(tail, ".md") || ends_with(tail, ".markdown") || ends_with(tail, ".mkd");
}

bool is_heading(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  return hashes >= 1 && hashes <= 6 && hashes + 1 < line.size() && line[hashes] == ' ' &&
         line[hashes + 1] != ' ';
}

/// Two headings of the `# ` kind, or one and a link.
bool is_marked_down(std::string_view head) {
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  if (head.find('#') == std::string_view::npos) return false;
  std::size_t headings = 0;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    headings += is_heading(head.substr(at, end - at));
    at = end + 1;
  }
  return headings >= 2 || (headings == 1 && head.find("](") != std::string_view::npos);
}

/// Control characters that no text has, in more than one byte of fifty. NUL is left to the decoder,
/// which tells its place.
bool is_junk(std::string_view head) {
  const auto control = std::count_if(head.begin(), head.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && (code < 0x07 || code > 0x0D) && code != 0x1A && code != 0x1B) ||
           code == 0x7F;
  });
  return static_cast<std::size_t>(control) > 2 + head.size() / 50;
}

/// A JSON value that is no text: an object or array of objects, over several lines or in one.
std::optional<Detected> detect_json(std::string_view head) {
  const auto next = [&] { return head.find_first_not_of(" \t\r\n"); };
  std::size_t at = next();
  if (at == std::string_view::npos || (head[at] != '{' && head[at] != '[')) return std::nullopt;
  const bool array = head[at] == '[';
  head.remove_prefix(at + 1);
  if (at = next(); array && (at == std::string_view::npos || head[at] != '{')) return std::nullopt;
  if (array) head.remove_prefix(at + 1), at = next();
  if (at == std::string_view::npos || head[at] != '"') return std::nullopt;
  const std::size_t key = head.find('"', at + 1);
  if (key == std::string_view::npos || head.find('\n', at) < key) return std::nullopt;
  if (const auto colon = head.find_first_not_of(" \t\r\n", key + 1);
      colon == std::string_view::npos || head[colon] != ':')
    return std::nullopt;
  if (head.find("\"cell_type\"") != std::string_view::npos)
    return Detected{Format::unsupported,
                    "a Jupyter notebook (its text: jupyter nbconvert --to markdown FILE)"};
  if (array)
    return Detected{Format::unsupported,
                    "a JSON array (write an object a line, as jq -c '.[]' FILE does, and say which "
                    "field holds the text of each with --text-column NAME)"};
  return Detected{Format::unsupported,
                  "JSON (take the text out of it, e.g. jq -r .FIELD FILE, or read lines of objects "
                  "with --text-column)"};
}

/// A table of separated values that has no name to tell it by, as through a pipe; whatever its name
/// where its header leaves no doubt.
std::optional<Detected> detect_table(std::string_view bytes, std::string_view name) {
  const bool named = name.substr(name.find_last_of("/!") + 1).find('.') != std::string_view::npos;
  if (named && !begins_as_table(bytes)) return std::nullopt;
  const std::vector<std::string> columns = columns_of_table(bytes);
  if (columns.empty()) return std::nullopt;
  constexpr std::size_t most_listed = 20;
  std::string list;
  for (std::size_t i = 0; i < columns.size() && i < most_listed; ++i)
    list += (i == 0 ? "" : ", ") + columns[i];
  if (columns.size() > most_listed) list += ", ...";
  return Detected{Format::unsupported,
                  "a table (say which column holds the text of each with --text-column NAME: it "
                  "has " +
                      list + "; or --input-format text to read it as one text)"};
}

/// The first bytes of a ZIP archive and nothing else.
bool is_cut_archive(std::string_view bytes) {
  constexpr std::string_view mark = "PK\x03\x04";
  return bytes.size() >= 2 && bytes.size() < mark.size() && mark.starts_with(bytes);
}

/// ".TH NAME 1", ".SH", ".PP": so many requests of troff begin lines, and none other.
bool is_troff(std::string_view head) {
  constexpr std::size_t fewest = 3;
  std::size_t requests = 0, lines = 0;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = head.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    ++lines;
    const bool request = line.size() >= 3 && (line[0] == '.' || line[0] == '\'') &&
                         ascii::is_letter(line[1]) &&
                         (ascii::is_letter(line[2]) || ascii::is_digit(line[2])) &&
                         (line.size() == 3 || line[3] == ' ' || line[3] == '\r');
    const bool comment = line.starts_with(".\\\"") || line.starts_with("'\\\"");
    if (lines == 1 && !request && !comment) return false;
    requests += request;
  }
  return requests >= fewest && requests * 8 >= lines;
}

bool begins_line(std::string_view head, std::string_view words) {
  const std::size_t at = head.find(words);
  return at != std::string_view::npos && (at == 0 || head[at - 1] == '\n');
}

/// The first characters of a UTF-16 text as far as they are ASCII, which is all that detection
/// looks at.
std::string narrow(std::string_view head) {
  std::string result(head.substr(2));
  result.erase(std::remove(result.begin(), result.end(), '\0'), result.end());
  return result;
}

}  // namespace

Detected detect_format(std::string_view bytes, std::string_view name) {
  const std::string_view start = bytes.substr(0, window);
  if (start.substr(0, 4) == "PK\x03\x04") return detect_zip(bytes);
  if (is_cut_archive(start))
    return {Format::unsupported,
            "a damaged ZIP archive or office file: all but its first bytes "
            "is missing"};
  if (const auto known = detect_magic(bytes)) return *known;
  const bool utf16 = start.substr(0, 2) == "\xFF\xFE" || start.substr(0, 2) == "\xFE\xFF";
  const std::string narrowed = utf16 ? narrow(start) : std::string();
  const std::string_view head = utf16 ? std::string_view(narrowed) : start;
  if (is_named_markdown(name)) return {Format::markdown, {}};
  if (head.find('\0') == std::string_view::npos && !utf16 && is_junk(head))
    return {Format::unsupported, "not a document attache can read"};
  if (const auto json = detect_json(head)) return *json;
  if (const auto mail = detect_mail(head, name)) return *mail;
  if (const auto table = detect_table(bytes, name)) return *table;
  if (begins_line(head, "\\documentclass"))
    return {Format::unsupported, "a LaTeX file (its text: pandoc -o FILE.md FILE)"};
  if (is_troff(head))
    return {Format::unsupported,
            "a troff file (its text: pandoc -f man -o FILE.md FILE, or groff "
            "-Tutf8 with its macros)"};
  const Detected markup = detect_markup(head, name);
  if (markup.format != Format::text) return markup;
  const bool marked_down = is_marked_down(head) || says_front_matter(utf16 ? head : bytes);
  return {marked_down ? Format::markdown : Format::text, {}};
}

Format format_of(const std::string& word) {
  for (const Format format : {Format::text, Format::markdown, Format::html, Format::pdf,
                              Format::docx, Format::odt, Format::epub, Format::tei, Format::email})
    if (word == word_of(format)) return format;
  throw ReadError("format '" + word +
                  "' is not known: say text, markdown, html, pdf, docx, odt, epub, tei or email");
}

std::string word_of(Format format) {
  switch (format) {
    case Format::text: return "text";
    case Format::markdown: return "markdown";
    case Format::html: return "html";
    case Format::pdf: return "pdf";
    case Format::docx: return "docx";
    case Format::odt: return "odt";
    case Format::epub: return "epub";
    case Format::tei: return "tei";
    case Format::email: return "email";
    case Format::archive: return "archive";
    case Format::unsupported: break;
  }
  return "unsupported";
}

std::string media_type_of(Format format) {
  switch (format) {
    case Format::markdown: return "text/markdown";
    case Format::html: return "text/html";
    case Format::pdf: return "application/pdf";
    case Format::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case Format::odt: return "application/vnd.oasis.opendocument.text";
    case Format::epub: return "application/epub+zip";
    case Format::tei: return "application/tei+xml";
    case Format::email: return "message/rfc822";
    default: return "text/plain";
  }
}

bool marks_paragraphs(std::string_view media_type) {
  constexpr std::array marked = {Format::markdown, Format::html, Format::docx,
                                 Format::odt,      Format::epub, Format::tei};
  return std::any_of(marked.begin(), marked.end(),
                     [&](Format format) { return media_type == media_type_of(format); });
}

}  // namespace attache
