// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What attache and attache-reader say to each other.
///
/// A frame is one letter, the length of its payload as four bytes (lowest first), and the payload.
///
///   `attache-reader documents [CHARSET]`: requests on standard input, answers on standard output,
///   one after the other, until the input ends.
///     request:  F format (html, pdf, docx, odt), E charset or nothing, any number of O options
///     (keep-all, replace-invalid: reader/extracted.h) for this document, B the file's bytes
///     answer:   any number of M key=value (title, date, language, source,
///               heading, created, and one author for each of them), R remarks and T text,
///               K how much was kept as `kept visible` (two numbers of bytes), then D;
///               or E charset where the document names one that is not loaded (CHARSET, at the
///               start, loads one: a confined process can't); or X why it can't be read
///
///   `attache-reader confinement`: what confines it, as lines of key=number (reader/confinement.h)
///
///   `attache-reader archive MAX_BYTES MAX_RATIO MAX_ENTRIES`: standard input is the archive
///   itself.
///     answer:   for each entry P path (nothing for a single compressed file, which has no names
///     inside), then any number of T bytes, then D, or S why the entry was left out;
///               at the end Z, or X why the archive can't be read on
///
/// Neither side trusts the other's text: attache checks lengths and UTF-8 again, since a hostile
/// file may have taken the reader over.
namespace attache {

enum class FrameType : char {
  format = 'F',
  charset = 'E',
  bytes = 'B',
  option = 'O',
  metadata = 'M',
  remark = 'R',
  kept = 'K',
  text = 'T',
  done = 'D',
  error = 'X',
  path = 'P',
  skipped = 'S',
  end = 'Z',
};

struct ReaderFrame {
  FrameType type = FrameType::end;
  std::string payload;
};

class Waiting;

/// Writes a frame; false where the other side is gone. `waiting`, where there is one, bounds how
/// long the other side may take to read it (the descriptor is a socket), and throws as it says.
bool write_frame(int descriptor, FrameType type, std::string_view payload = {},
                 Waiting* waiting = nullptr);

/// Reads a frame into `frame`, whose memory is reused; false where the other side is gone or the
/// payload is longer than `max_payload`. `waiting` as above.
bool read_frame(int descriptor, ReaderFrame& frame, std::uint64_t max_payload,
                Waiting* waiting = nullptr);

}  // namespace attache
