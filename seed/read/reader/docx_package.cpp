// SPDX-License-Identifier: MIT
#include "seed/read/reader/docx_package.h"

#include <map>
#include <utility>
#include <vector>

#include "seed/read/reader/extracted.h"
#include "seed/read/reader/package_path.h"
#include "seed/read/reader/xml.h"
#include "seed/read/reader/zip_members.h"

namespace attache::reader {
namespace {

/// Relationships of one part: the last word of each kind, which is the same in the strict and in
/// the transitional standard, and the part it leads to.
class Relations {
 public:
  Relations(const std::string& bytes, std::string_view base) {
    pugi::xml_document document;
    if (bytes.empty() || !document.load_buffer(bytes.data(), bytes.size())) return;
    for (const pugi::xml_node& node : document.document_element().children()) {
      if (local_name(node) != "Relationship" || value(node, "TargetMode") == "External") continue;
      const std::string_view type = value(node, "Type");
      targets_.push_back({std::string(type.substr(type.rfind('/') + 1)),
                          std::string(value(node, "Id")),
                          package_path(base, value(node, "Target"))});
    }
  }
  /// Empty where there is none.
  std::string find(std::string_view kind) const {
    for (const Relation& relation : targets_)
      if (relation.kind == kind) return relation.target;
    return {};
  }
  /// All of a kind, by their ids.
  std::map<std::string, std::string> all(std::string_view kind) const {
    std::map<std::string, std::string> found;
    for (const Relation& relation : targets_)
      if (relation.kind == kind) found.emplace(relation.id, relation.target);
    return found;
  }

 private:
  struct Relation {
    std::string kind, id, target;
  };
  std::vector<Relation> targets_;
};

/// The main part as [Content_Types].xml declares it; empty where it declares none.
std::string declared_main(const std::string& content_types) {
  pugi::xml_document document;
  if (!document.load_buffer(content_types.data(), content_types.size())) return {};
  for (const pugi::xml_node& node : document.document_element().children()) {
    const std::string_view type = value(node, "ContentType");
    const bool main = type.find("word") != std::string_view::npos && type.ends_with(".main+xml");
    if (main && local_name(node) == "Override") return package_path({}, value(node, "PartName"));
  }
  return {};
}

std::string folder_of(const std::string& part) {
  return part.substr(0, part.rfind('/') + 1);  // npos + 1 is 0
}

std::string relations_of(const std::string& part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

}  // namespace

DocxPackage docx_package(std::string_view bytes) {
  auto members = zip_members(bytes, {"[Content_Types].xml", "_rels/.rels"});
  const Relations whole(members["_rels/.rels"], {});
  const std::string core = whole.find("core-properties");
  DocxPackage package;
  std::map<std::string, std::string> parts;
  for (const std::string& name :
       {whole.find("officeDocument"), declared_main(members["[Content_Types].xml"]),
        std::string("word/document.xml")}) {
    if (name.empty()) continue;
    parts = zip_members(bytes, {name, relations_of(name)});
    package.main_name = name;
    package.main = std::move(parts[name]);
    if (!package.main.empty()) break;
  }
  if (package.main.empty()) throw FormatError("damaged: no " + package.main_name + " inside");
  const std::string folder = folder_of(package.main_name);
  const Relations own(parts[relations_of(package.main_name)], folder);
  const auto named = [&](std::string_view kind) {
    const std::string name = own.find(kind);
    return name.empty() ? folder + std::string(kind) + ".xml" : name;
  };
  const std::string core_name = core.empty() ? "docProps/core.xml" : core;
  auto rest = zip_members(bytes, {named("numbering"), named("styles"), named("footnotes"),
                                  named("endnotes"), core_name});
  package.numbering = std::move(rest[named("numbering")]);
  package.styles = std::move(rest[named("styles")]);
  package.footnotes = std::move(rest[named("footnotes")]);
  package.endnotes = std::move(rest[named("endnotes")]);
  package.core = std::move(rest[core_name]);
  std::vector<std::string> names;
  const auto chunks = own.all("aFChunk");
  std::map<std::string, std::string> drawings;
  for (const char* kind : {"diagramData", "chart", "chartEx"}) drawings.merge(own.all(kind));
  for (const auto& [id, name] : chunks) names.push_back(name);
  for (const auto& [id, name] : drawings) names.push_back(name);
  if (!names.empty()) rest = zip_members(bytes, names);
  for (const auto& [id, name] : chunks) package.chunks[id] = {name, std::move(rest[name])};
  for (const auto& [id, name] : drawings) package.drawings[id] = rest[name];
  return package;
}

}  // namespace attache::reader
