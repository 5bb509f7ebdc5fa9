// SPDX-License-Identifier: MIT
#include "seed/read/reader/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "seed/read/reader/charset_name.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/utf8.h"

namespace attache::reader {
namespace {

/// What a process has from its start: what --encoding names, what stands for a file that names
/// nothing, and what poppler writes its words in.
constexpr std::array always_loaded = {"UTF-8", "UTF-16", "WINDOWS-1252", "ISO-8859-1"};

/// Closes a conversion that was opened.
class Conversion {
 public:
  explicit Conversion(const std::string& from) : handle_(iconv_open("UTF-8", from.c_str())) {}
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;
  ~Conversion() {
    if (known()) iconv_close(handle_);
  }
  bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
  /// `invalid` becomes the place of the first byte of no character.
  std::string run(std::string_view bytes, std::size_t& invalid) const;

 private:
  iconv_t handle_;
};

std::string Conversion::run(std::string_view bytes, std::size_t& invalid) const {
  std::string result;
  std::array<char, 65536> buffer{};
  char* in = const_cast<char*>(bytes.data());  // iconv's C interface; the input is not written to
  std::size_t left = bytes.size();
  while (left > 0) {
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t done = iconv(handle_, &in, &left, &out, &room);
    result.append(buffer.data(), buffer.size() - room);
    if (done != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    append_utf8(result, 0xFFFD);
    if (invalid == std::string_view::npos) invalid = bytes.size() - left;
    ++in;
    --left;
  }
  return result;
}

}  // namespace

std::string repaired_utf8(std::string_view bytes) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos;
       bad = find_invalid_utf8(bytes, at)) {
    result += bytes.substr(at, bad - at);
    append_utf8(result, 0xFFFD);
    at = bad + invalid_length(bytes.substr(bad));
  }
  result += bytes.substr(at);
  return result;
}

LoadedCharsets::LoadedCharsets(const std::string& another) {
  const auto load = [&](const std::string& name) {
    iconv_t handle = iconv_open("UTF-8", name.c_str());
    if (handle != reinterpret_cast<iconv_t>(-1)) open_.push_back(handle);
  };
  for (const char* name : always_loaded) load(name);
  if (!another.empty()) load(another);
}

LoadedCharsets::~LoadedCharsets() {
  for (void* handle : open_) iconv_close(handle);
}

namespace {

bool is_utf8(const std::string& name) {
  return name == "utf-8" || name == "UTF-8" || name == "utf8" || name == "UTF8";
}

/// Whether more characters beyond ASCII are whole than ill-formed, as in a page of UTF-8 that was
/// cut or patched; in one of a single-byte charset hardly any is.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t whole = 0, broken = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t bad = std::min(find_invalid_utf8(bytes, at), bytes.size());
    whole += static_cast<std::size_t>(std::count_if(
        bytes.begin() + static_cast<std::ptrdiff_t>(at),
        bytes.begin() + static_cast<std::ptrdiff_t>(bad),
        [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0xC0u; }));
    if (bad == bytes.size()) break;
    ++broken;
    at = bad + invalid_length(bytes.substr(bad));
  }
  return whole > broken;
}

/// Refuses a page whose bytes are no characters of its charset, unless they are to be replaced.
void check(std::string_view bytes, std::size_t invalid, const std::string& charset,
           const Wish& wish) {
  if (invalid == std::string_view::npos || wish.replace_invalid) return;
  std::array<char, 8> hex{};
  std::snprintf(hex.data(), hex.size(), "0x%02x",
                static_cast<unsigned>(static_cast<unsigned char>(bytes[invalid])));
  throw FormatError("invalid " + charset + " at byte " + std::to_string(invalid) + " (" +
                    hex.data() +
                    "): say --encoding windows-1252 if the file is in that encoding, or "
                    "--replace-invalid");
}

}  // namespace

std::string html_to_utf8(std::string_view bytes, const Wish& wish,
                         std::vector<std::string>& remarks) {
  const bool marked8 = bytes.substr(0, 3) == "\xEF\xBB\xBF";
  const bool marked16 = bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
  std::string name = wish.charset;
  if (marked8) name = "utf-8";
  if (name.empty() && marked16) name = "UTF-16";
  if (name.empty() && !wish.undeclared) name = declared_charset(bytes);
  std::size_t invalid = std::string_view::npos;
  if (name.empty() || is_utf8(name)) invalid = find_invalid_utf8(bytes);
  if (name.empty() && invalid != std::string_view::npos && !is_mostly_utf8(bytes)) {
    name = "windows-1252";
    remarks.emplace_back(std::string("names no ") + (wish.undeclared ? "known " : "") +
                         "charset and is not UTF-8: read as windows-1252 (--encoding says "
                         "otherwise)");
  }
  if (name.empty() || is_utf8(name)) {
    check(bytes, invalid, "UTF-8", wish);
    return repaired_utf8(marked8 ? bytes.substr(3) : bytes);
  }
  const Conversion conversion(name);
  if (!conversion.known()) throw CharsetNeeded{name};
  invalid = std::string_view::npos;
  const std::string text = conversion.run(bytes, invalid);
  check(bytes, invalid, name, wish);
  return repaired_utf8(text);
}

}  // namespace attache::reader
