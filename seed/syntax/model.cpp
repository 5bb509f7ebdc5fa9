// SPDX-License-Identifier: MIT
#include "seed/syntax/model.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

namespace attache {

namespace {

static_assert(std::endian::native == std::endian::little,
              "a model file holds little-endian numbers and is used in place");

constexpr std::string_view magic = "attache-syntax-1";

/// The first bytes of a file; the parts follow in the order of their sizes, each aligned.
struct Header {
  char magic[16];
  std::uint64_t names;       ///< bytes: one name a line, a blank line between tags and labels
  std::uint64_t dictionary;  ///< entries, a power of two
  std::uint64_t tag_rows;
  std::uint64_t action_rows;
  std::uint64_t label_rows;
};

constexpr std::size_t alignment = 64;

std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

/// Hands out a file's parts one after the other.
class Parts {
 public:
  explicit Parts(std::span<const std::byte> bytes) : bytes_(bytes) {}

  template <typename Item>
  std::span<const Item> take(std::size_t count) {
    if (count > bytes_.size() / sizeof(Item)) throw ModelError("the syntax model is cut off");
    const auto* begin = reinterpret_cast<const Item*>(bytes_.data());
    bytes_ = bytes_.subspan(std::min(bytes_.size(), aligned(count * sizeof(Item))));
    return {begin, count};
  }

 private:
  std::span<const std::byte> bytes_;
};

std::vector<std::string> lines(std::string_view& text) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    if (line.empty()) break;
    list.emplace_back(line);
  }
  return list;
}

constexpr std::uint64_t most_rows = std::uint64_t{1} << 24U;

template <std::size_t Classes>
Weights<Classes> weights(Parts& parts, std::uint64_t rows) {
  if (rows == 0 || rows > most_rows) {
    throw ModelError("the syntax model has a table of impossible size");
  }
  return Weights<Classes>(parts.take<std::int8_t>(rows * Classes));
}

/// A search ends at an empty place, and tags must be the model's.
void check(std::span<const DictionaryEntry> places, std::size_t tags) {
  const bool any_empty =
      std::any_of(places.begin(), places.end(), [](const auto& entry) { return entry.key == 0; });
  const bool tags_known = std::all_of(places.begin(), places.end(), [&](const auto& entry) {
    return entry.only_tag == SyntaxWord::no_tag || entry.only_tag < tags;
  });
  if (!any_empty || !tags_known || !std::has_single_bit(places.size())) {
    throw ModelError("the syntax model has no usable dictionary");
  }
}

/// What the names of tags and labels say.
void interpret(Model& model) {
  model.kinds = kinds_of(model.tags);
  const auto root = std::find(model.labels.begin(), model.labels.end(), "root");
  if (model.tags.empty() || model.tags.size() > tag_classes || root == model.labels.end() ||
      model.labels.size() > label_classes) {
    throw ModelError("the syntax model has no tags, no label 'root', or too many of them");
  }
  model.root_label = static_cast<LabelId>(root - model.labels.begin());
}

template <typename Item>
void append(std::vector<std::byte>& bytes, std::span<const Item> items) {
  const auto start = bytes.size();
  bytes.resize(aligned(start + items.size_bytes()));
  if (!items.empty()) std::memcpy(bytes.data() + start, items.data(), items.size_bytes());
}

}  // namespace

std::vector<TagKind> kinds_of(const std::vector<std::string>& tags) {
  std::vector<TagKind> kinds;
  for (const auto& tag : tags) {
    kinds.push_back({tag.starts_with("VERB/"), tag == "PUNCT/,", tag.starts_with("CCONJ/")});
  }
  return kinds;
}

Model load_model(std::span<const std::byte> bytes) {
  Parts parts(bytes);
  const auto& header = parts.take<Header>(1).front();
  if (std::string_view(header.magic, sizeof header.magic) != magic) {
    throw ModelError("not a syntax model of this version");
  }
  Model model;
  const auto names = parts.take<char>(header.names);
  std::string_view text(names.data(), names.size());
  model.tags = lines(text);
  model.labels = lines(text);
  interpret(model);
  const auto places = parts.take<DictionaryEntry>(header.dictionary);
  check(places, model.tags.size());
  model.dictionary = Dictionary(places);
  model.tag_weights = weights<tag_classes>(parts, header.tag_rows);
  model.action_weights = weights<action_classes>(parts, header.action_rows);
  model.label_weights = weights<label_classes>(parts, header.label_rows);
  return model;
}

std::vector<std::byte> model_bytes(const ModelParts& parts) {
  std::string names;
  for (const auto& tag : parts.tags) names += tag + '\n';
  names += '\n';
  for (const auto& label : parts.labels) names += label + '\n';
  Header header{};
  std::copy(magic.begin(), magic.end(), header.magic);
  header.names = names.size();
  header.dictionary = parts.dictionary.size();
  header.tag_rows = parts.tag_cells.size() / tag_classes;
  header.action_rows = parts.action_cells.size() / action_classes;
  header.label_rows = parts.label_cells.size() / label_classes;
  std::vector<std::byte> bytes;
  append(bytes, std::span<const Header>(&header, 1));
  append(bytes, std::span<const char>(names));
  append(bytes, std::span<const DictionaryEntry>(parts.dictionary));
  append(bytes, std::span<const std::int8_t>(parts.tag_cells));
  append(bytes, std::span<const std::int8_t>(parts.action_cells));
  append(bytes, std::span<const std::int8_t>(parts.label_cells));
  return bytes;
}

}  // namespace attache
