// SPDX-License-Identifier: MIT
#include "seed/read/reader/block_writer.h"

#include <algorithm>
#include <cctype>

namespace attache::reader {
namespace {

bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }
bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

}  // namespace

void BlockWriter::flush() {
  if (!text_.empty()) {
    if (pending_ == Break::blank) text_ += ' ';
    if (pending_ == Break::line) text_ += '\n';
    if (pending_ == Break::paragraph) text_ += "\n\n";
  }
  pending_ = Break::none;
  if (!mark_.empty()) text_ += mark_;
  mark_.clear();
}

void BlockWriter::words(std::string_view text) {
  for (const char byte : text) {
    if (is_space(byte)) {
      space();
    } else if (!is_control(byte)) {
      this->byte(byte);
    }
  }
}

std::string_view BlockWriter::last_word() const {
  constexpr std::size_t longest = 40;  // whoever asks looks at the word's last letters
  const std::string_view text = before();
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), longest));
  return tail.substr(tail.find_last_of(" \n") + 1);  // npos + 1 is 0
}

void BlockWriter::byte(char byte) {
  const bool letter = std::isalnum(static_cast<unsigned char>(byte)) != 0 ||
                      static_cast<unsigned char>(byte) >= 0x80;
  if (parted_ && letter) space();
  parted_ = typed_ = false;
  if (pending_ != Break::none || !mark_.empty()) flush();
  text_ += byte;
  ++kept_;
}

void BlockWriter::verbatim(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end =
        text.find('\n', at) == std::string_view::npos ? text.size() : text.find('\n', at);
    const std::string_view line = text.substr(at, end - at);
    if (folded(line).empty()) paragraph_break();
    else words(line);
    if (end < text.size()) line_break();
    at = end + 1;
  }
}

std::string folded(std::string_view text) {
  BlockWriter writer;
  writer.words(text);
  std::string line = writer.finish();
  if (!line.empty()) line.pop_back();
  return line;
}

}  // namespace attache::reader
