// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <string_view>

#include "seed/read/reader/epub_package.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/xhtml.h"
#include "seed/read/reader/zip_members.h"

namespace attache::reader {
namespace {

/// A chapter that is a picture alone is none that is lost.
bool is_empty_page(const FormatError& error) {
  return std::string_view(error.what()).starts_with("no text");
}

void add(Extracted& book, Extracted chapter) {
  if (!book.text.empty()) book.text += '\n';
  book.text += chapter.text;
  book.kept.kept += chapter.kept.kept;
  book.kept.visible += chapter.kept.visible;
  for (std::string& remark : chapter.remarks)
    if (std::find(book.remarks.begin(), book.remarks.end(), remark) == book.remarks.end())
      book.remarks.push_back(std::move(remark));
}

}  // namespace

Extracted read_epub(std::string_view bytes, const Wish& wish) {
  EpubPackage package = epub_package(bytes);
  auto members = zip_members(bytes, package.chapters);
  Extracted book;
  for (const std::string& name : package.chapters) {
    const auto member = members.find(name);
    if (member == members.end()) {
      book.remarks.push_back("its part " + name + " is missing");
      continue;
    }
    try {
      add(book, read_html(html_of_xhtml(member->second), wish));
    } catch (const FormatError& error) {
      if (!is_empty_page(error)) book.remarks.push_back("its part " + name + ": " + error.what());
    }
    member->second = {};
  }
  if (book.text.empty()) throw FormatError("no text in this EPUB book");
  book.metadata = std::move(package.metadata);
  return book;
}

}  // namespace attache::reader
