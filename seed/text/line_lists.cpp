// SPDX-License-Identifier: MIT
#include "seed/text/line_lists.h"

#include <algorithm>
#include <utility>

#include "seed/text/marks.h"
#include "seed/text/word_class.h"

namespace attache {
namespace {

/// Tokens from a colon to the end of its list at most.
constexpr std::uint32_t longest_list = 600;
/// Signs of which a line is drawn.
constexpr std::uint32_t shortest_drawn = 3;

class SemicolonLists {
 public:
  SemicolonLists(std::string_view text, const std::vector<Token>& tokens,
                 const Vocabulary& vocabulary)
      : text_(text), tokens_(tokens), vocabulary_(vocabulary) {}

  std::vector<std::uint32_t> run() {
    for (std::uint32_t i = 0; i + 1 < size(); ++i)
      if (is(text_, tokens_[i], ':') && tokens_[i + 1].newline) look(i + 1);
    return std::move(items_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }

  /// Behind "; and" or ";" at a line's end; `semicolon` where it stands within a line.
  std::uint32_t item_end(std::uint32_t semicolon) const {
    std::uint32_t next = semicolon + 1;
    if (next + 1 < size() && !tokens_[next].newline && lower_word(tokens_[next]) &&
        any(vocabulary_.classes(tokens_[next].word), WordClass::coordinator))
      ++next;
    return next < size() && tokens_[next].newline ? next : semicolon;
  }

  /// The list's last item ends here, or it was none.
  bool stops(std::uint32_t i) const {
    if (i + 1 >= size()) return true;
    const Token& next = tokens_[i + 1];
    if (is(text_, tokens_[i], ':')) return next.newline;  // which begins a list of its own
    return is_one_of(text_, tokens_[i], ".?!") && next.newline;
  }

  void look(std::uint32_t first) {
    std::vector<std::uint32_t> found = {first};
    bool joined = false;  // "; and"
    const std::uint32_t end = std::min(size(), first + longest_list);
    for (std::uint32_t i = first; i < end; ++i) {
      if (i > found.back() && tokens_[i].blank) break;
      if (is(text_, tokens_[i], ';')) {
        const std::uint32_t next = item_end(i);
        if (next == i) return;
        joined = joined || next > i + 1;
        found.push_back(next);
        i = next - 1;
      } else if (stops(i)) {
        break;
      }
    }
    if (found.size() > 2 || (found.size() == 2 && joined))
      items_.insert(items_.end(), found.begin(), found.end());
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  std::vector<std::uint32_t> items_;
};

bool draws(const Token& token, std::string_view text) {
  return is_one_of(text, token, "-_=*~") || is_lone_dash(text, token);
}

}  // namespace

std::vector<std::uint32_t> semicolon_items(std::string_view text, const std::vector<Token>& tokens,
                                           const Vocabulary& vocabulary) {
  return SemicolonLists(text, tokens, vocabulary).run();
}

void drop_drawn_lines(std::vector<Token>& tokens, std::string_view text) {
  std::size_t kept = 0;
  bool below = false;
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t end = i;
    if (tokens[i].newline)
      while (end < tokens.size() && (end == i || !tokens[end].newline) && draws(tokens[end], text))
        ++end;
    const bool drawn = end - i >= shortest_drawn && (end == tokens.size() || tokens[end].newline);
    if (drawn) {
      below = true;
      i = end;
      continue;
    }
    if (below) tokens[i].blank = true;
    below = false;
    tokens[kept++] = tokens[i++];
  }
  tokens.resize(kept);
}

}  // namespace attache
