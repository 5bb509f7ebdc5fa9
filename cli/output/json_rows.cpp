// SPDX-License-Identifier: MIT
// JSON and NDJSON, written as the rows come. No rows: `[]` and no bytes at all.
#include <vector>

#include "cli/output/cell.h"
#include "cli/output/format.h"
#include "cli/output/json.h"

namespace attache {
namespace {

/// Appends one object; keys keep the order of the columns.
class ObjectWriter {
 public:
  void begin(std::span<const ColumnInfo> columns) {
    for (const ColumnInfo& column : columns) {
      std::string key(1, keys_.empty() ? '{' : ',');
      append_json_string(key, column.name);
      key += ':';
      keys_.push_back(std::move(key));
      types_.push_back(column.type);
    }
  }

  void append(std::string& out, std::span<const Cell> cells) const {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      out += keys_[i];
      append_value(out, cells[i], types_[i]);
    }
    out += '}';
  }

 private:
  static void append_value(std::string& out, const Cell& cell, ColumnType type) {
    if (std::holds_alternative<std::monostate>(cell)) {
      out += "null";
    } else if (const auto* text = text_of(cell)) {
      if (type == ColumnType::list) {
        out += *text;
      } else {
        append_json_string(out, *text);
      }
    } else {
      append_plain(out, cell, type);
    }
  }

  std::vector<std::string> keys_;
  std::vector<ColumnType> types_;
};

class NdjsonWriter : public RowWriter {
 public:
  explicit NdjsonWriter(Sink& sink) : sink_(sink) {}
  void begin(std::span<const ColumnInfo> columns) override { objects_.begin(columns); }
  void row(std::span<const Cell> cells) override {
    objects_.append(sink_.text(), cells);
    sink_.text() += '\n';
    sink_.checkpoint();
  }
  void end() override {}

 private:
  Sink& sink_;
  ObjectWriter objects_;
};

class JsonWriter : public RowWriter {
 public:
  explicit JsonWriter(Sink& sink) : sink_(sink) {}
  void begin(std::span<const ColumnInfo> columns) override { objects_.begin(columns); }
  void row(std::span<const Cell> cells) override {
    sink_.append(any_ ? ",\n" : "[\n");
    any_ = true;
    objects_.append(sink_.text(), cells);
    sink_.checkpoint();
  }
  void end() override { sink_.append(any_ ? "\n]\n" : "[]\n"); }

 private:
  Sink& sink_;
  ObjectWriter objects_;
  bool any_ = false;
};

}  // namespace

std::unique_ptr<RowWriter> make_json(Sink& sink, const OutputOptions&) {
  return std::make_unique<JsonWriter>(sink);
}

std::unique_ptr<RowWriter> make_ndjson(Sink& sink, const OutputOptions&) {
  return std::make_unique<NdjsonWriter>(sink);
}

}  // namespace attache
