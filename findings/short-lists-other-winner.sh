#!/bin/sh
# SPDX-License-Identifier: MIT
# condorcet 0.1.0 and condorcet-winner 1.1.1 (npm): the same short lists have two winners, each above every other item
# head to head.
#
# Expected: if an item beats every other one head to head, it does so in every program.
# Seen: of eleven tables six name M1 and M4, three M2 only, two M2, M1 and M4. For condorcet M1 wins: what a list
# leaves out is below what it names (M1 before M2 at six tables, M2 before M1 at five). For condorcet-winner M2 wins:
# only the two lists that name both are asked.
# Why it matters: tables list their five of two dozen items, so almost every pair is missing from almost every list.
# Which of the two readings is meant decides the winner more often than the method does.
# Stated: condorcet's README says that what is skipped is at the bottom. condorcet-winner's says under "Incomplete
# Ballots" that it "handles" them, not how; in its source a ballot counts for a pair only if it names both.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
npm_packages condorcet@0.1.0 condorcet-winner@1.1.1

cat >"$place/winners.mjs" <<'END'
import { condorcetWinner } from 'condorcet-winner';
import condorcet from 'condorcet';
const { Schulze, RankedPair } = condorcet;
const items = ['M1', 'M2', 'M4'];
const lists = [...Array(6).fill(['M1', 'M4']), ...Array(3).fill(['M2']), ...Array(2).fill(['M2', 'M1', 'M4'])];
for (const Method of [Schulze, RankedPair]) {
  const vote = new Method(new Set(items));
  for (const list of lists) vote.addBallot(new Map(list.map((item, place) => [item, place + 1])));
  console.log('condorcet', Method.name, vote.rank()[0]);
}
console.log('condorcet-winner', condorcetWinner(items, lists));
END
shows 'the lists have two winners' node "$place/winners.mjs" <<'END'
condorcet Schulze M1
condorcet RankedPair M1
condorcet-winner M2
END
