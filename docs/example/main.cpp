// SPDX-License-Identifier: MIT
// Reads a text from standard input and prints the organizations that it names, each with its role
// and the words.
#include <attache/extract.h>

#include <iostream>
#include <iterator>
#include <string>

int main() {
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const attache::Extractor extractor;
  attache::TextOptions known;
  known.country = "Kenya";
  for (const auto& row : extractor.extract(text, known).organizations) {
    std::cout << row.name << '\t' << row.role << '\n';
    for (const auto& citation : row.citations) {
      std::cout << "  bytes " << citation.span.begin << " to " << citation.span.end << ": "
                << attache::slice(text, citation.span) << '\n';
    }
  }
}
