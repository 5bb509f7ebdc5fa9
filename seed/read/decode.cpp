// SPDX-License-Identifier: MIT
#include "seed/read/decode.h"

#include <array>
#include <cstdio>
#include <cstring>

#include "seed/read/encoding.h"
#include "seed/read/map_builder.h"
#include "seed/read/utf8.h"

namespace attache {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

/// Windows-1252, bytes 0x80 to 0x9F, as the WHATWG index gives them; 0 where the encoding has
/// nothing.
constexpr std::array<std::uint16_t, 32> windows1252_c1 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

[[noreturn]] void refuse(const std::string& name, const char* encoding, std::size_t at,
                         unsigned char byte, const std::string& advice) {
  std::array<char, 8> hex{};
  std::snprintf(hex.data(), hex.size(), "0x%02x", static_cast<unsigned>(byte));
  throw ReadError(name + ": invalid " + encoding + " at byte " + std::to_string(at) + " (" +
                  hex.data() + "): " + advice);
}

void refuse_nul(std::string_view bytes, const std::string& name) {
  const std::size_t at = bytes.find('\0');
  if (at == std::string_view::npos) return;
  throw ReadError(name + ": not a text (NUL at byte " + std::to_string(at) + ")" +
                  (bytes.size() > 8 && looks_utf16(bytes)
                       ? ": say --encoding utf-16 if it is in that encoding"
                       : ""));
}

/// Writes the text and its map together.
class Writer {
 public:
  explicit Writer(std::size_t reserve) { text_.reserve(reserve); }
  /// Bytes that are the same in the file.
  void copy(std::string_view run) {
    text_ += run;
    map_.copy(static_cast<std::uint32_t>(run.size()), static_cast<std::uint32_t>(run.size()));
  }
  /// One code point that stood in `source_bytes` of the file.
  void character(std::uint32_t code_point, std::size_t source_bytes) {
    map_.character(append_utf8(text_, code_point), source_bytes);
  }
  void skip(std::size_t source_bytes) { map_.skip(static_cast<std::uint32_t>(source_bytes)); }
  Decoded finish() { return {std::move(text_), map_.finish(), Encoding::utf8}; }

 private:
  std::string text_;
  MapBuilder map_;
};

Decoded replace_invalid_utf8(std::string_view bytes, std::size_t invalid) {
  Writer out(bytes.size() + 16);
  std::size_t at = 0;
  while (invalid != std::string_view::npos) {
    out.copy(bytes.substr(at, invalid - at));
    const std::size_t length = invalid_length(bytes.substr(invalid));
    out.character(replacement, length);
    at = invalid + length;
    invalid = find_invalid_utf8(bytes, at);
  }
  out.copy(bytes.substr(at));
  return out.finish();
}

Decoded decode_utf8(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  refuse_nul(bytes, name);
  const std::size_t invalid = find_invalid_utf8(bytes);
  if (invalid == std::string_view::npos)
    return {std::string(bytes), OffsetMap::identity(), Encoding::utf8};
  if (options.replace_invalid) return replace_invalid_utf8(bytes, invalid);
  refuse(name, "UTF-8", invalid, static_cast<unsigned char>(bytes[invalid]),
         advice_on_encoding(bytes));
}

Decoded decode_single_byte(std::string_view bytes, const std::string& name,
                           const ReadOptions& options) {
  refuse_nul(bytes, name);
  Writer out(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const std::size_t run = ascii_length(bytes.substr(at));
    out.copy(bytes.substr(at, run));
    at += run;
    if (at == bytes.size()) break;
    const auto byte = static_cast<unsigned char>(bytes[at]);
    std::uint32_t code_point = byte;
    if (options.encoding == Encoding::windows1252 && byte < 0xA0)
      code_point = windows1252_c1[byte - 0x80u];
    if (code_point == 0 && !options.replace_invalid)
      refuse(name, "windows-1252", at, byte, "say another --encoding, or --replace-invalid");
    out.character(code_point == 0 ? replacement : code_point, 1);
  }
  return out.finish();
}

/// The 16-bit units of a UTF-16 text.
class Units {
 public:
  Units(std::string_view bytes, bool big) : bytes_(bytes), big_(big) {}
  bool has(std::size_t at) const { return at + 2 <= bytes_.size(); }
  std::uint32_t operator[](std::size_t at) const {
    const auto first = static_cast<unsigned char>(bytes_[at]);
    const auto second = static_cast<unsigned char>(bytes_[at + 1]);
    return big_ ? first * 256u + second : second * 256u + first;
  }

 private:
  std::string_view bytes_;
  bool big_;
};

bool is_high(std::uint32_t unit) { return (unit & 0xFC00u) == 0xD800u; }
bool is_low(std::uint32_t unit) { return (unit & 0xFC00u) == 0xDC00u; }

enum class ByteOrder { none, little, big };

ByteOrder marked_order(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE") return ByteOrder::little;
  if (bytes.substr(0, 2) == "\xFE\xFF") return ByteOrder::big;
  return ByteOrder::none;
}

/// Without a mark: English text has its zero bytes where the high halves are.
bool looks_big_endian(std::string_view bytes) {
  std::size_t even = 0, odd = 0;
  for (std::size_t at = 0; at + 1 < bytes.size() && at < 4096; at += 2) {
    even += bytes[at] == '\0';
    odd += bytes[at + 1] == '\0';
  }
  return even > odd;
}

Decoded decode_utf16(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  const ByteOrder marked = marked_order(bytes);
  const Units units(bytes,
                    marked == ByteOrder::none ? looks_big_endian(bytes) : marked == ByteOrder::big);
  const char* const advice = "say another --encoding, or --replace-invalid";
  Writer out(bytes.size() / 2 + bytes.size() / 16);
  std::size_t at = marked == ByteOrder::none ? 0 : 2;
  out.skip(at);
  while (units.has(at)) {
    const std::uint32_t unit = units[at];
    if (unit == 0) throw ReadError(name + ": not a text (NUL at byte " + std::to_string(at) + ")");
    if (is_high(unit) && units.has(at + 2) && is_low(units[at + 2])) {
      out.character(0x10000u + ((unit & 0x3FFu) << 10) + (units[at + 2] & 0x3FFu), 4);
      at += 4;
      continue;
    }
    const bool lone = is_high(unit) || is_low(unit);
    if (lone && !options.replace_invalid)
      refuse(name, "UTF-16", at, static_cast<unsigned char>(bytes[at]), advice);
    out.character(lone ? replacement : unit, 2);
    at += 2;
  }
  if (at < bytes.size() && !options.replace_invalid)
    refuse(name, "UTF-16", at, static_cast<unsigned char>(bytes[at]), advice);
  if (at < bytes.size()) out.character(replacement, 1);
  return out.finish();
}

/// Begins with its byte-order mark; that of UTF-16 is followed by a character.
bool is_utf32(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv);
}

Encoding encoding_of(std::string_view bytes, Encoding asked) {
  if (asked == Encoding::automatic) return guess_encoding(bytes);
  if (asked != Encoding::unicode) return asked;
  return marked_order(bytes) == ByteOrder::none ? Encoding::utf8 : Encoding::utf16;
}

}  // namespace

Decoded decode(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  if (is_utf32(bytes))
    throw ReadError(name +
                    ": is UTF-32: convert the file first, as with 'iconv -f UTF-32 -t UTF-8'");
  const Encoding taken = encoding_of(bytes, options.encoding);
  ReadOptions decided = options;
  decided.encoding = taken;
  Decoded decoded = taken == Encoding::utf8    ? decode_utf8(bytes, name, decided)
                    : taken == Encoding::utf16 ? decode_utf16(bytes, name, decided)
                                               : decode_single_byte(bytes, name, decided);
  decoded.encoding = taken;
  return decoded;
}

}  // namespace attache
