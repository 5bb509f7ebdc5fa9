// SPDX-License-Identifier: MIT
#include "seed/read/reader/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <memory>

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
  std::string run(std::string_view bytes) const;

 private:
  iconv_t handle_;
};

std::string Conversion::run(std::string_view bytes) const {
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
    ++in;
    --left;
  }
  return result;
}

/// The charset that <meta charset=...> or <meta http-equiv content="...; charset=..."> or an XML
/// declaration names.
std::string declared(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  std::transform(head.begin(), head.end(), head.begin(), [](char byte) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  });
  std::size_t at = head.find("charset=");
  at = at == std::string::npos ? head.find("encoding=") : at;
  if (at == std::string::npos) return {};
  at = std::min(head.find_first_not_of("\"' ", head.find('=', at) + 1), head.size());
  return head.substr(at, head.find_first_of("\"' ;>/?", at) - at);
}

/// What browsers read under the names of these charsets (WHATWG's encoding standard).
std::string as_browsers_do(const std::string& name) {
  const bool western =
      name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii";
  if (western) return "windows-1252";
  if (name == "gb2312") return "gbk";
  return name.rfind("utf-16", 0) == 0 ? "utf-8"
                                      : name;  // a file that says so in ASCII is not in UTF-16
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

std::string html_to_utf8(std::string_view bytes, const std::string& charset) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return repaired_utf8(bytes.substr(3));
  const bool marked16 = bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
  std::string name = charset;
  if (name.empty()) name = marked16 ? "UTF-16" : as_browsers_do(declared(bytes));
  if (name.empty())
    name = find_invalid_utf8(bytes) == std::string_view::npos ? "utf-8" : "windows-1252";
  if (name == "utf-8" || name == "UTF-8" || name == "utf8") return repaired_utf8(bytes);
  const Conversion conversion(name);
  if (!conversion.known()) throw CharsetNeeded{name};
  return repaired_utf8(conversion.run(bytes));
}

}  // namespace attache::reader
