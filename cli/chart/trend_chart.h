// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "cli/chart/chart.h"
#include "schema/trend.h"

namespace attache {

/// What is said around the numbers of a trend.
struct TrendWords {
  std::string subject;  ///< what is counted: "norm self-determination"
  std::string filters;  ///< of the documents: "since 1990"; empty where all are counted
  std::string source;   ///< the knowledge base
  std::string date;     ///< of the chart
  bool decades = false;
};

/// "1990" or "1990s".
std::string period_name(int year, bool decades);

/// The periods in which none of the series has a document, those that follow one another as
/// "1952-1954"; empty where there is no such period.
std::string periods_without_documents(std::span<const TrendSeries> series, bool decades);

/// The shares of a trend as a chart. Periods without a document are gaps.
Chart chart_of(const Trend& trend, const TrendWords& words);

}  // namespace attache
