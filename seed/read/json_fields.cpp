// SPDX-License-Identifier: MIT
#include "seed/read/json_fields.h"

#include <nlohmann/json.hpp>

namespace attache {
namespace {

using Json = nlohmann::json;

constexpr std::size_t deepest = 16;
constexpr std::size_t longest_path = 400;
constexpr std::size_t most_entries = 2000;

/// Takes values as the parser meets them, so that no tree is built of what is a stranger's.
class Handler : public nlohmann::json_sax<Json> {
 public:
  Handler(JsonFields& fields, std::string_view text_field)
      : fields_(fields), text_field_(text_field) {}

  bool null() override { return add_nothing(); }
  bool boolean(bool value) override { return add(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return add(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& digits) override { return add(digits); }
  bool string(string_t& value) override { return add(value); }
  bool binary(binary_t&) override { return true; }

  bool start_object(std::size_t) override { return open(true); }
  bool start_array(std::size_t) override { return open(false); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Level& level = levels_.back();
    level.path.resize(level.above);
    if (!level.path.empty()) level.path += '.';
    level.path += name;
    return level.path.size() <= longest_path || refuse("has keys that are too long");
  }

  bool parse_error(std::size_t position, const std::string&,
                   const Json::exception& error) override {
    const std::string words = error.what();
    const bool ends = words.find("unexpected end of input") != std::string::npos;
    return refuse("is broken JSON " +
                  (ends ? "that ends too early" : "at byte " + std::to_string(position)));
  }

 private:
  struct Level {
    std::string path;       ///< of the value that comes next
    std::size_t above = 0;  ///< length of the part that is not its own
  };

  bool refuse(const std::string& why) {
    fields_.error = why;
    return false;
  }
  bool open(bool object) {
    if (levels_.empty() && !object) return refuse("is no JSON object");
    if (levels_.size() == deepest) return refuse("is nested too deep");
    const std::string path = levels_.empty() ? std::string() : levels_.back().path;
    levels_.push_back({path, path.size()});
    return true;
  }
  bool close() {
    levels_.pop_back();
    return true;
  }
  bool add_nothing() { return !levels_.empty() || refuse("is no JSON object"); }

  bool add(const std::string& value) {
    if (!add_nothing()) return false;
    const std::string& path = levels_.back().path;
    if (path == text_field_) {
      if (fields_.has_text) fields_.text += "\n\n";
      fields_.text += value;
      fields_.has_text = true;
    } else if (fields_.entries.size() < most_entries) {
      fields_.entries.push_back({path, value});
    }
    return true;
  }

  JsonFields& fields_;
  const std::string_view text_field_;
  std::vector<Level> levels_;
};

}  // namespace

JsonFields json_fields(std::string_view json, std::string_view text_field) {
  JsonFields fields;
  Handler handler(fields, text_field);
  Json::sax_parse(json, &handler);
  return fields;
}

}  // namespace attache
