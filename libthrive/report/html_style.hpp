// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace thrive::report {

/// The style of every page: one column that is easy to read, black on white, and A4 when printed. Contrast of every
/// pair of colours is at least 7:1.
inline constexpr std::string_view html_style =
    R"(html { color: #111; background: #fff; color-scheme: light; }
html { font: 1rem/1.5 Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 72rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 0.5em; break-after: avoid; }
h1 { font-size: 1.9rem; }
h2 { font-size: 1.5rem; border-top: 2px solid #111; padding-top: 0.5rem; }
h3 { font-size: 1.2rem; }
h4, h5, h6 { font-size: 1rem; }
p, li { max-width: 45rem; }
ul, ol { padding-left: 1.5rem; }
.subtitle { color: #333; }
.classification { font-weight: bold; text-align: center; border: 1px solid #111; padding: 0.25rem; max-width: none; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
a { color: #00437a; }
:focus-visible { outline: 3px solid #111; outline-offset: 2px; }
.table, .picture, pre { overflow-x: auto; }
.table { margin: 1em 0; padding: 1px; }
table { border-collapse: collapse; }
.form table { width: 100%; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
th, td { border: 1px solid #555; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
thead th, thead td { background: #e8edee; }
tbody th { font-weight: normal; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.centre { text-align: center; }
figure { margin: 1em 0; }
svg { max-width: 100%; height: auto; display: block; forced-color-adjust: none; }
.enlarge:has(:checked) + .picture svg { max-width: none; }
figcaption { color: #333; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
summary { cursor: pointer; margin: 1.5em 0 0.5em; }
summary h2, summary h3, summary h4, summary h5, summary h6 { display: inline; border: 0; margin: 0; }
pre { font: 0.85rem/1.3 "DejaVu Sans Mono", "Liberation Mono", monospace; }
@media (max-width: 45rem) {
  h1 { font-size: 1.6rem; }
  h2 { font-size: 1.3rem; }
  .picture svg, .form table { min-width: 40rem; }
  th, td { padding: 0.2rem 0.35rem; }
}
@page { size: A4; margin: 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Arial, sans-serif; } }
@page wide { size: A4 landscape; margin: 12mm; }
@page poster { size: A3 landscape; margin: 12mm; }
@page upright { size: A4; }
@media print {
  html { font-size: 10pt; line-height: 1.4; }
  body { max-width: none; padding: 0; }
  .skip, .enlarge, details:not([open]) { display: none; }
  body, .upright { page: upright; }
  .wide { page: wide; }
  .poster { page: poster; }
  .table, .picture, pre { overflow: visible; }
  pre { white-space: pre-wrap; }
  th, td { padding: 0.1rem 0.4rem; }
  thead { display: table-header-group; break-after: avoid; }
  tr, li, figure, .short { break-inside: avoid; }
  caption, .subtitle, header, .classification { break-after: avoid; }
  h1, h2 { margin-top: 1em; }
  p, ul, ol, .table { margin: 0.7em 0; }
  .wide h1, .wide h2, .poster h1, .poster h2 { margin: 0; }
  .picture svg { max-width: 100%; max-height: 240mm; min-width: 0; }
  .picture.broad svg { max-height: 112mm; }
  .wide .picture svg { max-height: 145mm; }
  .poster .picture svg { max-height: 228mm; }
  section.poster .picture svg { max-height: 243mm; }
  .upright .picture svg { max-height: 240mm; }
  .wide .form tbody tr:only-child { height: 82mm; }
  .page { break-before: page; }
  thead th, thead td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";

}  // namespace thrive::report
