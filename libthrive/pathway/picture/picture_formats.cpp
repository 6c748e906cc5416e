// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/picture_formats.hpp"

#include <fmt/core.h>

#include <vector>

#include "libthrive/pathway/picture/picture_svg.hpp"
#include "libthrive/pathway/picture/picture_svg_parts.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::pathway {

namespace {

/// What a diagram writes on a line: people, and the wait when somebody recorded it.
std::string short_label(const PictureFlow& flow) {
  std::string label = flow.people ? report::number(*flow.people) : "?";
  if (flow.median_days) label += fmt::format(", {} d", report::number(*flow.median_days));
  const std::string sign(sign_of(flow.change));
  return sign.empty() ? label : sign + " " + label;
}

std::string shortest(double value) { return fmt::format("{}", value); }

}  // namespace

std::string picture_dot(const Picture& picture) {
  std::string dot =
      "digraph pathway {\n  graph [rankdir=LR, newrank=true, fontname=\"DejaVu Sans\", labelloc=t, label=\"" +
      report::escape_dot(picture.title) + "\"];\n" +
      "  node [shape=box, fontname=\"DejaVu Sans\", fontsize=11];\n  edge [fontname=\"DejaVu Sans\", fontsize=9];\n";
  double most = 1;
  for (const PictureFlow& flow : picture.flows) most = std::max(most, flow.people.value_or(0));
  for (std::size_t lane = 0; lane < picture.lanes.size(); ++lane) {
    dot += fmt::format("  subgraph cluster_{} {{\n    label=\"{}\";\n    style=filled; color=\"#eeeeee\";\n", lane,
                       report::escape_dot(picture.lanes[lane].name));
    for (std::size_t at = 0; at < picture.services.size(); ++at) {
      const PictureService& service = picture.services[at];
      if (service.lane != lane) continue;
      dot += fmt::format("    s{} [label=\"{}\\n{}\", tooltip=\"{}\"{}{}];\n", at, report::escape_dot(service.name),
                         report::escape_dot(service.subline), report::escape_dot(service.id),
                         service.is_gatekeeper ? ", penwidth=3" : "",
                         service.is_unreachable ? ", style=dashed, color=\"#9b1c1c\"" : "");
    }
    dot += "  }\n";
  }
  for (const PictureFlow& flow : picture.flows) {
    dot += fmt::format("  s{} -> s{} [label=\"{}\", color=\"{}\", penwidth={:.2f}{}];\n", flow.from, flow.to,
                       report::escape_dot(short_label(flow)), colour_of(wait_band(flow.median_days)),
                       thickness_of(flow.people, most), flow.is_return ? ", style=dashed" : "");
  }
  return dot + "}\n";
}

std::string picture_mermaid(const Picture& picture) {
  std::string mermaid = "flowchart LR\n  accTitle: " + report::escape_mermaid(picture.title) + "\n";
  for (std::size_t lane = 0; lane < picture.lanes.size(); ++lane) {
    mermaid += fmt::format("  subgraph lane{}[\"{}\"]\n", lane, report::escape_mermaid(picture.lanes[lane].name));
    for (std::size_t at = 0; at < picture.services.size(); ++at) {
      const PictureService& service = picture.services[at];
      if (service.lane != lane) continue;
      mermaid += fmt::format("    s{}[\"{}\"]\n", at, report::escape_mermaid(service.name));
    }
    mermaid += "  end\n";
  }
  for (const PictureFlow& flow : picture.flows) {
    mermaid += fmt::format("  s{} {}|\"{}\"| s{}\n", flow.from, flow.is_return ? "-.->" : "-->",
                           report::escape_mermaid(short_label(flow)), flow.to);
  }
  return mermaid;
}

std::string picture_graphml(const Picture& picture) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "  <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
      "  <key id=\"lane\" for=\"node\" attr.name=\"lane\" attr.type=\"string\"/>\n"
      "  <key id=\"column\" for=\"node\" attr.name=\"column\" attr.type=\"string\"/>\n"
      "  <key id=\"assesses\" for=\"node\" attr.name=\"assesses\" attr.type=\"boolean\"/>\n"
      "  <key id=\"kind\" for=\"edge\" attr.name=\"kind\" attr.type=\"string\"/>\n"
      "  <key id=\"people\" for=\"edge\" attr.name=\"people_per_year\" attr.type=\"double\"/>\n"
      "  <key id=\"wait\" for=\"edge\" attr.name=\"wait_median_days\" attr.type=\"double\"/>\n"
      "  <graph id=\"pathway\" edgedefault=\"directed\">\n";
  for (const PictureService& service : picture.services) {
    xml += "    <node id=\"" + report::escape_xml_attribute(service.id) + "\">\n";
    xml += "      <data key=\"name\">" + report::escape_html(service.name) + "</data>\n";
    xml += "      <data key=\"lane\">" + report::escape_html(picture.lanes[service.lane].name) + "</data>\n";
    xml += "      <data key=\"column\">" + report::escape_html(picture.columns[service.column]) + "</data>\n";
    xml +=
        std::string("      <data key=\"assesses\">") + (service.assesses ? "true" : "false") + "</data>\n    </node>\n";
  }
  for (std::size_t at = 0; at < picture.flows.size(); ++at) {
    const PictureFlow& flow = picture.flows[at];
    xml += fmt::format("    <edge id=\"e{}\" source=\"{}\" target=\"{}\">\n", at,
                       report::escape_xml_attribute(picture.services[flow.from].id),
                       report::escape_xml_attribute(picture.services[flow.to].id));
    if (!flow.kind.empty()) xml += "      <data key=\"kind\">" + report::escape_html(flow.kind) + "</data>\n";
    if (flow.people) xml += "      <data key=\"people\">" + shortest(*flow.people) + "</data>\n";
    if (flow.median_days) xml += "      <data key=\"wait\">" + shortest(*flow.median_days) + "</data>\n";
    xml += "    </edge>\n";
  }
  return xml + "  </graph>\n</graphml>\n";
}

report::Table picture_table(const Picture& picture) {
  report::Table table;
  table.columns = {{"from"},
                   {"from_name"},
                   {"to"},
                   {"to_name"},
                   {"kind"},
                   {"per_year", report::Align::right},
                   {"wait_median_days", report::Align::right}};
  if (picture.is_comparison) table.columns.push_back({"change"});
  if (picture.shows_recorded)
    table.columns.insert(table.columns.end(), {{"recorded"}, {"moves", report::Align::right}});
  const auto exact = [](const std::optional<double>& value) {
    return report::Cell(value ? shortest(*value) : "", text::Value(value));
  };
  for (const PictureFlow& flow : picture.flows) {
    const PictureService& from = picture.services[flow.from];
    const PictureService& to = picture.services[flow.to];
    std::vector<report::Cell> row = {
        from.id, from.name, to.id, to.name, flow.kind, exact(flow.people), exact(flow.median_days)};
    if (picture.is_comparison) {
      constexpr std::string_view words[] = {"same", "added", "removed", "changed"};
      row.emplace_back(std::string(words[static_cast<std::size_t>(flow.change)]));
    }
    if (picture.shows_recorded) {
      row.emplace_back(flow.change == Change::drawn_and_recorded ? "both"
                       : flow.change == Change::drawn_alone      ? "drawn"
                                                                 : "recorded");
      row.push_back(exact(flow.moves));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace thrive::pathway
