// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include "cli/export/output_file.h"
#include "cli/session.h"
#include "schema/reference.h"

namespace attache {

/// What show is asked for where its answer is a page.
struct ShowHtmlOptions {
  bool html = false;
  OutputFileName file;
};

/// Adds --html, --output and --force.
void add_html_options(CLI::App& app, ShowHtmlOptions& options);

/// Throws UsageError where the options contradict each other; `other` is whether another form
/// (--json, --text) is asked for.
void check_html_options(const ShowHtmlOptions& options, bool other, const Session& session);

/// Writes the page of the document. Returns the exit code. Throws UsageError where the reference is
/// not a document's, KnowledgeBaseError, OutputError.
int show_html(const KnowledgeBase& base, const Referred& referred, const ShowHtmlOptions& options,
              Session& session);

}  // namespace attache
