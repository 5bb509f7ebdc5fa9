// SPDX-License-Identifier: MIT
#include "seed/text/segment.h"

#include <algorithm>

#include "seed/text/line_joins.h"
#include "seed/text/list_markers.h"
#include "seed/text/marks.h"
#include "seed/text/sentence_ends.h"

namespace attache {
namespace {

/// A heading is no longer than this (tokens).
constexpr std::uint32_t longest_heading = 12;
/// A sentence of more tokens is cut behind the next comma, semicolon or colon, and where none comes
/// behind the last token of the second figure. What reads a sentence may look at all of it for each
/// of its tokens, so its length must have a bound. The longest of 10,888 speeches has 680.
constexpr std::uint32_t long_sentence = 768;
constexpr std::uint32_t longest_sentence = 1024;

}  // namespace

void drop_page_numbers(std::vector<Token>& tokens, std::string_view text) {
  std::size_t kept = 0;
  const std::size_t n = tokens.size();
  for (std::size_t i = 0; i < n;) {
    std::size_t j = i;
    if (tokens[i].newline && tokens[i].kind != TokenKind::word && kept > 0 &&
        !is_one_of(text, tokens[kept - 1], ".?!:;")) {
      while (j < n && (j == i || !tokens[j].newline) &&
             (is_lone_dash(text, tokens[j]) || tokens[j].kind == TokenKind::number))
        ++j;
      const bool furniture =
          j > i && j - i <= 3 && j < n && tokens[j].newline && lower_word(tokens[j]);
      if (!furniture) j = i;
    }
    if (j > i) {
      tokens[j].blank = false;
      i = j;
    } else {
      if (kept != i) tokens[kept] = tokens[i];
      ++kept;
      ++i;
    }
  }
  tokens.resize(kept);
}

namespace {

class Segmenter {
 public:
  Segmenter(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
            const SentenceRules& rules, const std::vector<std::uint32_t>& names_over_lines,
            bool marked_up, std::vector<Sentence>& out)
      : text_(text),
        tokens_(tokens),
        lines_(text, tokens, vocabulary, rules, names_over_lines, marked_up),
        ends_(text, tokens, vocabulary, rules),
        markers_(text, tokens, rules),
        out_(out) {
    find_ended_items();
  }

  void run() {
    start_ = skip_marker(0);
    for (std::uint32_t i = start_; i < size(); ++i) {
      if (i > start_ && tokens_[i].newline && line_break(i)) {
        close(i, !ends_sentence(tokens_[i - 1]));
        begin(skip_marker(i), i);
      } else if (const auto item = markers_.inline_marker(i); item != i) {
        close(i, false);
        mark_item(false);
        begin(item, i);
      } else if (const auto end = ends_.end(i, start_); end != 0) {
        close(end, false);
        begin(next_start(end), i);
      } else if (too_long(i)) {
        close(i + 1, false);
        start_ = i + 1;
      }
    }
    close(size(), size() > 0 && !ends_sentence(tokens_[size() - 1]));
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }

  /// The next sentence begins at `at`, and so does the loop's next turn.
  void begin(std::uint32_t at, std::uint32_t& i) {
    start_ = at;
    i = at - 1;
  }

  std::uint32_t next_start(std::uint32_t end) {
    if (end >= size()) return end;
    if (tokens_[end].newline) return skip_marker(end);
    // The bar of a table's row is no part of the next cell.
    if (is(text_, tokens_[end], '|') && end + 1 < size() && !tokens_[end + 1].newline)
      return end + 1;
    const auto item = markers_.after_sentence(end);
    if (item != end) mark_item(true);
    return item;
  }

  /// The next sentence is an item whose marker stands within a line.
  void mark_item(bool bullet) {
    out_marker_ = true;
    bullet_ = bullet;
  }

  /// No end came for so long that the sentence is cut behind token `i`.
  bool too_long(std::uint32_t i) const {
    const auto tokens = i + 1 - start_;
    return tokens >= longest_sentence ||
           (tokens >= long_sentence && is_one_of(text_, tokens_[i], ",;:"));
  }

  bool ends_sentence(const Token& token) const { return is_one_of(text_, token, ".?!:;\"')"); }

  /// True where the line that starts at `i` starts something new.
  bool line_break(std::uint32_t i) const {
    const bool marker = markers_.line_marker(i) != i;
    if (marker && !lines_.blank(i) && !lines_.marked_up() &&
        lines_.leads_to_label(i, start_, markers_.stands_alone(i)))
      return false;
    const bool dash = is_lone_dash(text_, tokens_[i]) && !out_marker_ && lines_.dashes_on(i);
    if (marker && !dash &&
        (tokens_[i].kind != TokenKind::number || ends_sentence(tokens_[i - 1]) || lines_.blank(i) ||
         lines_.marked_up() || !lines_.wrapped()))
      return true;
    if (!marker && goes_on_in_item(i)) return false;
    return lines_.breaks(i, start_, ends_.starts_clearly(i), out_marker_);
  }

  /// Markers before which an item ends with a semicolon.
  void find_ended_items() {
    for (std::uint32_t i = 2; i < size(); ++i)
      if (tokens_[i].newline && ends_with_semicolon(i) && markers_.line_marker(i) != i)
        behind_semicolons_.push_back(i);
  }

  /// What stands before `i` ends with a semicolon, or with "; and".
  bool ends_with_semicolon(std::uint32_t i) const {
    return is(text_, tokens_[i - 1], ';') ||
           (lower_word(tokens_[i - 1]) && is(text_, tokens_[i - 2], ';'));
  }

  /// The item that is open is one of a list whose items end with semicolons: the marker before it
  /// or the next one stands behind one.
  bool is_among_ended_items(std::uint32_t i) const {
    constexpr std::uint32_t marker = 5, item = 150;  // tokens at most
    const auto next = std::upper_bound(behind_semicolons_.begin(), behind_semicolons_.end(), i);
    if (next != behind_semicolons_.end() && *next - i < item) return true;
    return next != behind_semicolons_.begin() && *(next - 1) < start_ &&
           start_ - *(next - 1) < marker;
  }

  /// "(a) The Anna Berg" before "House;": the item has not ended yet, and items here do.
  bool goes_on_in_item(std::uint32_t i) const {
    return out_marker_ && i > start_ + 1 && !lines_.blank(i) && !lines_.marked_up() &&
           !lines_.ends_line(i - 1) && !ends_with_semicolon(i) && !tokens_[i].upper &&
           tokens_[i].kind == TokenKind::word && !ends_.starts_clearly(i) &&
           is_among_ended_items(i);
  }

  std::uint32_t skip_marker(std::uint32_t i) {
    const auto end = i < size() ? markers_.line_marker(i) : i;
    out_marker_ = end != i;
    bullet_ = out_marker_ && !markers_.plain_number(i, end);
    // "29.\t(a) ..." has two markers.
    if (i < size())
      paragraph_ += !out_.empty() && (lines_.blank(i) || !lines_.wrapped() || out_marker_) &&
                    tokens_[i].newline;
    return end;
  }

  void close(std::uint32_t end, bool open_end) {
    if (end <= start_) return;
    Sentence sentence;
    sentence.first = start_;
    sentence.last = end;
    sentence.span = {tokens_[start_].begin, tokens_[end - 1].end};
    sentence.paragraph = paragraph_;
    sentence.item = out_marker_;
    sentence.bullet = bullet_;
    const bool own_line = tokens_[start_].newline || out_marker_;
    const bool line_after = end >= size() || tokens_[end].newline;
    sentence.heading = open_end && own_line && line_after && end - start_ <= longest_heading &&
                       tokens_[start_].capital;
    out_.push_back(sentence);
    if (end < size() && !(tokens_[end].newline)) out_marker_ = bullet_ = false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  LineJoins lines_;
  SentenceEnds ends_;
  ListMarkers markers_;
  std::vector<Sentence>& out_;
  std::uint32_t start_ = 0;
  std::uint32_t paragraph_ = 0;
  bool out_marker_ = false, bullet_ = false;
  std::vector<std::uint32_t> behind_semicolons_;  ///< markers of items, rising
};

}  // namespace

void segment(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
             const SentenceRules& rules, std::vector<Sentence>& sentences,
             const std::vector<std::uint32_t>& names_over_lines, bool marked_up) {
  sentences.clear();
  if (!tokens.empty())
    Segmenter(text, tokens, vocabulary, rules, names_over_lines, marked_up, sentences).run();
}

}  // namespace attache
