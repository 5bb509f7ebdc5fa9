// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_paragraphs.h"

#include <algorithm>
#include <cmath>

#include "seed/read/reader/pdf_items.h"
#include "seed/read/reader/pdf_words.h"

namespace attache::reader {
namespace {

long quarters(double points) { return std::lround(points * 4); }

/// The smallest distance that is met often.
double usual_of(const std::map<long, std::size_t>& steps) {
  std::size_t all = 0;
  for (const auto& [step, count] : steps) all += count;
  for (const auto& [step, count] : steps) {
    std::size_t near = count;  // what differs by rounding is the same
    for (const long other : {step - 1, step + 1, step + 2})
      if (const auto found = steps.find(other); found != steps.end()) near += found->second;
    if (near >= 2 && near * 5 >= all) return static_cast<double>(step + 1) / 4;
  }
  return 0;
}

bool same_size(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.size - b.size) <= 0.1 * std::max(a.size, b.size);
}

}  // namespace

Paragraphs::Paragraphs(const std::vector<PdfLine>& lines, const std::vector<PdfColumn>& columns)
    : lines_(lines), columns_(columns), steps_(columns.size()) {
  measure();
}

bool Paragraphs::follows_in_block(std::size_t at) const {
  return at > 0 && at < lines_.size() && line(at).block == line(at - 1).block;
}

/// From the line before; 0 where that is in another block.
double Paragraphs::step_to(std::size_t at) const {
  return follows_in_block(at) ? line(at).baseline - line(at - 1).baseline : 0;
}

void Paragraphs::measure() {
  for (std::size_t i = 1; i < lines_.size(); ++i) {
    const double step = step_to(i);
    if (step <= 0 || step > 3.2 * line(i).size || !same_size(line(i - 1), line(i))) continue;
    ++steps_[line(i).block][quarters(step)];
    ++steps_by_size_[std::lround(line(i).size)][quarters(step)];
  }
  std::size_t sure = 0, roomy = 0;
  for (std::size_t i = 1; i < lines_.size(); ++i) {
    if (!follows_in_block(i) || step_to(i) > 3.2 * line(i).size) continue;
    if (ends_sentence(line(i - 1).text) || ends_item(line(i - 1).text) ||
        !begins_small(line(i).text))
      continue;
    ++sure;
    if (leaves_room(i)) ++roomy;
  }
  filled_ = sure >= 4 && roomy * 12 <= sure;
}

double Paragraphs::usual_step(std::size_t at) const {
  const double widest = 1.45 * line(at).size;  // wider ones are looked at one by one
  const double here = usual_of(steps_[line(at).block]);
  if (here > 0) return std::min(here, widest);
  const auto found = steps_by_size_.find(std::lround(line(at).size));
  const double anywhere = found == steps_by_size_.end() ? 0 : usual_of(found->second);
  return anywhere > 0 ? std::min(anywhere, widest) : 1.25 * line(at).size;
}

Paragraphs::Step Paragraphs::kind_of_step(std::size_t at) const {
  const double step = step_to(at);
  if (step <= 1.18 * usual_step(at)) return Step::usual;
  if (step > 3.2 * line(at).size) return Step::gap;
  return runs_on(at) ? Step::wide : Step::gap;
}

/// Whether a line is as far from the one before as `step`.
bool Paragraphs::is_alike(std::size_t at, double step) const {
  const double there = step_to(at);
  return there > 0 && same_size(line(at), line(at - 1)) && std::abs(there - step) <= 0.06 * step;
}

/// Whether sentences run on from line to line among the neighbours that stand as far apart: one
/// does for certain, or most lines are long and end in the midst of one.
bool Paragraphs::runs_on(std::size_t at) const {
  constexpr std::size_t far = 24;  // bounds the time
  const double step = step_to(at);
  std::size_t begin = at, end = at + 1;
  while (begin > 1 && begin + far > at && is_alike(begin - 1, step)) --begin;
  while (end < lines_.size() && end < at + far && is_alike(end, step)) ++end;
  std::size_t open = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (ends_sentence(line(i - 1).text) || ends_item(line(i - 1).text)) continue;
    if (begins_small(line(i).text) || ends_open(line(i - 1).text)) return true;
    if (!is_short(i)) ++open;
  }
  return end - begin > 1 && 2 * open >= end - begin;
}

/// Whether the first word of line `at` would have found room in the line before.
bool Paragraphs::leaves_room(std::size_t at) const {
  const PdfLine& before = line(at - 1);
  return column(at - 1).right - before.right > line(at).first_width + 0.8 * before.size;
}

/// Whether the line before was left off where it need not have been.
bool Paragraphs::is_short(std::size_t at) const {
  const PdfColumn& edges = column(at - 1);
  if (filled_) return leaves_room(at);
  return line(at - 1).right - edges.left < 0.5 * (edges.right - edges.left);
}

/// Begins to the right of the line before, and of the column's edge.
bool Paragraphs::is_indented(std::size_t at) const {
  const double least = 0.7 * line(at).size;
  return line(at).left > column(at).left + least && line(at).left < column(at).left + 8 * least &&
         (!follows_in_block(at) || line(at).left > line(at - 1).left + least);
}

bool Paragraphs::is_centred(std::size_t at) const {
  const PdfColumn& edges = column(at);
  const double left = line(at).left - edges.left, right = edges.right - line(at).right;
  return left > 2 * line(at).size && right > 2 * line(at).size &&
         std::abs(left - right) < std::max(2 * line(at).size, 0.1 * (edges.right - edges.left));
}

/// A wide gap in this line and in one beside it, one below the other.
bool Paragraphs::is_table_row(std::size_t at) const {
  const PdfLine& here = line(at);
  if (here.widest_gap < 2 * here.size) return false;
  for (const std::size_t other : {at - 1, at + 1}) {
    if (other >= lines_.size() || line(other).block != here.block) continue;
    if (line(other).widest_gap < 2 * here.size) continue;
    const double common = std::min(line(other).gap_right, here.gap_right) -
                          std::max(line(other).gap_left, here.gap_left);
    if (common > here.size) return true;
  }
  return false;
}

/// A mark that a sentence counts with as it runs on, at the beginning of a line that the one before
/// left no room for.
bool Paragraphs::counts_on(std::size_t at) const {
  if (!filled_ || leaves_room(at) || is_indented(at)) return false;
  if (follows_in_block(at) && kind_of_step(at) == Step::gap) return false;
  return counts_in_line(lines_, at);
}

/// An item of a list, and not `(a)` or `5.` within a sentence at the beginning of a line.
bool Paragraphs::begins_item(std::size_t at) const {
  const PdfLine &before = line(at - 1), &here = line(at);
  if (!begins_with_item(here.text) || counts_on(at)) return false;
  if (ends_sentence(before.text) || begins_with_item(before.text)) return true;
  if (filled_ && leaves_room(at)) return true;
  const bool in_line = std::abs(here.left - before.left) < 0.5 * here.size;
  if (begins_with_dash(here.text) && in_line) return false;  // as within a sentence
  if (begins_with_bullet(here.text)) return !ends_open(before.text) || !in_line;
  return follows_in_block(at) && !in_line && !ends_open(before.text);
}

bool Paragraphs::begins_after_gap(std::size_t at) const {
  const PdfLine &before = line(at - 1), &here = line(at);
  if (step_to(at) > 1.8 * usual_step(at) || ends_item(before.text)) return true;
  // a line that holds a raised or taller sign stands farther off
  const bool goes_on = !ends_sentence(before.text) && !is_short(at);
  return !goes_on || !(begins_small(here.text) || ends_open(before.text));
}

/// The line before is a short one of an item, and this one stands to the left of its words.
bool Paragraphs::ends_list(std::size_t at) const {
  const PdfLine &before = line(at - 1), &here = line(at);
  const double least = 0.7 * here.size;
  const bool item = begins_with_item(before.text) ||
                    (before.left > column(at - 1).left + least && !is_centred(at - 1));
  return item && is_short(at) &&
         here.left < before.left + (begins_with_item(before.text) ? least : -least);
}

bool Paragraphs::begins_in_block(std::size_t at) const {
  const PdfLine &before = line(at - 1), &here = line(at);
  const Step step = kind_of_step(at);
  if (step == Step::gap) return begins_after_gap(at);
  if (ends_item(before.text) && filled_ && leaves_room(at)) return true;
  const bool ended = ends_sentence(before.text);
  if (!ended && (column(at).cell || begins_small(here.text) || ends_open(before.text)))
    return false;
  if (ended) return !begins_small(here.text) && (is_short(at) || is_indented(at));
  if (ends_list(at)) return true;
  if (is_centred(at) && is_centred(at - 1)) return before.bold != here.bold;
  const bool heading = is_short(at) && (filled_ || before.bold != here.bold);
  return heading || (is_indented(at) && is_short(at));
}

/// The block that line `at` ends is a short one beside another, most of whose lines begin with a
/// capital: names and offices below a treaty, no prose.
bool Paragraphs::ends_signature(std::size_t at) const {
  constexpr std::size_t longest = 10;
  if (!column(at).beside || column(at).lines > longest) return false;
  std::size_t lines = 0, capitals = 0;
  for (std::size_t i = at + 1; i-- > 0 && line(i).block == line(at).block;) {
    ++lines;
    capitals += !begins_small(line(i).text);
  }
  return lines > 1 && capitals * 3 >= lines * 2;
}

/// Over the end of a column or page the sentence runs on.
bool Paragraphs::begins_in_next_block(std::size_t at) const {
  const PdfLine &before = line(at - 1), &here = line(at);
  if ((column(at - 1).cell || column(at).cell) && here.page == before.page) return true;
  const bool ended = ends_sentence(before.text);
  if (!ended && (begins_small(here.text) || ends_open(before.text))) return false;
  if (ended) return !filled_ || is_short(at) || is_indented(at) || here.page == before.page;
  if (ends_list(at)) return true;
  if (before.bold != here.bold || is_centred(at) || is_centred(at - 1)) return true;
  if (here.page == before.page && ends_signature(at - 1)) return true;
  return filled_ && leaves_room(at);
}

bool Paragraphs::begin_at(std::size_t at) const {
  if (at == 0) return true;
  const PdfLine &before = line(at - 1), &here = line(at);
  if (has_leaders(before.text) || begins_item(at)) return true;
  if (!same_size(before, here)) return true;
  if (!follows_in_block(at)) return begins_in_next_block(at);
  if (is_table_row(at) || is_table_row(at - 1)) return true;
  return begins_in_block(at);
}

}  // namespace attache::reader
