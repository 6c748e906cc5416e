#!/bin/sh
# SPDX-License-Identifier: MIT
# pandas 1.5.3 with odfpy 1.4.2 (Debian 12): a comment on a cell of an OpenDocument sheet becomes part of the answer.
#
# Expected: a comment is not the cell's value; SheetJS (npm xlsx 0.18.5) leaves it out.
# Seen: the answer "partly" with the comment "table 3 disagreed" is read as "table 3 disagreedpartly". Beside a number
# the comment is left out, so only answers in words are spoilt.
# Why it matters: comments are how a score sheet is discussed before it is agreed. Answers no longer match the words
# that are allowed, and what was meant for the group is in the data.
# Stated: pandas issue 55200, mended in 2.2.0; Debian 12 has 1.5.3. An open issue of odfpy, 146, is of the same kind.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian python3-pandas=1.5.3+dfsg-2 python3-odf=1.4.2-2
npm_packages xlsx@0.18.5

cat >"$place/write.py" <<'END'
import sys
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
def cell(value, comment=None):
    kind = {"valuetype": "string"} if isinstance(value, str) else {"valuetype": "float", "value": value}
    made = TableCell(**kind)
    if comment:
        note = Annotation()
        note.addElement(P(text=comment))
        made.addElement(note)
    made.addElement(P(text=str(value)))
    return made
sheet = OpenDocumentSpreadsheet()
table = Table(name="scores")
for cells in ([("item",), ("answer",), ("score",)], [("M1",), ("partly", "table 3 disagreed"), (3,)], [("M2",), ("yes",), (4, "minute 6")]):
    row = TableRow()
    for parts in cells:
        row.addElement(cell(*parts))
    table.addElement(row)
sheet.spreadsheet.addElement(table)
sheet.save(sys.argv[1])
END
/usr/bin/python3 "$place/write.py" "$place/scores.ods"
cat >"$place/read.py" <<'END'
import sys
import pandas
print(pandas.read_excel(sys.argv[1], engine="odf").to_csv(index=False), end="")
END
shows 'pandas reads the comment as part of the answer' /usr/bin/python3 "$place/read.py" "$place/scores.ods" <<'END'
item,answer,score
M1,table 3 disagreedpartly,3
M2,yes,4
END
cat >"$place/read.js" <<'END'
const { readFile, utils } = require('xlsx');
console.log(utils.sheet_to_csv(readFile(process.argv[2]).Sheets.scores).trim());
END
shows 'SheetJS leaves it out' node "$place/read.js" "$place/scores.ods" <<'END'
item,answer,score
M1,partly,3
M2,yes,4
END
