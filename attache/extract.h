// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "seed/extract/rows.h"

namespace attache {

class Engine;

/// What an Extractor knows besides what it carries inside: folders with lexicon and rules of one's
/// own, laid over the built-in ones. Empty for none.
struct ExtractorOptions {
  std::filesystem::path lexicon = {};
  std::filesystem::path rules = {};
};

/// What is known of a text besides its words, and how long it may take.
struct TextOptions {
  std::string country = {};  ///< of the state that speaks: a code or a name; empty where unknown
  std::string date = {};     ///< ISO 8601 to the precision known; empty where unknown
  std::optional<double> max_seconds =
      std::nullopt;        ///< of processor time; nothing for 60 and 10 more a MB, 0 for no limit
  bool marked_up = false;  ///< an empty line ends a paragraph for sure, as mark-up says it
  std::string title = {};  ///< empty where unknown; that of a joint paper shows that several speak
  bool of_several = false;  ///< known to be no single state's: none is looked for
};

/// Text in, rows out: what a text says of norms, aims, organizations and leaders, each row with the
/// places that say so. Loading takes some hundredths of a second, so that one is made for many
/// texts; it may be read from any number of threads at once. Cheap to copy.
class Extractor {
 public:
  /// Throws std::runtime_error, with file and line, for a lexicon or rules that can't be used.
  explicit Extractor(const ExtractorOptions& options = {});
  explicit Extractor(Engine engine);

  /// `text` is UTF-8 (invalid bytes do no harm but are never part of a word). Spans in the rows are
  /// bytes of `text`; slice() has their words. The same text gives the same rows every time.
  /// Throws std::invalid_argument for a country that is not known, std::length_error for a text of
  /// 4 GiB or more, std::runtime_error where it took more than `max_seconds`.
  DocumentRows extract(std::string_view text, const TextOptions& options = {}) const;

  /// Alpha-3 (or historic) code of a state given by code or name; nothing where it is not known.
  std::optional<std::string> country_code(std::string_view code_or_name) const;

  /// What does the work, for the program's own use.
  const Engine& engine() const { return *engine_; }

 private:
  std::shared_ptr<const Engine> engine_;
};

}  // namespace attache
