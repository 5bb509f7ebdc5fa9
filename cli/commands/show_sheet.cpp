// SPDX-License-Identifier: MIT
#include "cli/commands/show_sheet.h"

#include <algorithm>

#include "cli/commands/show_parts.h"
#include "cli/output/cell.h"
#include "cli/output/escape.h"
#include "cli/output/marks.h"
#include "cli/output/terminal.h"

namespace attache {
namespace {

/// A value that would be narrower than this stands below its name.
constexpr std::size_t narrowest_value = 20;
constexpr std::size_t step = 2;

std::string marked(const Passage& passage, std::string_view text) {
  std::string words;
  std::int64_t at = passage.bytes.start;
  for (const ByteRange& range : passage.marked) {
    words += std::string(piece_of(text, at, range.start)) + std::string(mark_open) +
             std::string(piece_of(text, range.start, range.end)) + std::string(mark_close);
    at = range.end;
  }
  return words + std::string(piece_of(text, at, passage.bytes.end));
}

std::string heading(const CitedPlace& place) {
  std::string line = "sentence " + std::to_string(place.sentence) + ", bytes " +
                     std::to_string(place.start) + "-" + std::to_string(place.end);
  if (!place.rule.empty()) line += ", rule " + printable(place.rule);
  if (place.confidence) {
    line += ", confidence ";
    append_number(line, *place.confidence);
  }
  if (!place.of.empty()) line += ", " + printable(place.of);
  return line;
}

}  // namespace

void Sheet::fields(const std::vector<Field>& fields) {
  std::size_t widest = 0;
  for (const Field& field : fields) widest = std::max(widest, field.column.name.size());
  const std::size_t margin = widest + step;
  const bool narrow = width_ > 0 && width_ < margin + narrowest_value;
  for (const Field& field : fields) {
    if (!field.value) continue;
    const std::string value = display_text(cell_of(field), field.column.type);
    // A code or a slug is not broken where it fits below.
    const bool below = narrow || (width_ > 0 && widest_word(value) > width_ - margin);
    std::string name = field.column.name;
    if (below) {
      lines("", name);
      lines(std::string(step, ' '), value);
    } else {
      name.resize(margin, ' ');
      lines(name, value);
    }
  }
}

void Sheet::metadata(const std::vector<MetadataRecord>& entries) {
  if (!entries.empty()) session_.out.append("\n");
  for (const MetadataRecord& entry : entries) value_lines(printable(entry.key) + ": ", entry.value);
}

void Sheet::passages(const std::vector<Passage>& passages, std::string_view text) {
  for (const Passage& passage : passages) {
    session_.out.append("\n");
    for (const CitedPlace& place : passage.places) hanging(heading(place));
    std::string words = marked(passage, text);
    if (!colour_) words = replace_marks(words, "[", "]");
    lines("  ", printable(words));
    session_.out.checkpoint();
  }
}

void Sheet::rows(const std::vector<std::string>& references) {
  if (!references.empty()) session_.out.append("\n");
  for (const std::string& reference : references) hanging("cited by " + printable(reference));
}

void Sheet::value_lines(const std::string& words, std::string_view value) {
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = std::min(value.find('\n', at), value.size());
    const std::string line = printable(value.substr(at, end - at));
    if (at == 0) lines("  ", words + line);
    else if (line.empty()) session_.out.append("\n");
    else lines("    ", line);
    at = end + 1;
  }
}

void Sheet::lines(const std::string& margin, const std::string& words) {
  const std::size_t taken = margin.size();
  bool bold = false;
  std::string head = margin;
  for (const std::string& line :
       wrap(words, width_ == 0 ? 0 : std::max(width_, taken + 1) - taken)) {
    session_.out.append(head + (colour_ ? embolden(line, bold) : line) + "\n");
    head.assign(taken, ' ');
  }
}

void Sheet::hanging(const std::string& words) {
  for (const std::string& line : wrap_hanging(words, width_, step))
    session_.out.append(line + "\n");
}

}  // namespace attache
