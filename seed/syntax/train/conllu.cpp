// SPDX-License-Identifier: MIT
#include "seed/syntax/train/conllu.h"

#include <array>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace attache {

namespace {

constexpr std::size_t columns = 8;

[[noreturn]] void refuse(const std::filesystem::path& file, std::size_t line) {
  throw std::runtime_error(file.string() + ':' + std::to_string(line) + ": not a line of CoNLL-U");
}

bool is_plain_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::vector<GoldSentence> read_conllu(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(file.string() + ": cannot be read");
  std::vector<GoldSentence> sentences(1);
  std::string line;
  for (std::size_t number = 1; std::getline(stream, line); ++number) {
    if (line.starts_with('#')) continue;
    if (line.empty()) {
      if (!sentences.back().empty()) sentences.emplace_back();
      continue;
    }
    std::array<std::string_view, columns> cells;
    std::string_view rest = line;
    for (auto& cell : cells) {
      const auto tab = rest.find('\t');
      if (tab == std::string_view::npos) refuse(file, number);
      cell = rest.substr(0, tab);
      rest.remove_prefix(tab + 1);
    }
    if (!is_plain_number(cells[0])) continue;
    GoldWord word{std::string(cells[1]), std::string(cells[3]) + '/' + std::string(cells[4]), -1,
                  std::string(cells[7])};
    std::int32_t head = 0;
    if (std::from_chars(cells[6].begin(), cells[6].end(), head).ec != std::errc()) {
      refuse(file, number);
    }
    word.head = head - 1;
    sentences.back().push_back(std::move(word));
  }
  if (sentences.back().empty()) sentences.pop_back();
  return sentences;
}

}  // namespace attache
