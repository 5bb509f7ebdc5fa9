// SPDX-License-Identifier: MIT
#include "seed/read/table.h"

#include <csv.h>

#include <algorithm>

namespace attache {

struct TableReader::State {
  State(char separator, Quoting how, std::size_t most, TableSink to)
      : quoting(how), longest(most), sink(std::move(to)) {
    const unsigned char strict = quoting == Quoting::strict ? CSV_STRICT : 0;
    csv_init(&parser, static_cast<unsigned char>(strict | CSV_STRICT_FINI | CSV_APPEND_NULL));
    csv_set_blk_size(&parser, 1u << 16);
    csv_set_delim(&parser, static_cast<unsigned char>(separator));
    if (separator == '\t') csv_set_space_func(&parser, is_blank);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { csv_free(&parser); }

  /// libcsv takes a tab for white space unless told otherwise, and then for no separator.
  static int is_blank(unsigned char byte) { return byte == CSV_SPACE ? 1 : 0; }

  static void field(void* bytes, std::size_t size, void* self) {
    auto& state = *static_cast<State*>(self);
    state.current.fields.emplace_back(static_cast<const char*>(bytes), size);
  }
  static void record(int, void* self) {
    auto& state = *static_cast<State*>(self);
    state.wanted = state.wanted && state.sink.record(std::move(state.current));
    state.current = {};
    state.current.line = state.line + 1;
    state.bytes = 0;
  }
  void fail(std::size_t at, const std::string& what) {
    sink.fault(at, what);
    wanted = false;
  }

  csv_parser parser{};
  const Quoting quoting;
  const std::size_t longest;
  const TableSink sink;
  TableRecord current{{}, 1};
  std::size_t line = 1;   ///< that is read now; libcsv does not count
  std::size_t bytes = 0;  ///< of the record under way
  bool wanted = true;
};

TableReader::TableReader(char separator, Quoting quoting, std::size_t longest, TableSink sink)
    : state_(std::make_unique<State>(separator, quoting, longest, std::move(sink))) {}

TableReader::~TableReader() = default;

bool TableReader::feed(std::string_view bytes) {
  while (!bytes.empty() && state_->wanted) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    if (!feed_line(bytes.substr(0, end))) break;
    bytes.remove_prefix(end);
  }
  return state_->wanted;
}

/// Up to one line end, so that lines can be counted.
bool TableReader::feed_line(std::string_view bytes) {
  State& state = *state_;
  if (state.bytes == 0) state.current.line = state.line;
  state.bytes += bytes.size();
  if (csv_parse(&state.parser, bytes.data(), bytes.size(), State::field, State::record, &state) !=
      bytes.size()) {
    state.fail(state.line, "a quotation mark inside a field: double it, and quote the whole field");
  } else if (state.bytes > state.longest) {
    state.fail(state.current.line, "a record that begins here is longer than " +
                                       std::to_string(state.longest) +
                                       " bytes; a quoted field may lack its end");
  }
  if (bytes.back() == '\n') {
    ++state.line;
    // A line end alone is no record; one inside a quoted field goes on with the record.
    if (bytes == "\n" || bytes == "\r\n")
      state.bytes = state.current.fields.empty() && state.bytes <= 2 ? 0 : state.bytes;
  }
  return state.wanted;
}

void TableReader::finish() {
  State& state = *state_;
  if (!state.wanted) return;
  // csv_fini() tells this in strict parsing alone.
  constexpr int field_begun = 2;
  const bool open = state.parser.quoted != 0 && state.parser.pstate == field_begun;
  if (open || csv_fini(&state.parser, State::field, State::record, &state) != 0)
    state.fail(state.current.line, "a quoted field that begins here or below never ends");
}

std::vector<std::string> fields_of_line(std::string_view line, char separator) {
  std::vector<std::string> fields;
  TableReader reader(separator, Quoting::lenient, line.size() + 1,
                     {[&](TableRecord record) {
                        fields = std::move(record.fields);
                        return false;
                      },
                      [](std::size_t, const std::string&) {}});
  reader.feed(line);
  reader.finish();
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

std::string_view first_line(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  text = text.substr(0, std::min(text.find('\n'), text.size()));
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

}  // namespace attache
