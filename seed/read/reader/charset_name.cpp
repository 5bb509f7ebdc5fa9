// SPDX-License-Identifier: MIT
#include "seed/read/reader/charset_name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "seed/read/reader/html_scan.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using ascii::lower_case;

using namespace std::string_view_literals;

constexpr std::size_t longest_head = 1u << 18;  ///< bytes; a head with its programs

/// Labels that browsers read as another charset, or that iconv does not know.
std::string as_browsers_do(const std::string& label) {
  using Label = std::pair<std::string_view, std::string_view>;
  constexpr std::array labels = {Label{"iso-8859-1", "windows-1252"},
                                 Label{"iso8859-1", "windows-1252"},
                                 Label{"iso_8859-1", "windows-1252"},
                                 Label{"latin1", "windows-1252"},
                                 Label{"latin-1", "windows-1252"},
                                 Label{"l1", "windows-1252"},
                                 Label{"us-ascii", "windows-1252"},
                                 Label{"ascii", "windows-1252"},
                                 Label{"ansi", "windows-1252"},
                                 Label{"cp1252", "windows-1252"},
                                 Label{"x-cp1252", "windows-1252"},
                                 Label{"win-1252", "windows-1252"},
                                 Label{"x-cp1250", "windows-1250"},
                                 Label{"x-cp1251", "windows-1251"},
                                 Label{"win-1251", "windows-1251"},
                                 Label{"iso-8859-9", "windows-1254"},
                                 Label{"latin5", "windows-1254"},
                                 Label{"iso-8859-11", "windows-874"},
                                 Label{"tis-620", "windows-874"},
                                 Label{"iso-8859-8-i", "iso-8859-8"},
                                 Label{"logical", "iso-8859-8"},
                                 Label{"gb2312", "gbk"},
                                 Label{"gb_2312-80", "gbk"},
                                 Label{"x-gbk", "gbk"},
                                 Label{"x-sjis", "shift_jis"},
                                 Label{"ms_kanji", "shift_jis"},
                                 Label{"windows-31j", "cp932"},
                                 Label{"x-euc-jp", "euc-jp"},
                                 Label{"ks_c_5601-1987", "cp949"},
                                 Label{"ksc5601", "cp949"},
                                 Label{"x-x-big5", "big5"},
                                 Label{"koi", "koi8-r"},
                                 Label{"koi8", "koi8-r"},
                                 Label{"x-mac-roman", "macintosh"},
                                 Label{"mac", "macintosh"},
                                 Label{"unicode", "utf-8"},
                                 Label{"utf8", "utf-8"},
                                 Label{"unicode-1-1-utf-8", "utf-8"},
                                 Label{"x-user-defined", "windows-1252"}};
  const auto* found = std::find_if(labels.begin(), labels.end(),
                                   [&](const Label& one) { return one.first == label; });
  if (found != labels.end()) return std::string(found->second);
  // A file that says so in ASCII is not in UTF-16.
  const bool wide = label.rfind("utf-16", 0) == 0 || label.rfind("utf-32", 0) == 0;
  return wide ? "utf-8" : label;
}

/// The value of an attribute as it stands in a tag: name, equals sign, value with or without marks.
std::string value_of(std::string_view attribute, std::string_view name) {
  const std::string lower = lower_case(attribute);
  if (lower.rfind(name, 0) != 0) return {};
  std::size_t at = lower.find_first_not_of(" \t\r\n\f", name.size());
  if (at == std::string::npos || lower[at] != '=') return {};
  at = std::min(lower.find_first_not_of(" \t\r\n\f\"'", at + 1), lower.size());
  const std::size_t end = lower.find_last_not_of(" \t\r\n\f\"'");
  return end == std::string::npos || end < at ? std::string() : lower.substr(at, end + 1 - at);
}

/// "text/html; charset=koi8-r"
std::string charset_in(const std::string& content) {
  std::size_t at = content.find("charset");
  if (at == std::string::npos) return {};
  at = content.find('=', at);
  if (at == std::string::npos) return {};
  at = std::min(content.find_first_not_of("\"' ", at + 1), content.size());
  return content.substr(at, content.find_first_of("\"' ;,", at) - at);
}

std::string named_by(const HtmlPiece& meta) {
  std::string charset, content;
  bool of_type = false;
  for (const std::string_view attribute : meta.attributes) {
    if (charset.empty()) charset = value_of(attribute, "charset");
    if (content.empty()) content = value_of(attribute, "content");
    of_type = of_type || value_of(attribute, "http-equiv") == "content-type";
  }
  return !charset.empty() ? charset : of_type ? charset_in(content) : std::string();
}

std::string named_by_xml(std::string_view bytes) {
  if (bytes.substr(0, 5) != "<?xml") return {};
  const std::string declaration =
      lower_case(bytes.substr(0, std::min(bytes.find("?>"), bytes.size())));
  const std::size_t at = declaration.find("encoding");
  if (at == std::string::npos) return {};
  const std::size_t begin = declaration.find_first_of("\"'", at);
  if (begin == std::string::npos) return {};
  return declaration.substr(begin + 1, declaration.find_first_of("\"'", begin + 1) - begin - 1);
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  HtmlScanner scanner(bytes.substr(0, longest_head));
  HtmlPiece piece;
  while (scanner.next(piece)) {
    if (piece.kind != HtmlPiece::Kind::start) continue;
    if (is_hidden_raw(piece.name) || is_shown_raw(piece.name)) scanner.raw_text(piece);
    if (piece.name != "meta") continue;
    if (const std::string name = named_by(piece); !name.empty()) return as_browsers_do(name);
  }
  return as_browsers_do(named_by_xml(bytes));
}

}  // namespace attache::reader
