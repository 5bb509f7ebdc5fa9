// SPDX-License-Identifier: MIT
#include "cli/report/document_pages.h"

#include <filesystem>

#include "cli/export/document_file.h"
#include "cli/export/output_file.h"
#include "cli/report/document_page.h"
#include "schema/document_metadata.h"
#include "schema/reference.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

/// A path as a link has it: everything but letters, digits and a few signs as %XX.
std::string link_text(const std::string& path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string link;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-_.~/").find(c) != std::string_view::npos;
    const auto byte = static_cast<unsigned char>(c);
    if (plain) link += c;
    else link += {'%', digits[byte / 16], digits[byte % 16]};
  }
  return link;
}

}  // namespace

DocumentPages document_pages(const std::string& folder, const std::string& report, bool replace) {
  const fs::path from = fs::absolute(report).lexically_normal().parent_path();
  const fs::path to = (fs::absolute(folder) / "").lexically_normal();
  const std::string relative = to.lexically_relative(from).string();
  const bool beside = relative == "." || relative == "./";
  return {folder, replace, beside ? "./" : link_text((fs::path(relative) / "").string())};
}

std::string page_file(const DocumentHead& head, std::int64_t document_id) {
  return document_file(head.slug, document_id) + ".html";
}

void write_document_pages(const DocumentPages& pages, const KnowledgeBase& base,
                          const std::vector<std::int64_t>& documents, const Session& session) {
  for (const std::int64_t id : documents) {
    const DocumentHead head = document_head(base, id);
    const auto referred = find_reference(base, head.slug);
    if (!referred || referred->document_id != id) continue;
    const fs::path file = fs::path(pages.folder) / page_file(head, id);
    write_file({file.string(), pages.replace, Missing::made}, session.kept(), [&](Sink& sink) {
      HtmlWriter html(sink);
      write_document_page(html, base, *referred, metadata_of(base, id),
                          page_words(session, head.title));
    });
  }
}

}  // namespace attache
