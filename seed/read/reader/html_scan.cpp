// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_scan.h"

#include "seed/text/ascii.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace attache::reader {
namespace {

using ascii::lower;

using namespace std::string_view_literals;

constexpr std::string_view spaces = " \t\r\n\f";
/// A page's tag carries some ten attributes; the parser compares each with each.
constexpr std::size_t max_attributes = 64;
constexpr std::size_t max_name = 64;
constexpr std::string_view cdata = "<![CDATA[";

bool is_letter(char byte) { return std::isalpha(static_cast<unsigned char>(byte)) != 0; }

bool same_name(std::string_view text, std::string_view name) {
  return text.size() == name.size() &&
         std::equal(text.begin(), text.end(), name.begin(),
                    [](char left, char right) { return lower(left) == right; });
}

}  // namespace

std::size_t HtmlScanner::after(std::string_view mark, std::size_t from) const {
  const std::size_t found = page_.find(mark, from);
  return found == std::string_view::npos ? page_.size() : found + mark.size();
}

bool HtmlScanner::next(HtmlPiece& piece) {
  if (at_ >= page_.size()) return false;
  piece = {};
  const std::size_t begin = at_;
  const auto byte = [&](std::size_t offset) {
    return begin + offset < page_.size() ? page_[begin + offset] : '\0';
  };
  const bool opens = byte(0) == '<';
  if (opens && is_letter(byte(1))) {
    piece.kind = HtmlPiece::Kind::start;
    tag(piece, begin + 1);
  } else if (opens && byte(1) == '/' && is_letter(byte(2))) {
    piece.kind = HtmlPiece::Kind::end;
    tag(piece, begin + 2);
  } else if (page_.substr(begin, cdata.size()) == cdata && has_ahead("]]>", begin)) {
    piece.kind = HtmlPiece::Kind::verbatim;
    at_ = after("]]>", begin);
    piece.bytes = page_.substr(begin + cdata.size(), at_ - begin - cdata.size() - 3);
    return true;
  } else if (opens && (byte(1) == '!' || byte(1) == '?' || byte(1) == '/')) {
    const bool doctype = same_name(page_.substr(begin, 9), "<!doctype");
    piece.kind = doctype ? HtmlPiece::Kind::doctype : HtmlPiece::Kind::comment;
    const std::string_view head = page_.substr(begin, 6);
    if (head.substr(0, 5) == "<!-->") at_ = begin + 5;
    else if (head == "<!--->") at_ = begin + 6;
    else if (head.substr(0, 4) == "<!--" && has_ahead("-->", begin + 4))
      at_ = after("-->", begin + 4);
    else at_ = after(">", begin + 1);  // a comment without end, too
  } else {
    at_ = std::min(page_.find('<', begin + 1), page_.size());
  }
  piece.bytes = page_.substr(begin, at_ - begin);
  return true;
}

void HtmlScanner::tag(HtmlPiece& piece, std::size_t name_at) {
  std::size_t at = std::min(page_.find_first_of(" \t\r\n\f/>", name_at), page_.size());
  const std::string_view name = page_.substr(name_at, at - name_at);
  if (name.size() <= max_name)
    std::transform(name.begin(), name.end(), std::back_inserter(piece.name), lower);
  while (at < page_.size() && page_[at] != '>') {
    if (page_[at] == '/' || spaces.find(page_[at]) != std::string_view::npos) {
      piece.self_closing = page_[at] == '/';
      ++at;
      continue;
    }
    piece.self_closing = false;
    const std::size_t end = attribute_end(at);
    if (piece.attributes.size() < max_attributes)
      piece.attributes.push_back(page_.substr(at, end - at));
    at = end;
  }
  at_ = std::min(at + 1, page_.size());
}

/// Where the attribute that begins here ends, its value included.
std::size_t HtmlScanner::attribute_end(std::size_t at) {
  const auto skip_spaces = [&](std::size_t from) {
    return std::min(page_.find_first_not_of(spaces, from), page_.size());
  };
  const std::size_t name_end = std::min(page_.find_first_of(" \t\r\n\f/>=", at + 1), page_.size());
  const std::size_t equals = skip_spaces(name_end);
  if (equals >= page_.size() || page_[equals] != '=') return name_end;
  const std::size_t value = skip_spaces(equals + 1);
  if (value >= page_.size()) return value;
  const std::string_view quote = page_.substr(value, 1);
  if ((quote == "\"" || quote == "'") && has_ahead(quote, value + 1))
    return after(quote, value + 1);
  return std::min(page_.find_first_of(" \t\r\n\f>", value), page_.size());
}

/// Whether a mark comes; once it does not, it is not looked for again.
bool HtmlScanner::has_ahead(std::string_view mark, std::size_t from) {
  if (missing_.count(mark) > 0) return false;
  if (page_.find(mark, from) != std::string_view::npos) return true;
  missing_.emplace(mark);
  return false;
}

/// Where the next `</name` begins, or npos.
std::size_t HtmlScanner::find_end(std::string_view name) {
  if (missing_.count(name) > 0) return std::string_view::npos;
  for (std::size_t at = page_.find("</", at_); at != std::string_view::npos;
       at = page_.find("</", at + 2)) {
    const std::size_t end = at + 2 + name.size();
    if (!same_name(page_.substr(at + 2, name.size()), name)) continue;
    if (end >= page_.size() ||
        std::string_view(" \t\r\n\f/>").find(page_[end]) != std::string_view::npos)
      return at;
  }
  missing_.emplace(name);
  return std::string_view::npos;
}

std::string_view HtmlScanner::raw_text(const HtmlPiece& opening) {
  const std::size_t begin = at_;
  const std::size_t end = opening.name == "plaintext" ? page_.size() : find_end(opening.name);
  if (end != std::string_view::npos) {
    at_ = end;
  } else if (opening.name == "style") {  // in which no tag can stand
    at_ = std::min(page_.find('<', begin), page_.size());
  } else if (opening.name == "script" && opening.bytes.find("src") == std::string_view::npos) {
    at_ = std::min(page_.find("\n<", begin), page_.size());
  }
  return page_.substr(begin, at_ - begin);
}

bool is_hidden_raw(std::string_view name) {
  return name == "script" || name == "style" || name == "iframe";
}

bool is_shown_raw(std::string_view name) {
  constexpr std::array names = {"title"sv, "textarea"sv, "xmp"sv, "noembed"sv, "plaintext"sv};
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace attache::reader
