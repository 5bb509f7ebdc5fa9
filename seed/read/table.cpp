// SPDX-License-Identifier: MIT
#include "seed/read/table.h"

#include "seed/text/counted.h"

#include <algorithm>
#include <utility>

namespace attache {
namespace {

/// No table has so many columns, and a record of nothing but separators would take memory.
constexpr std::size_t most_fields = 10'000;

}  // namespace

TableReader::TableReader(char separator, std::size_t longest, TableSink sink)
    : separator_(separator), longest_(longest), sink_(std::move(sink)) {}

bool TableReader::feed(std::string_view bytes) {
  buffer_ += bytes;
  while (wanted_ && at_ < buffer_.size()) take(buffer_[at_]);
  buffer_.erase(0, field_);
  at_ -= field_;
  field_ = 0;
  return wanted_;
}

void TableReader::finish() {
  if (wanted_ && state_ == State::quoted) {
    take_back();
    while (wanted_ && at_ < buffer_.size()) take(buffer_[at_]);
    if (wanted_ && state_ == State::quoted) return finish();
  }
  if (!wanted_) return;
  if (state_ == State::mark) end_field(std::move(value_));
  else if (state_ == State::plain || fields_ > 0) end_plain();
  if (fields_ > 0) end_record('\0');
}

void TableReader::take(char byte) {
  switch (state_) {
    case State::line_end:
      state_ = State::start;
      if (byte != '\n') return;
      break;
    case State::start: take_start(byte); return;
    case State::plain:
      if (byte == separator_ || ends_line(byte)) {
        end_plain();
        if (ends_line(byte)) end_record(byte);
      } else if (at_ - field_ > longest_) {
        too_long_ = true;  // what is of it already is not kept
        buffer_.erase(field_, at_ - field_);
        at_ = field_;
      }
      break;
    case State::quoted:
      if (byte == '"') state_ = State::mark;
      else value_ += byte;
      if (byte == '\n') ++line_;
      if (at_ - field_ > longest_) return take_back();
      break;
    case State::mark: take_mark(byte); return;
  }
  ++at_;
  if (state_ == State::start || state_ == State::line_end) {
    field_ = at_;
    field_line_ = line_;
  }
}

/// The first byte of a field, or a blank before it.
void TableReader::take_start(char byte) {
  if (byte == '"') {
    value_.clear();
    state_ = State::quoted;
    ++at_;
  } else if (ends_line(byte) && fields_ == 0 && at_ == field_) {
    if (byte == '\n') ++line_;
    field_ = ++at_;
    field_line_ = line_;
    if (byte == '\r') {
      ++line_;
      field_line_ = line_;
      state_ = State::line_end;
    }
  } else if (is_blank(byte)) {
    ++at_;
  } else {
    state_ = State::plain;
  }
}

/// Behind a mark inside a quoted field: another one, its end, or none of both.
void TableReader::take_mark(char byte) {
  if (byte == '"') {
    value_ += '"';
    state_ = State::quoted;
  } else if (byte == separator_ || ends_line(byte)) {
    end_field(std::move(value_));
    if (ends_line(byte)) end_record(byte);
    ++at_;
    field_ = at_;
    field_line_ = line_;
    return;
  } else if (!is_blank(byte)) {
    return take_back();
  }
  ++at_;
}

/// The field's first mark opened nothing.
void TableReader::take_back() {
  at_ = field_;
  line_ = field_line_;
  value_.clear();
  state_ = State::plain;
}

void TableReader::end_field(std::string value) {
  value_.clear();
  state_ = State::start;
  if (record_.fields.empty()) record_.line = field_line_;
  if (++fields_ <= most_fields) record_.fields.push_back(std::move(value));
}

void TableReader::end_plain() {
  std::size_t from = field_, to = at_;
  while (from < to && is_blank(buffer_[from])) ++from;
  while (to > from && is_blank(buffer_[to - 1])) --to;
  end_field(buffer_.substr(from, to - from));
}

void TableReader::end_record(char byte) {
  if (byte != '\0') ++line_;
  if (byte == '\r') state_ = State::line_end;
  TableRecord record = std::exchange(record_, {});
  const std::size_t fields = std::exchange(fields_, 0);
  const bool cut = std::exchange(too_long_, false);
  const bool blank = fields == 1 && record.fields.front().empty() && !cut;
  if (cut)
    wanted_ = sink_.fault(record.line, "a field is longer than " + counted(longest_, "byte"));
  else if (fields > most_fields)
    wanted_ = sink_.fault(record.line, std::to_string(fields) + " fields are too many");
  else if (!blank) wanted_ = sink_.record(std::move(record));
}

std::vector<std::string> fields_of_line(std::string_view line, char separator) {
  std::vector<std::string> fields;
  TableReader reader(separator, line.size() + 1,
                     {[&](TableRecord record) {
                        fields = std::move(record.fields);
                        return false;
                      },
                      [](std::size_t, const std::string&) { return false; }});
  if (reader.feed(line)) reader.finish();
  return fields;
}

char separator_of(std::string_view header, const std::function<bool(const std::string&)>& wanted) {
  char best = ',';
  std::size_t most = 0;
  for (const char separator : {',', ';', '\t', '|'}) {
    const std::vector<std::string> fields = fields_of_line(header, separator);
    const bool known = std::any_of(fields.begin(), fields.end(), wanted);
    const std::size_t score = fields.size() + (known ? header.size() + 1 : 0);
    if (score <= most) continue;
    most = score;
    best = separator;
  }
  return best;
}

std::string_view separator_line(std::string_view text) {
  constexpr std::string_view says = "sep=";
  if (!text.starts_with(says) || text.size() < says.size() + 2) return {};
  const char end = text[says.size() + 1];
  return end == '\r' || end == '\n' ? text.substr(0, says.size() + 1) : std::string_view();
}

std::string_view first_line(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  text.remove_prefix(separator_line(text).size());
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  return text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
}

}  // namespace attache
