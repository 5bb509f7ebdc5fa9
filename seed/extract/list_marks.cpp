// SPDX-License-Identifier: MIT
#include "seed/extract/list_marks.h"

#include <charconv>

namespace attache {
namespace {

/// A mark has no more tokens: "(", "14", ")".
constexpr std::uint32_t longest_mark = 4;

}  // namespace

ListMark mark_of(const Analysis& a, std::uint32_t sentence) {
  ListMark mark;
  if (!a.sentences[sentence].item) return mark;
  const auto end = a.sentences[sentence].first;
  mark.form = ListMark::Form::bullet;
  for (auto t = end; t-- > 0 && end - t <= longest_mark;) {
    if (a.sentence_of[t] != Analysis::no_sentence) break;
    if (a.is_punctuation(t, ")")) mark.form = ListMark::Form::bracketed;
    if (a.tokens[t].kind == TokenKind::number && mark.number == 0) {
      // Of "3.2" the last number counts.
      const auto raw = a.raw(t);
      const auto point = raw.rfind('.', raw.size() - 2);
      const auto from = raw.size() > 1 && point != std::string_view::npos ? point + 1 : 0;
      std::from_chars(raw.data() + from, raw.data() + raw.size(), mark.number);
      if (mark.form != ListMark::Form::bracketed) mark.form = ListMark::Form::numbered;
    }
    if (a.tokens[t].newline) break;
  }
  return mark;
}

std::uint32_t list_end(const Analysis& a, std::uint32_t first) {
  const auto opened = mark_of(a, first);
  const auto own = first > 0 ? mark_of(a, first - 1) : ListMark{};
  const bool sibling = own.form == ListMark::Form::numbered && own.form == opened.form &&
                       opened.number == own.number + 1;
  if (sibling) return first;
  auto last = opened;
  auto s = first + 1;
  for (; s < a.sentences.size() && a.sentences[s].item; ++s) {
    const auto mark = mark_of(a, s);
    if (mark.form != ListMark::Form::numbered) continue;
    if (opened.form != ListMark::Form::numbered) break;
    if (mark.number != last.number + 1) break;
    last = mark;
  }
  return s;
}

}  // namespace attache
