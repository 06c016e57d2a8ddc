#!/usr/bin/env python3
"""Compare the scores of measure.sh with the floors below which they must not fall.

  floors.py floors.tsv FOLDER     FOLDER holds SET.json, as score.py --json prints it

Prints a line a floor. Exit codes: 0 all reached; 1 one is missed; 2 a file is unusable.
"""
import json
import os
import sys


def read_floors(path):
    with open(path, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if line.strip() and line[0] != "#"]
    if not rows:
        raise ValueError("%s: no floors" % path)
    return [(name, measure, float(floor)) for name, measure, floor in rows]


def main(argv):
    path, folder = argv
    below = 0
    scores = {}
    for name, measure, floor in read_floors(path):
        if name not in scores:
            with open(os.path.join(folder, name + ".json"), encoding="utf-8") as f:
                scores[name] = json.load(f)
        found = scores[name]["overall"][measure]["f1"]
        fine = found >= floor
        below += not fine
        print("%-4s %-6s F1 %.3f  floor %.3f  %s" %
              (name, measure, found, floor, "ok" if fine else "BELOW"))
    return 1 if below else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ValueError, KeyError) as e:
        print("floors.py: %s" % e, file=sys.stderr)
        sys.exit(2)
