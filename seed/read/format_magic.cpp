// SPDX-License-Identifier: MIT
#include "seed/read/format_magic.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace attache {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::size_t offset;
  Format format;
  std::string_view what;
  bool compresses = false;  ///< a single file, so that it needs no name inside
};

constexpr std::string_view ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

constexpr std::array magics = {
    Magic{"%PDF-"sv, 0, Format::pdf, ""sv},
    Magic{"\x1F\x8B"sv, 0, Format::archive, "a gzip file"sv, true},
    Magic{"\xFD"
          "7zXZ\0"sv,
          0, Format::archive, "an xz file"sv, true},
    Magic{"\x28\xB5\x2F\xFD"sv, 0, Format::archive, "a zstd file"sv, true},
    Magic{"BZh"sv, 0, Format::archive, "a bzip2 file"sv, true},
    Magic{"ustar"sv, 257, Format::archive, "a tar archive"sv},
    Magic{"PK\x05\x06"sv, 0, Format::archive, "an empty ZIP archive"sv},
    Magic{"7z\xBC\xAF\x27\x1C"sv, 0, Format::unsupported,
          "a 7z archive (unpack it, or pack as ZIP)"sv},
    Magic{"Rar!\x1A\x07"sv, 0, Format::unsupported, "a RAR archive (unpack it, or pack as ZIP)"sv},
    Magic{"{\\rtf"sv, 0, Format::unsupported,
          "an RTF file (save it as DOCX or ODT, or: soffice --convert-to odt FILE)"sv},
    Magic{"{\\pard"sv, 0, Format::unsupported,
          "a part of an RTF file (save the whole as DOCX or ODT)"sv},
    Magic{"%!PS"sv, 0, Format::unsupported, "a PostScript file (convert it to PDF)"sv},
    Magic{"\xFFWPC"sv, 0, Format::unsupported,
          "a WordPerfect file (save it as DOCX or ODT, or: soffice --convert-to odt FILE)"sv},
    Magic{"\xDB\xA5"sv, 0, Format::unsupported,
          "an old Word file (save it as DOCX, or: soffice --convert-to docx FILE)"sv},
    Magic{"BOOKMOBI"sv, 60, Format::unsupported, "a Kindle book (convert it to EPUB)"sv},
    Magic{"AT&TFORM"sv, 0, Format::unsupported, "a DjVu file (its text: djvutxt FILE)"sv},
    Magic{"\x89PNG\r\n"sv, 0, Format::unsupported, "a PNG image (its text needs OCR)"sv},
    Magic{"\xFF\xD8\xFF"sv, 0, Format::unsupported, "a JPEG image (its text needs OCR)"sv},
    Magic{"GIF8"sv, 0, Format::unsupported, "a GIF image (its text needs OCR)"sv},
    Magic{"II*\0"sv, 0, Format::unsupported, "a TIFF image (its text needs OCR)"sv},
    Magic{"MM\0*"sv, 0, Format::unsupported, "a TIFF image (its text needs OCR)"sv},
    Magic{"WEBP"sv, 8, Format::unsupported, "a WebP image (its text needs OCR)"sv},
    Magic{"\0\0\0\x0CjP"sv, 0, Format::unsupported, "a JPEG 2000 image (its text needs OCR)"sv},
    Magic{"ftyphei"sv, 4, Format::unsupported, "an HEIC image (its text needs OCR)"sv},
    Magic{"ftyp"sv, 4, Format::unsupported, "a video or sound file"sv},
    Magic{"OggS\0"sv, 0, Format::unsupported, "a video or sound file"sv},
    Magic{"ID3\x03"sv, 0, Format::unsupported, "a sound file"sv},
    Magic{"ID3\x04"sv, 0, Format::unsupported, "a sound file"sv},
    Magic{"SQLite format 3\0"sv, 0, Format::unsupported, "an SQLite database"sv},
    Magic{"\x7F"
          "ELF"sv,
          0, Format::unsupported, "a program"sv},
};

struct Stream {
  std::string_view name;
  std::string_view what;
};

/// Old Office files are told apart by the names of their streams ([MS-CFB], in UTF-16).
constexpr std::array streams = {
    Stream{"EncryptedPackage"sv, "an encrypted Office file (save it without a password)"sv},
    Stream{"WordDocument"sv,
           "an old Word file (save it as DOCX, or: soffice --convert-to docx FILE)"sv},
    Stream{"Workbook"sv, "an old Excel workbook (save the sheet that holds text as CSV)"sv},
    Stream{"PowerPoint Document"sv, "an old PowerPoint presentation (save it as PDF)"sv},
    Stream{"__properties_version1.0"sv, "an Outlook message (save it as .eml, or as text)"sv}};

Detected detect_ole(std::string_view bytes) {
  for (const Stream& stream : streams) {
    std::string wide;
    for (const char letter : stream.name) wide += {letter, '\0'};
    if (bytes.find(wide) != std::string_view::npos)
      return {Format::unsupported, std::string(stream.what)};
  }
  return {Format::unsupported,
          "an old or encrypted Office file (save it as DOCX without a password)"};
}

bool has(std::string_view bytes, const Magic& magic) {
  return bytes.size() > magic.offset &&
         bytes.substr(magic.offset, magic.bytes.size()) == magic.bytes;
}

}  // namespace

std::optional<Detected> detect_magic(std::string_view bytes) {
  if (bytes.starts_with(ole)) return detect_ole(bytes);
  const auto* const found = std::find_if(magics.begin(), magics.end(),
                                         [&](const Magic& magic) { return has(bytes, magic); });
  if (found == magics.end()) return std::nullopt;
  return Detected{found->format, std::string(found->what)};
}

bool is_compressed(std::string_view head) {
  return std::any_of(magics.begin(), magics.end(), [&](const Magic& magic) {
    return magic.compresses && has(head, magic);
  });
}

bool begins_as_archive(std::string_view head) {
  if (head.substr(0, 4) == "PK\x03\x04") return true;
  return std::any_of(magics.begin(), magics.end(), [&](const Magic& magic) {
    return magic.format == Format::archive && has(head, magic);
  });
}

}  // namespace attache
