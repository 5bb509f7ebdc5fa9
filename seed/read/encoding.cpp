// SPDX-License-Identifier: MIT
#include "seed/read/encoding.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "seed/read/utf8.h"

namespace attache {
namespace {

struct Spelling {
  std::string_view letters, name;
};

/// Letters and digits alone, in lower case, of the names that IANA, Windows and editors use.
constexpr std::array spellings = {
    Spelling{"auto", "auto"},
    Spelling{"utf8", "utf-8"},
    Spelling{"utf8sig", "utf-8"},
    Spelling{"utf8bom", "utf-8"},
    Spelling{"ascii", "utf-8"},
    Spelling{"usascii", "utf-8"},
    Spelling{"windows1252", "windows-1252"},
    Spelling{"cp1252", "windows-1252"},
    Spelling{"win1252", "windows-1252"},
    Spelling{"1252", "windows-1252"},
    Spelling{"ansi", "windows-1252"},
    Spelling{"latin1", "latin1"},
    Spelling{"iso88591", "latin1"},
    Spelling{"l1", "latin1"},
    Spelling{"utf16", "utf-16"},
    Spelling{"utf16le", "utf-16"},
    Spelling{"utf16be", "utf-16"},
    Spelling{"ucs2", "utf-16"},
    Spelling{"unicode", "utf-16"},
};

/// Families of encodings that are not read.
constexpr std::array<std::string_view, 24> foreign = {"windows",     "cp",
                                                      "win",         "iso8859",
                                                      "koi8r",       "koi8u",
                                                      "koi8",        "big5",
                                                      "shiftjis",    "sjis",
                                                      "eucjp",       "euckr",
                                                      "euctw",       "gb",
                                                      "gbk",         "iso2022jp",
                                                      "iso2022kr",   "macintosh",
                                                      "mac",         "macroman",
                                                      "maccyrillic", "maccentraleurope",
                                                      "tis",         "utf"};

std::string letters_of(std::string_view spelling) {
  std::string letters;
  for (const char byte : spelling) {
    if (byte == '-' || byte == '_' || byte == ' ' || byte == '.') continue;
    letters += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  }
  return letters;
}

struct Named {
  std::string_view name;
  Encoding encoding;
};

constexpr std::array names = {
    Named{"auto", Encoding::automatic},
    Named{"utf-8", Encoding::utf8},
    Named{"windows-1252", Encoding::windows1252},
    Named{"latin1", Encoding::latin1},
    Named{"utf-16", Encoding::utf16},
};

bool has_mark(std::string_view bytes) {
  return bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
}

/// What the bytes beyond ASCII look like.
struct HighBytes {
  std::size_t sequences = 0;  ///< well-formed UTF-8
  std::size_t invalid = 0;    ///< bytes that are none
};

HighBytes high_bytes(std::string_view bytes) {
  HighBytes high;
  for (std::size_t at = ascii_length(bytes); at < bytes.size();
       at += ascii_length(bytes.substr(at))) {
    const std::size_t bad = find_invalid_utf8(bytes.substr(at, 4));
    if (bad == 0) {
      const std::size_t length = invalid_length(bytes.substr(at));
      high.invalid += length;
      at += length;
      continue;
    }
    ++high.sequences;
    do ++at;
    while (at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80);
  }
  return high;
}

/// In languages of Western Europe letters with marks stand among plain ones ("créée" has two in a
/// row); words of Cyrillic or Greek in an encoding of one byte are made of nothing else.
bool stands_alone(std::string_view bytes) {
  std::size_t letters = 0, pairs = 0;
  bool before = false;
  for (const char byte : bytes) {
    const bool letter = static_cast<unsigned char>(byte) >= 0xC0;
    letters += letter;
    pairs += letter && before;
    before = letter;
  }
  return pairs <= 1 + letters / 4;
}

bool has_undefined(std::string_view bytes) {
  return bytes.find_first_of("\x81\x8D\x8F\x90\x9D") != std::string_view::npos;
}

}  // namespace

bool looks_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 4096);
  std::array<std::size_t, 2> nul{};
  for (std::size_t at = 0; at < sample.size(); ++at) nul[at % 2] += sample[at] == '\0';
  const auto [few, many] = std::minmax(nul[0], nul[1]);
  return bytes.size() % 2 == 0 && many * 10 >= sample.size() / 2 * 3 && few * 50 <= many;
}

Encoding guess_encoding(std::string_view bytes) {
  if (has_mark(bytes)) return Encoding::utf16;
  if (bytes.substr(0, 4096).find('\0') != std::string_view::npos)
    return looks_utf16(bytes) ? Encoding::utf16 : Encoding::utf8;
  if (find_invalid_utf8(bytes) == std::string_view::npos) return Encoding::utf8;
  const HighBytes high = high_bytes(bytes);
  // A closing quotation mark behind a capital with an umlaut may look like UTF-8; many such don't.
  const bool mixed = high.sequences * 3 > high.invalid;
  const bool windows = !mixed && stands_alone(bytes) && !has_undefined(bytes);
  return windows ? Encoding::windows1252 : Encoding::utf8;
}

std::string_view encoding_name(std::string_view spelling) {
  const std::string letters = letters_of(spelling);
  for (const Spelling& known : spellings)
    if (known.letters == letters) return known.name;
  return {};
}

bool is_foreign_encoding(std::string_view spelling) {
  const std::string letters = letters_of(spelling);
  if (letters.empty() || !encoding_name(spelling).empty()) return false;
  return std::any_of(foreign.begin(), foreign.end(), [&](std::string_view known) {
    const std::string_view rest =
        std::string_view(letters).substr(std::min(known.size(), letters.size()));
    // The family's name, and its number: "iso8859" and "2".
    return letters.starts_with(known) &&
           rest.find_first_not_of("0123456789") == std::string_view::npos;
  });
}

std::string advice_on_encoding(std::string_view bytes) {
  if (guess_encoding(bytes) == Encoding::windows1252)
    return "say --encoding windows-1252 if the file is in that encoding, or --replace-invalid";
  const HighBytes high = high_bytes(bytes);
  if (high.sequences * 3 > high.invalid)
    return "the rest is UTF-8; mend the file, or say --replace-invalid";
  if (high.invalid * 20 < bytes.size())
    return "nearly all of it is ASCII; mend the file or convert it first, or say --replace-invalid";
  return "convert the file first, as with 'iconv -f windows-1251 -t UTF-8' if it is in that "
         "encoding, or say --replace-invalid";
}

Encoding encoding_named(std::string_view name) {
  for (const Named& known : names)
    if (known.name == name) return known.encoding;
  return Encoding::unicode;
}

std::string_view name_of(Encoding encoding) {
  for (const Named& known : names)
    if (known.encoding == encoding) return known.name;
  return {};
}

}  // namespace attache
