#!/bin/sh
# Scores the program on the annotated essays: every set of tests/corpus, one after the other.
#
#   tests/corpus/measure.sh [--errors] [--floors] [--program FILE]
#
# --errors    also lists misses, spurious rows and wrong holders, targets, themes
# --floors    prints a line a measure of floors.tsv instead, and exits 1 where one lies below its floor
# --program   the program to measure; build/steppe by default
#
# Exit codes: 0 fine; 1 below a floor; 2 it could not be measured.
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
program=$here/../../build/steppe
errors= floors=
while [ $# -gt 0 ]; do
  case $1 in
    --errors) errors=--errors ;;
    --floors) floors=1 ;;
    --program)
      [ $# -gt 1 ] || { echo "measure.sh: --program needs a file" >&2; exit 2; }
      program=$2
      shift ;;
    *) echo "measure.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift
done
[ -x "$program" ] || { echo "measure.sh: no program at $program; build it first" >&2; exit 2; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' INT TERM
for set in dev own; do
  mkdir "$scratch/$set"
  for gold in "$here/$set"/*.gold.jsonl; do
    name=$(basename "$gold" .gold.jsonl)
    for essay in "$here/$set/$name".txt "$here/$set/$name".md "$here/$set/$name".html; do
      [ -f "$essay" ] || continue
      "$program" extract "$essay" > "$scratch/$set/$name.pred.jsonl" ||
        { echo "measure.sh: $essay: extract failed" >&2; exit 2; }
    done
  done
  if [ -n "$floors" ]; then
    python3 "$here/score.py" --gold "$here/$set" --pred "$scratch/$set" --json > "$scratch/$set.json"
  else
    echo "== $set"
    python3 "$here/score.py" --gold "$here/$set" --pred "$scratch/$set" $errors
    echo
  fi
done
[ -z "$floors" ] || python3 "$here/floors.py" "$here/floors.tsv" "$scratch"
