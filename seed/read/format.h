// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

enum class Format { text, markdown, html, pdf, docx, odt, epub, tei, email, archive, unsupported };

/// A format as its content shows it.
struct Detected {
  Format format = Format::text;
  std::string what;  ///< for archive and unsupported: what it is, with its article ("a PNG image")
};

/// Judges by content; the name's extension only tells Markdown from plain text. Looks at the first
/// 8 KB, and for ZIP files at all bytes given, which should be the whole file or its head and tail.
Detected detect_format(std::string_view bytes, std::string_view name);

/// The format that a user names: text, markdown, html, pdf, docx, odt, epub, tei or email. Throws
/// ReadError for another word.
Format format_of(const std::string& word);

/// text/plain and so on, for the readable formats.
std::string media_type_of(Format format);

/// Whether texts of this media type end their paragraphs where mark-up says so, with an empty line.
/// Not plain text, and not PDF, whose paragraphs are told by how the page looks.
bool marks_paragraphs(std::string_view media_type);

/// The word for one of them, as a user names it.
std::string word_of(Format format);

/// Whether the beginning of a file is that of an archive or a compressed file, office files
/// included.
bool begins_as_archive(std::string_view head);

/// Whether it is that of a file compressed by gzip, xz, bzip2 or zstd, whatever is inside.
bool is_compressed(std::string_view head);

}  // namespace attache
