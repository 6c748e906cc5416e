// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace thrive::report {

/// The style of every page: one column that is easy to read, black on white, and A4 when printed. Contrast of every
/// pair of colours is at least 7:1.
inline constexpr std::string_view html_style =
    R"(html { color: #111; background: #fff; font: 1rem/1.5 Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 0.5em; break-after: avoid; }
h1 { font-size: 1.9rem; }
h2 { font-size: 1.5rem; border-top: 2px solid #111; padding-top: 0.5rem; }
h3 { font-size: 1.2rem; }
h4, h5, h6 { font-size: 1rem; }
p, li { max-width: 45rem; }
.subtitle { color: #333; }
.classification { font-weight: bold; text-align: center; border: 1px solid #111; padding: 0.25rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
a { color: #00437a; }
:focus { outline: 3px solid #111; outline-offset: 2px; }
.table { overflow-x: auto; margin: 1em 0; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
th, td { border: 1px solid #555; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
thead th, thead td { background: #e8edee; }
tbody th { font-weight: normal; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.centre { text-align: center; }
figure { margin: 1em 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
figcaption { color: #333; }
pre { overflow-x: auto; font: 0.85rem/1.3 "DejaVu Sans Mono", "Liberation Mono", monospace; }
@page { size: A4; margin: 18mm 15mm; }
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .skip { display: none; }
  .table, pre { overflow: visible; }
  pre { white-space: pre-wrap; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  .page { break-before: page; }
  thead th, thead td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";

}  // namespace thrive::report
