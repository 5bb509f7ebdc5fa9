// SPDX-License-Identifier: MIT
#include "seed/read/reader/package_path.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace attache::reader {
namespace {

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  const int lower = std::tolower(static_cast<unsigned char>(digit));
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = at + 2 < text.size() && text[at] == '%' ? hex_value(text[at + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(text[at + 2]);
    if (low >= 0) at += 2;
    result += low < 0 ? text[at] : static_cast<char>(high * 16 + low);
  }
  return result;
}

}  // namespace

std::string package_path(std::string_view base, std::string_view reference) {
  const std::string target = unescaped(reference.substr(0, reference.find('#')));
  std::string whole = target.starts_with('/') ? target : std::string(base) + target;
  std::replace(whole.begin(), whole.end(), '\\', '/');
  std::vector<std::string> steps;
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t end = std::min(whole.find('/', at), whole.size());
    const std::string step = whole.substr(at, end - at);
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    at = end + 1;
  }
  std::string result;
  for (const std::string& step : steps) result += (result.empty() ? "" : "/") + step;
  return result;
}

std::string member_key(std::string_view name) {
  std::string key(name);
  std::transform(key.begin(), key.end(), key.begin(), [](char byte) {
    return byte == '\\' ? '/' : static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  });
  while (key.starts_with("/") || key.starts_with("./")) key.erase(0, key[0] == '/' ? 1 : 2);
  return key;
}

}  // namespace attache::reader
