#!/bin/sh
# SPDX-License-Identifier: MIT
# exceljs 4.4.0 (npm): a score in a merged cell is read once for each cell under it; xlsx 0.18.5 (npm) and csvkit
# 1.0.7 (Debian 12) read it once.
#
# Expected: the cells that a merged one covers are empty, as they are in the file.
# Seen: one score of 2, merged over the columns of three tables, is three scores of 2 for exceljs, in row.values, in
# getCell and in the CSV that it writes. The other two read 2 and two blanks.
# Why it matters: tables that gave one answer together are merged in the score sheet. The count of returns, the median
# and the agreement between tables then depend on the library that reads the sheet.
# Stated: exceljs' README says under "Merged Cells" that they are linked, and shows it for setting a value; that a row
# that was read and the CSV repeat it is not said. cell.isMerged and cell.master tell them apart.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
npm_packages exceljs@4.4.0 xlsx@0.18.5
debian csvkit=1.0.7-1 python3-agate=1.6.3-2 python3-agateexcel=0.2.5-2

cat >"$place/sheet.js" <<'END'
const excel = require('exceljs'), sheetjs = require('xlsx');
(async () => {
  const book = new excel.Workbook(), sheet = book.addWorksheet('scores');
  sheet.addRows([['item', 'table 1', 'table 2', 'table 3'], ['M1', 3, 2, 4], ['M2', 2]]);
  sheet.mergeCells('B3:D3');
  await book.xlsx.writeFile(process.argv[2]);
  const again = new excel.Workbook();
  await again.xlsx.readFile(process.argv[2]);
  console.log('exceljs:', again.worksheets[0].getRow(3).values.slice(1).join(','));
  console.log('its CSV:', (await again.csv.writeBuffer()).toString().split('\n')[2]);
  console.log('xlsx:', sheetjs.utils.sheet_to_csv(sheetjs.readFile(process.argv[2]).Sheets.scores).split('\n')[2]);
})();
END
shows 'exceljs reads three scores, SheetJS one' node "$place/sheet.js" "$place/scores.xlsx" <<'END'
exceljs: M2,2,2,2
its CSV: M2,2,2,2
xlsx: M2,2,,
END
shows 'csvkit reads one' /usr/bin/python3 "$place/usr/bin/in2csv" -I "$place/scores.xlsx" <<'END'
item,table 1,table 2,table 3
M1,3,2,4
M2,2,,
END
