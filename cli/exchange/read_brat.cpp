// SPDX-License-Identifier: MIT
// A folder that was handed out with `export --to brat`, as it came back.
#include <charconv>
#include <filesystem>
#include <optional>

#include "cli/exchange/brat_names.h"
#include "cli/exchange/kinds.h"
#include "cli/exchange/returned_json.h"
#include "cli/exchange/reviewed.h"
#include "cli/export/document_file.h"
#include "cli/given_file.h"
#include "seed/read/digest.h"
#include "seed/read/read.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* not_ours = ": is not what 'attache export --to brat' wrote";

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;; ++at) {
    const std::size_t end = std::min(text.find(by, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end;
    if (at == text.size()) return parts;
  }
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The names that stand for values with other characters: {"actor":{"a_b":"a b"}}.
class Values {
 public:
  explicit Values(const Json& names) : names_(names) {}
  std::string of(const std::string& column, const std::string& name) const {
    const auto of_column = names_.find(column);
    if (of_column == names_.end()) return name;
    const auto value = of_column->find(name);
    return value == of_column->end() ? name : value->get<std::string>();
  }

 private:
  const Json& names_;
};

/// The lines of an .ann file.
class AnnFile {
 public:
  AnnFile(std::string file, const Values& values) : file_(std::move(file)), values_(values) {}

  std::vector<Mark> read(const std::string& text) {
    for (std::string_view line : split(text, '\n')) {
      ++line_;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (line.empty()) continue;
      if (!is_of_brat(line)) refuse("is no line of brat's; is it the file that was annotated?");
      if (line.front() == 'T') span(split(line, '\t'));
      if (line.front() == 'A' || line.front() == 'M') attribute(split(line, '\t'));
      if (line.front() == '#') note(split(line, '\t'));
    }
    std::vector<Mark> marks;
    for (auto& [id, mark] : marks_) {
      if (mark.label.empty()) continue;  // an attribute of what is no span
      if (mark.table == "leaders" && value_of(mark.values, "speaker") == nullptr)
        mark.values.push_back({"speaker", "0"});
      marks.push_back(std::move(mark));
    }
    return marks;
  }

 private:
  /// Spans, events, relations, attributes, normalizations, notes and equivalences: an id, a tab,
  /// and what it says. A file of other lines would have all its annotations deleted.
  static bool is_of_brat(std::string_view line) {
    const std::size_t tab = line.find('\t');
    return std::string_view("TERAMN#*").find(line.front()) != std::string_view::npos &&
           tab != std::string_view::npos && tab == line.find_first_of(" \t");
  }

  [[noreturn]] void refuse(const std::string& what) const {
    throw ReadError(file_ + ":" + std::to_string(line_) + ": " + what);
  }

  /// T1, "Organization 10 20;21 30", the words.
  void span(const std::vector<std::string_view>& fields) {
    const std::size_t blank = fields.size() < 2 ? std::string_view::npos : fields[1].find(' ');
    if (blank == std::string_view::npos) refuse("a span wants a kind and its place");
    Mark& mark = marks_[std::string(fields[0])];
    mark.label = std::string(fields[1].substr(0, blank));
    if (const AnnotationKind* kind = kind_of_label(mark.label)) mark.table = kind->table;
    const auto pieces = split(fields[1].substr(blank + 1), ';');
    const auto first = split(pieces.front(), ' '), last = split(pieces.back(), ' ');
    const auto start = number(first.front()), end = number(last.back());
    if (first.size() != 2 || last.size() != 2 || !start || !end || *start > *end)
      refuse("'" + std::string(fields[1]) + "' names no place");
    mark.span = {*start, *end};
  }

  /// A1, "role T1 founder".
  void attribute(const std::vector<std::string_view>& fields) {
    const auto words = split(fields.size() < 2 ? std::string_view() : fields[1], ' ');
    if (words.size() < 2) refuse("an attribute wants a name and a span");
    const std::string column(words[0]);
    if (column == "confidence") return;
    const std::string value = words.size() < 3 ? "1" : values_.of(column, std::string(words[2]));
    marks_[std::string(words[1])].values.push_back({column, value});
  }

  /// #1, "AnnotatorNotes T1", the reference and what a reviewer wrote behind it.
  void note(const std::vector<std::string_view>& fields) {
    const auto words = split(fields.size() < 3 ? std::string_view() : fields[1], ' ');
    if (words.size() < 2) return;
    Mark& mark = marks_[std::string(words[1])];
    const std::string_view text = fields[2];
    const std::size_t end = std::min(text.find(' '), text.size());
    mark.ref = std::string(text.substr(0, end));
    mark.note = std::string(text.substr(std::min(end + 1, text.size())));
  }

  std::string file_;
  const Values& values_;
  std::size_t line_ = 0;
  std::map<std::string, Mark> marks_;
};

Json way_back(const std::string& file) {
  try {
    return returned_json(read_given(file, most_returned, Given::inside));
  } catch (const Json::exception&) {
    throw ReadError(file + not_ours);
  }
}

/// Places count in the text that was handed out with them: on another one they are of other words.
void require_text(const fs::path& file, const std::string& sha256) {
  if (sha256.empty() || !fs::exists(fs::symlink_status(file))) return;
  if (sha256_hex(read_given(file.string(), most_returned, Given::inside)) != sha256)
    throw ReadError(file.string() +
                    ": is not the text that was handed out; the annotations are of another one");
}

/// What its files are called. Throws ReadError where that leads elsewhere.
std::string file_of(const ExportedDocument& document, const std::string& back) {
  const std::string& name = document.file.empty() ? document.document : document.file;
  if (!is_document_file(name)) throw ReadError(back + ": '" + name + "' is no document's name");
  return name;
}

}  // namespace

Reviewed read_brat(const std::string& path) {
  const bool one = !fs::is_directory(path);
  if (one && fs::path(path).extension() != ".ann")
    throw ReadError(path + ": is no folder and no .ann file of 'attache export --to brat'");
  const fs::path folder = one ? fs::path(path).parent_path() : fs::path(path);
  const std::string back = (folder / "attache.json").string();
  if (!fs::exists(fs::symlink_status(back)))
    throw ReadError(back + ": is missing; the export has it, and says what was handed out");
  const Json json = way_back(back);
  Reviewed reviewed{{}, 0, Ends::visible, BratNames::carries};
  try {
    const Values values(json.at("names"));
    for (const Json& entry : json.at("documents")) {
      ReviewedDocument document{exported_in(entry), {}, {}, {}};
      const std::string name = file_of(document.exported, back);
      const fs::path file = folder / (name + ".ann");
      if (one && file.filename() != fs::path(path).filename()) continue;
      if (!fs::exists(fs::symlink_status(file))) {
        ++reviewed.untouched;
        continue;
      }
      require_text(folder / (name + ".txt"), document.exported.text_sha256);
      document.marks = AnnFile(file.string(), values)
                           .read(read_given(file.string(), most_returned, Given::inside));
      reviewed.documents.push_back(std::move(document));
    }
  } catch (const Json::exception&) {
    throw ReadError(back + not_ours);
  }
  if (one && reviewed.documents.empty())
    throw ReadError(path + ": is not among the documents that were handed out");
  return reviewed;
}

}  // namespace attache
