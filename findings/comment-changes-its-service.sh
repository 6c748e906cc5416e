#!/bin/sh
# SPDX-License-Identifier: MIT
# ruamel.yaml 0.17.21 (Debian 12): when a service is taken out of a file, the comment above it stays and stands above
# the next one, and the next one's own comment goes.
#
# Expected: the round-trip mode keeps comments where they are; the one above what is deleted stays or goes, the one
# above its neighbour stays. Or it is lost, not moved.
# Seen: removing camhs leaves "do not publish the wte" above crisis, and takes away "open at night only". Inserting a
# flow in a list puts it under the comment of the flow that it pushes down.
# Why it matters: in a project kept in git, comments are what people agreed. After one edit by a script a sentence
# about one service is read as being about another, in a diff that shows only what was removed.
# Stated: the description of the package promises "roundtrip preservation of comments" and says nothing of edits. In
# the source (comments.py) a comment is kept with the key or item that ends before it, and goes when that goes.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian python3-ruamel.yaml=0.17.21-1

cat >"$place/services.yaml" <<'END'
services:
  # list confirmed by the practice manager
  gp:
    wte: 4.0
  # do not publish the wte
  camhs:
    wte: 12.5
  # open at night only
  crisis:
    wte: 3.0
flows:
  # agreed in May
  - gp camhs
  # disputed by table 3
  - camhs crisis
END
cat >"$place/edit.py" <<'END'
import sys
from ruamel.yaml import YAML
yaml = YAML()
yaml.indent(mapping=2, sequence=4, offset=2)
with open(sys.argv[1], encoding="utf-8") as file:
    project = yaml.load(file)
del project["services"]["camhs"]
project["flows"].insert(1, "school gp")
yaml.dump(project, sys.stdout)
END
shows 'crisis has the comment of camhs, and a new flow that of a disputed one' \
  /usr/bin/python3 "$place/edit.py" "$place/services.yaml" <<'END'
services:
  # list confirmed by the practice manager
  gp:
    wte: 4.0
  # do not publish the wte
  crisis:
    wte: 3.0
flows:
  # agreed in May
  - gp camhs
  # disputed by table 3
  - school gp
  - camhs crisis
END
