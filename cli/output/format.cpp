// SPDX-License-Identifier: MIT
#include "cli/output/format.h"

namespace attache {

std::unique_ptr<RowWriter> make_table(Sink&, const OutputOptions&);
std::unique_ptr<RowWriter> make_tsv(Sink&, const OutputOptions&);
std::unique_ptr<RowWriter> make_csv(Sink&, const OutputOptions&);
std::unique_ptr<RowWriter> make_json(Sink&, const OutputOptions&);
std::unique_ptr<RowWriter> make_ndjson(Sink&, const OutputOptions&);
std::unique_ptr<RowWriter> make_markdown(Sink&, const OutputOptions&);
std::unique_ptr<RowWriter> make_xlsx(Sink&, const OutputOptions&);

std::span<const FormatInfo> formats() {
  static constexpr FormatInfo list[] = {
      {"table", "aligned columns for people; the default on a terminal", false, true, false,
       make_table},
      {"tsv", "tab-separated, \\t \\n \\r \\\\ escaped; the default elsewhere", true, false, false,
       make_tsv},
      {"csv", "RFC 4180, lines end in CRLF", true, false, false, make_csv},
      {"json", "one array of objects", true, false, false, make_json},
      {"ndjson", "one object a line", true, false, false, make_ndjson},
      {"markdown", "a Markdown table", true, true, false, make_markdown},
      {"xlsx", "a workbook for spreadsheets, to a file (-o) or a pipe", true, false, true,
       make_xlsx},
  };
  return list;
}

const FormatInfo* find_format(std::string_view name) {
  for (const FormatInfo& format : formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace attache
