// SPDX-License-Identifier: MIT
#include "seed/read/document_records.h"

#include <algorithm>
#include <cstring>

#include "tests/catch.h"
#include "tests/read/temporary.h"

using namespace attache;

namespace {

/// The bytes, so many at a time.
ByteSource in_pieces(std::string bytes, std::size_t piece) {
  return [bytes = std::move(bytes), piece, at = std::size_t{0}](char* buffer,
                                                                std::size_t size) mutable {
    const std::size_t taken = std::min({piece, size, bytes.size() - at});
    std::memcpy(buffer, bytes.data() + at, taken);
    at += taken;
    return taken;
  };
}

std::vector<TableDocument> records_of(const std::string& bytes, std::size_t piece = 1u << 16,
                                      RecordOptions options = {}) {
  options.columns.text = "text";
  std::vector<TableDocument> records;
  read_records(in_pieces(bytes, piece), options, [&](TableDocument record) {
    records.push_back(std::move(record));
    return true;
  });
  return records;
}

}  // namespace

TEST_CASE("records are the same however their bytes come") {
  const std::string bytes =
      "\xEF\xBB\xBF{\"id\":1,\"text\":\"caf\xC3\xA9\"}\r\n\n  \n{\"id\":\"b\",\"pa"
      "th\":\"x.txt\"}\n\xEF\xBB\xBF{\"id\":3,\"text\":\"\xFF\"}\n{\"id\":4";
  for (std::size_t piece = 1; piece < bytes.size() + 2; ++piece) {
    const auto records = records_of(bytes, piece);
    REQUIRE(records.size() == 4);
    CHECK(records[0].id == "1");
    CHECK(records[0].text == "caf\xC3\xA9");
    CHECK(records[0].line == 1);
    CHECK(records[1].path == "x.txt");
    CHECK(records[1].line == 4);
    CHECK(records[2].code == record_error::invalid_utf8);
    CHECK(records[2].id == "3");
    CHECK(records[3].code == record_error::invalid_json);
    CHECK(records[3].line == 6);
  }
}

TEST_CASE("a record's fate does not depend on the others") {
  const std::string twice = "{\"id\":1,\"text\":\"a\"}\n{\"id\":1,\"text\":\"a\"}\n";
  for (const TableDocument& record : records_of(twice)) CHECK(record.error.empty());
  for (const TableDocument& record : records_of("[\n{\"id\":1,\"text\":\"a\"}\n]\n"))
    CHECK(record.error.empty() == (record.id == "1"));
}

TEST_CASE("a line that is too long is passed over in little memory") {
  RecordOptions options;
  options.max_bytes = 1000;
  const std::size_t longest = 1000 + (1u << 20);
  const std::string head = "{\"id\":\"a\",\"text\":\"",
                    tail = "\"}\n{\"id\":\"b\",\"text\":\"x\"}\n";
  const auto of_length = [&](std::size_t length) {
    return head + std::string(length - head.size() - 2, 'x') + tail;
  };
  CHECK(records_of(of_length(longest), 1u << 16, options)[0].error.empty());
  const auto records = records_of(of_length(longest + 1), 1u << 16, options);
  REQUIRE(records.size() == 2);
  CHECK(records[0].code == record_error::line_too_long);
  CHECK(records[0].id == "a");
  CHECK(records[1].error.empty());
}

TEST_CASE("what is no record is told by a code") {
  const std::pair<const char*, std::string_view> lines[] = {
      {"nonsense", record_error::invalid_json},
      {"null", record_error::invalid_json},
      {"\"text\"", record_error::invalid_json},
      {"{}", record_error::no_text},
      {"{} {}", record_error::invalid_json},
      {R"({"text":null})", record_error::no_text},
      {R"({"text":""})", record_error::no_text},
      {R"({"text":{"text":"a"}})", record_error::no_text},
      {R"({"path":""})", record_error::no_text},
      {R"({"text":"a","path":"b"})", record_error::text_and_path},
      {R"({"path":["a","b"]})", record_error::unreadable},
      {R"({"text":"a","path":""})", ""},
      {R"({"text":"","path":"a"})", ""},
      {R"({"text":["a","b"]})", ""},
      {R"({"text":1})", ""},
  };
  for (const auto& [line, code] : lines) {
    INFO(line);
    const auto records = records_of(line);
    REQUIRE(records.size() == 1);
    CHECK(records[0].code == code);
    CHECK(records[0].error.empty() == code.empty());
  }
  const auto nul = records_of(std::string("{\"id\":1}\0{}", 11));
  REQUIRE(nul.size() == 1);
  CHECK(nul[0].code == record_error::invalid_json);
}

TEST_CASE("ids are one line of text") {
  const std::pair<const char*, const char*> ids[] = {
      {"1", "1"},
      {"-7", "-7"},
      {"1.50", "1.50"},
      {"true", "true"},
      {"\" a\\nb \"", "a b"},
      {"12345678901234567890123", "12345678901234567890123"},
      {"null", ""},
      {"\"\"", ""},
      {"{\"a\":1}", ""},
  };
  for (const auto& [json, id] : ids) {
    INFO(json);
    const auto records = records_of("{\"id\":" + std::string(json) + ",\"text\":\"a\"}");
    REQUIRE(records.size() == 1);
    CHECK(records[0].error.empty());
    CHECK(records[0].id == id);
  }
}
