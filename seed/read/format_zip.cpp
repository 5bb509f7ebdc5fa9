// SPDX-License-Identifier: MIT
#include "seed/read/format_zip.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string>
#include <vector>

namespace attache {
namespace {

using namespace std::string_view_literals;

// A record of the list of members at the end of a ZIP file, and where its fields stand (APPNOTE.TXT
// of PKWARE, 4.3.12).
constexpr std::string_view record_sign = "PK\x01\x02"sv, end_sign = "PK\x05\x06"sv;
constexpr std::size_t record_size = 46, end_size = 22;

std::size_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::size_t value = 0;
  for (std::size_t i = width; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// Names of the members, in small letters; of a list that is not whole, those that are there. A
/// file that is cut off has none.
std::vector<std::string> member_names(std::string_view bytes) {
  std::vector<std::string> names;
  const std::size_t end = bytes.rfind(end_sign);
  if (end == std::string_view::npos || end + end_size > bytes.size()) return names;
  const std::size_t size = number(bytes, end + 12, 4);
  std::size_t at = size <= end ? end - size : bytes.find(record_sign);
  while (at < end && end - at >= record_size && bytes.substr(at, 4) == record_sign) {
    const std::size_t name = number(bytes, at + 28, 2);
    std::string key(bytes.substr(at + record_size, name));
    std::transform(key.begin(), key.end(), key.begin(), [](char byte) {
      return byte == '\\' ? '/' : static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    });
    names.push_back(std::move(key));
    at += record_size + name + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
  }
  return names;
}

struct Kind {
  std::string_view word;
  Format format;
  std::string_view what;
};

/// By the folder or file that only they have; text before the others, which it may hold.
constexpr std::array office_kinds = {
    Kind{"word/"sv, Format::docx, ""sv},
    Kind{"xl/"sv, Format::unsupported,
         "an Excel workbook (save the sheet that holds text as CSV)"sv},
    Kind{"ppt/"sv, Format::unsupported, "a PowerPoint presentation (save it as PDF)"sv},
    Kind{"visio/"sv, Format::unsupported, "a Visio drawing (save it as PDF)"sv},
    Kind{"documents/1/fixeddoc"sv, Format::unsupported, "an XPS file (save it as PDF)"sv},
    Kind{"fixeddocseq.fdseq"sv, Format::unsupported, "an XPS file (save it as PDF)"sv}};

/// By the media type that stands in the first member.
constexpr std::array typed_kinds = {
    Kind{"application/epub+zip"sv, Format::epub, ""sv},
    Kind{"application/vnd.oasis.opendocument.text"sv, Format::odt, ""sv},
    Kind{"application/vnd.oasis.opendocument.presentation"sv, Format::unsupported,
         "an OpenDocument presentation (save it as PDF)"sv},
    Kind{"application/vnd.oasis.opendocument.spreadsheet"sv, Format::unsupported,
         "an OpenDocument spreadsheet (save the sheet that holds text as CSV)"sv},
    Kind{"application/vnd.oasis."sv, Format::unsupported,
         "an OpenDocument file that is no text document (save it as PDF)"sv}};

}  // namespace

Detected detect_zip(std::string_view bytes) {
  // Formats of this kind begin with a member "mimetype", whose content stands right behind its
  // name.
  const std::string_view head = bytes.substr(std::min<std::size_t>(30, bytes.size()), 200);
  for (const Kind& kind : typed_kinds)
    if (head.substr(0, 8) == "mimetype" && head.find(kind.word) != std::string_view::npos)
      return {kind.format, std::string(kind.what)};
  const std::vector<std::string> names = member_names(bytes);
  const auto has = [&](std::string_view word) {
    if (names.empty()) return bytes.find(word) != std::string_view::npos;
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return name.starts_with(word); });
  };
  if (has("meta-inf/container.xml") || has("META-INF/container.xml")) return {Format::epub, {}};
  const bool manifest = has("meta-inf/manifest.xml") || has("META-INF/manifest.xml");
  if (manifest && has("content.xml")) return {Format::odt, {}};
  if (!has("[content_types].xml") && !has("[Content_Types].xml"))
    return {Format::archive, "a ZIP archive"};
  for (const Kind& kind : office_kinds)
    if (has(kind.word)) return {kind.format, std::string(kind.what)};
  return {Format::docx, {}};  // whose reader finds the main part wherever it is, or says so
}

}  // namespace attache
