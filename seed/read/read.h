// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "seed/text/span.h"

namespace attache {

/// Input that can't be read: says what, where, and what to do. Maps to exit code 4.
class ReadError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The run is to end, and a wait for input was given up.
class ReadStopped : public ReadError {
 public:
  using ReadError::ReadError;
};

/// Asked on any thread, while input is waited for, whether to wait no longer.
using GiveUp = std::function<bool()>;

/// One step of the way from the extracted text back to the bytes of the file: from here to the next
/// step every `text_unit` bytes of the text came from `source_unit` bytes of the file (1 and 2 for
/// ASCII in UTF-16).
struct OffsetStep {
  std::uint32_t text = 0;    ///< byte offset in the text
  std::uint32_t source = 0;  ///< byte offset in the file that this text offset came from
  std::uint8_t text_unit = 1;
  std::uint8_t source_unit = 1;
};

/// Maps byte offsets of the text to byte offsets of the file as it was given.
class OffsetMap {
 public:
  /// Every offset is its own (UTF-8 files).
  static OffsetMap identity();
  /// No offset has a counterpart in the file (PDF, HTML, office files): spans cite the extracted
  /// text.
  static OffsetMap none();
  /// From steps in rising order of `text`, the first at 0; `source` falls where a part of the text
  /// is out of the file's order. Between two steps both advance together, by their units.
  static OffsetMap from_steps(std::vector<OffsetStep> steps);

  bool is_identity() const { return kind_ == Kind::identity; }
  bool exists() const { return kind_ != Kind::none; }
  /// The file offset of the character that begins at a text offset. Only where exists().
  std::uint32_t to_source(std::uint32_t text_offset) const;
  /// The bytes of the file from which the characters of a text span came, without mark-up that
  /// precedes or follows them. Only where exists().
  Span to_source(Span span) const;

 private:
  enum class Kind { identity, none, steps };
  Kind kind_ = Kind::identity;
  std::vector<OffsetStep> steps_;
};

/// Something said of a document in words of its own.
struct MetadataEntry {
  std::string key, value;
  bool operator==(const MetadataEntry&) const = default;
};

/// What a file says of itself (HTML, PDF, office metadata, Markdown front matter); empty where it
/// says nothing.
struct Metadata {
  std::string title;
  std::string country;  ///< as written: a code or a name
  std::string date;
  std::string language;
  std::string source;
  std::string heading = {};  ///< the text's own first heading, where the format marks it
  std::string created =
      {};  ///< when the file was made, ISO 8601, which need not be the document's date
  std::vector<MetadataEntry> own = {};  ///< the rest, in its order; a key may come several times
};

enum class Encoding {
  unicode,    ///< UTF-8, or UTF-16 where a byte-order mark says so
  automatic,  ///< what guess_encoding() takes the bytes for
  utf8,
  windows1252,
  latin1,
  utf16
};

/// How much of a document a reader has taken, where it leaves out what does not belong to the text
/// (menus, banners). Counted in bytes without white space.
struct KeptText {
  std::uint64_t kept = 0;
  std::uint64_t visible = 0;  ///< what people would see; 0: not counted, all is kept

  /// Whether less than a third is kept, which is told.
  bool in_part() const { return visible > 0 && kept < visible / 3; }
  /// Of a hundred, rounded down.
  unsigned percent() const {
    return visible == 0 || kept >= visible ? 100u : static_cast<unsigned>(kept * 100 / visible);
  }
};

/// A document as text.
struct Document {
  std::string
      text;       ///< valid UTF-8; for UTF-8 files the file's own bytes, byte-order mark included
  OffsetMap map;  ///< from text back to the file
  std::string media_type;   ///< e.g. text/plain
  std::string sha256;       ///< lower-case hex, of the file's bytes as given
  std::uint64_t bytes = 0;  ///< size of the file as given
  Metadata metadata;
  Encoding encoding = Encoding::unicode;  ///< of plain text and Markdown: what was taken
  KeptText kept;
  std::vector<std::string> remarks;  ///< what is to be told of the reading, a line each
};

/// The processes that read PDF, HTML and office files and archives, kept for reuse. Shared between
/// threads.
class ReaderHelpers;

/// A pool with no process in it yet; they start when a document needs one and end with the pool.
std::shared_ptr<ReaderHelpers> make_reader_helpers();

/// How to read; a plain struct with defaults.
struct ReadOptions {
  /// Of plain text. A guess would be wrong for what was not thought of, so it must be asked for.
  Encoding encoding = Encoding::unicode;
  bool replace_invalid = false;           ///< U+FFFD for each invalid sequence instead of an error
  bool keep_all = false;                  ///< all that is visible, menus and banners included
  std::string format;                     ///< empty: by content; else a word of format_of()
  std::uint64_t max_bytes = 64ull << 20;  ///< a larger document is refused
  /// By the clock, for the reader of a PDF, HTML or office file; nothing and 0 as of Waiting.
  std::optional<double> seconds = std::nullopt;
  /// Whoever reads many documents makes a pool once and sets it here; without one each PDF, HTML or
  /// office file starts a process of its own (about 10 ms). Text and Markdown need none.
  std::shared_ptr<ReaderHelpers> helpers = nullptr;
  GiveUp give_up = nullptr;  ///< for whoever works on the document, too
};

/// Reads one document from bytes. `name` is used in messages only.
/// Throws ReadError, with name and byte position where bytes are invalid. Safe to call from several
/// threads.
Document read_document(std::string_view bytes, const std::string& name, const ReadOptions& options);

/// The same for a caller who has the digest of the bytes already (sha256_hex), which costs more
/// than reading plain text.
Document read_document(std::string_view bytes, const std::string& name, const ReadOptions& options,
                       std::string sha256);

/// The bytes of a file, or of standard input for "-". A pipe is waited for until `give_up` says
/// otherwise. Throws ReadError.
std::string read_file(const std::string& path, std::uint64_t max_bytes,
                      const GiveUp& give_up = nullptr);

}  // namespace attache
