// SPDX-License-Identifier: MIT
#include "seed/read/markdown.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "seed/read/front_matter.h"
#include "seed/read/map_builder.h"

namespace attache {
namespace {

bool is_word(char byte) {
  return std::isalnum(static_cast<unsigned char>(byte)) != 0 || (byte & 0x80) != 0;
}
bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }
bool is_punctuation(char byte) { return std::ispunct(static_cast<unsigned char>(byte)) != 0; }

bool is_blank(std::string_view line) { return std::all_of(line.begin(), line.end(), is_space); }

/// A line of nothing but three or more of one mark, with spaces: rules, setext underlines, table
/// rulers.
bool is_ruler(std::string_view line) {
  const std::size_t marks =
      static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char byte) {
        return std::string_view("-=*_").find(byte) != std::string_view::npos;
      }));
  const bool only = std::all_of(line.begin(), line.end(), [](char byte) {
    return is_space(byte) || std::string_view("-=*_|:+").find(byte) != std::string_view::npos;
  });
  return only && marks >= 3;
}

bool is_setext(std::string_view line) {
  return !is_blank(line) && line.find_first_not_of("=- \t\r") == std::string_view::npos &&
         (line[0] == '=' || line[0] == '-');
}

std::size_t heading_marks(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  const bool heading =
      hashes >= 1 && hashes <= 6 && (hashes == line.size() || is_space(line[hashes]));
  return heading ? std::min(line.find_first_not_of(" \t", hashes), line.size()) : 0;
}

/// Length of an HTML tag, comment or <autolink> that begins the text; 0 where it is only a "less
/// than".
std::size_t tag_length(std::string_view text) {
  if (text.substr(0, 4) == "<!--") {
    const std::size_t end = text.substr(0, 2000).find("-->");
    return end == std::string_view::npos ? 0 : end + 3;
  }
  if (text.size() < 3 || (text[1] != '/' && std::isalpha(static_cast<unsigned char>(text[1])) == 0))
    return 0;
  const std::size_t end = text.substr(0, 400).find_first_of("<>\n", 1);
  return end != std::string_view::npos && text[end] == '>' ? end + 1 : 0;
}

bool is_autolink(std::string_view tag) {
  return tag.find("://") != std::string_view::npos && tag.find(' ') == std::string_view::npos;
}

/// Where the bracket that opens the text closes; npos where it does not within 2,000 bytes.
std::size_t closing(std::string_view text, char open, char close) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size() && at < 2000; ++at) {
    if (text[at] == '\\') ++at;
    else if (text[at] == open) ++depth;
    else if (text[at] == close && --depth == 0) return at;
  }
  return std::string_view::npos;
}

/// Length of `(target)` or `[reference]` at the beginning, or 0.
std::size_t target_length(std::string_view text) {
  if (text.empty() || (text[0] != '(' && text[0] != '[')) return 0;
  const std::size_t end = closing(text, text[0], text[0] == '(' ? ')' : ']');
  return end == std::string_view::npos ? 0 : end + 1;
}

constexpr std::size_t max_unclosed = 100;

class Stripper {
 public:
  explicit Stripper(std::string_view source) : source_(source) { text_.reserve(source.size()); }

  void run(std::size_t body) {
    skip(body);
    while (at_ < source_.size()) line();
  }
  Decoded finish() { return {std::move(text_), map_.finish()}; }

 private:
  std::string_view rest() const { return source_.substr(at_); }

  void keep(std::size_t bytes) {
    text_ += source_.substr(at_, bytes);
    map_.copy(static_cast<std::uint32_t>(bytes), static_cast<std::uint32_t>(bytes));
    at_ += bytes;
  }
  void skip(std::size_t bytes) {
    map_.skip(static_cast<std::uint32_t>(bytes));
    at_ += bytes;
  }
  void insert_line_end() {
    text_ += '\n';
    map_.insert(1);
  }
  /// One byte of the file shown as another.
  void replace(char byte) {
    text_ += byte;
    map_.copy(1, 1);
    ++at_;
  }

  void line();
  void open_line(std::string_view line);
  void inline_text(std::size_t end);
  bool special(std::size_t end);
  bool bracket(std::size_t end);
  bool emphasis();

  std::string_view source_;
  std::string text_;
  MapBuilder map_;
  std::size_t at_ = 0;
  bool after_text_ = false;  ///< the line before this one holds words
  bool fenced_ = false;
  std::size_t unclosed_ = 0;  ///< brackets on this line that never close; each costs a search
};

void Stripper::line() {
  const std::size_t end = std::min(source_.find('\n', at_), source_.size());
  const std::string_view line = source_.substr(at_, end - at_);
  unclosed_ = 0;
  const bool fence = line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~";
  if (fence) fenced_ = !fenced_;
  const bool reference = !fence && line.substr(0, 1) == "[" &&
                         line.find("]: ") != std::string_view::npos && line[1] != '^';
  if (fence || reference || (!fenced_ && (is_ruler(line) || (after_text_ && is_setext(line))))) {
    skip(line.size());
  } else if (fenced_) {
    keep(line.size());
  } else {
    const bool heading = heading_marks(line) > 0;
    if (heading && after_text_) insert_line_end();
    open_line(line);
    inline_text(end);
    if (heading) insert_line_end();
  }
  after_text_ = !fence && !is_blank(line) && !is_ruler(line) && heading_marks(line) == 0;
  if (at_ < source_.size()) keep(1);
}

/// Marks that begin a line: quotation, heading, list.
void Stripper::open_line(std::string_view line) {
  std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
  while (indent < line.size() && line[indent] == '>') {
    skip(indent + 1);
    line.remove_prefix(indent + 1);
    indent = std::min(line.find_first_not_of(" \t"), line.size());
  }
  if (const std::size_t marks = heading_marks(line); marks > 0) return skip(marks);
  const bool bullet = indent + 1 < line.size() && (line[indent] == '*' || line[indent] == '+') &&
                      line[indent + 1] == ' ';
  keep(indent);
  if (bullet) replace('-');
}

void Stripper::inline_text(std::size_t end) {
  while (at_ < end) {
    const std::size_t plain = std::min(source_.find_first_of("\\`*_~[!<#", at_), end);
    keep(plain - at_);
    if (at_ < end && !special(end)) keep(1);
  }
}

/// Leaves out what is mark-up here; false where the byte is only itself.
bool Stripper::special(std::size_t end) {
  switch (source_[at_]) {
    case '\\':
      if (at_ + 1 >= end || !is_punctuation(source_[at_ + 1])) return false;
      skip(1);
      keep(1);
      return true;
    case '`': skip(1); return true;
    case '~':
      if (rest().substr(0, 2) != "~~") return false;
      skip(2);
      return true;
    case '<': {
      const std::size_t length = tag_length(source_.substr(at_, end - at_));
      if (length == 0) return false;
      if (!is_autolink(rest().substr(0, length))) return skip(length), true;
      skip(1);
      keep(length - 2);
      skip(1);
      return true;
    }
    case '#':  // the closing marks of a heading
      if (text_.empty() || text_.back() != ' ') return false;
      if (!is_blank(source_.substr(at_, end - at_)
                        .substr(std::min(rest().find_first_not_of('#'), end - at_))))
        return false;
      skip(end - at_);
      return true;
    case '[':
    case '!': return bracket(end);
    default: return emphasis();
  }
}

/// Links keep their words, images and footnote marks vanish; other brackets stay.
bool Stripper::bracket(std::size_t end) {
  const bool image = source_[at_] == '!';
  const std::string_view from = source_.substr(at_, end - at_).substr(image ? 1 : 0);
  if (from.empty() || from[0] != '[' || unclosed_ > max_unclosed) return false;
  const std::size_t close = closing(from, '[', ']');
  if (close == std::string_view::npos) return ++unclosed_, false;
  if (from.substr(0, 2) == "[^")
    return skip(close + (from.substr(close + 1, 1) == ":" ? 2 : 1)), true;
  const std::size_t target = target_length(from.substr(close + 1));
  if (target == 0) return false;
  if (image) return skip(1 + close + 1 + target), true;
  skip(1);
  const std::size_t words_end = at_ + close - 1;
  inline_text(words_end);
  skip(words_end + 1 + target - at_);
  return true;
}

/// A run of * or _ that stands against a word on one side; inside a word only *.
bool Stripper::emphasis() {
  const char mark = source_[at_];
  const std::size_t run = std::min(rest().find_first_not_of(mark), rest().size());
  const char before = at_ == 0 ? ' ' : source_[at_ - 1];
  const char after = run < rest().size() ? rest()[run] : ' ';
  const bool between_spaces = is_space(before) && is_space(after);
  const bool inside_word = mark == '_' && is_word(before) && is_word(after);
  if (between_spaces || inside_word || run > 3) return keep(run), true;
  skip(run);
  return true;
}

}  // namespace

Decoded strip_markdown(std::string_view markdown, Metadata& metadata) {
  Stripper stripper(markdown);
  stripper.run(read_front_matter(markdown, metadata));
  return stripper.finish();
}

}  // namespace attache
