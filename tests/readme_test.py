"""Runs every command of the README's fenced blocks and compares what it prints.

  readme_test.py README.md PROGRAM

A block whose first line starts with "$ " is a transcript: each "$ " line is run, in one scratch folder
that has the repository's examples/, and the lines up to the next must be its output. Exit code 0: all
true; 1: a difference, shown; 77: a tool of a transcript (sqlite3, python3) is missing.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile


def transcripts(text):
    """(command, expected output) of each transcript, in order."""
    for block in re.findall(r"^```\n(\$ .*?)^```$", text, re.M | re.S):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def main(readme, program):
    missing = [tool for tool in ("sqlite3", "python3") if not shutil.which(tool)]
    if missing:
        print("missing: " + " ".join(missing))
        return 77
    root = os.path.dirname(os.path.abspath(readme))
    with open(readme, encoding="utf-8") as f:
        commands = list(transcripts(f.read()))
    if not commands:
        print("no transcript found in " + readme)
        return 1
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        os.symlink(os.path.join(root, "examples"), os.path.join(scratch, "examples"))
        os.mkdir(os.path.join(scratch, "bin"))
        os.symlink(os.path.abspath(program), os.path.join(scratch, "bin", "steppe"))
        path = os.path.join(scratch, "bin") + os.pathsep + os.environ["PATH"]
        for command, expected in commands:
            if re.match(r"steppe (report|[^ ]*\.db) ", command):
                run = command + " -f box"  # a reader has a terminal; this test has none
            else:
                run = command
            done = subprocess.run(["bash", "-c", run], cwd=scratch, env={**os.environ, "PATH": path},
                                  capture_output=True, text=True)
            if done.stdout != expected:
                wrong += 1
                print("$ %s\n--- README\n%s--- printed\n%s%s" % (command, expected, done.stdout, done.stderr))
    print("%d commands, %d differ" % (len(commands), wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
