#!/usr/bin/env python3
"""Check the actor tables against facts kept by others.

    actors_facts_test.py ACTORS-FOLDER

Form: every table has the eight columns named in its header, no duplicate id in
or across tables, lines sorted by id in byte order, types that belong to the
table, no empty or repeated alternatives, members that exist (with sane years),
enough rows of each type.  roles.tsv has two columns and names known actors.

Facts: states.tsv holds every alpha-3 code of the Debian package iso-codes as a
state and no others but XKX; the ISO common (else short) name and the official
name of each are among our names, apart from EXCEPTIONS below; every country of
tzdata's iso3166.tab is there by its name; and where a zone of zone.tab is
called after a city that is one of our seats, its country is the seat's state
(this finds wrong capitals).  No two states share a seat.

Exit status: 0 all is well; 1 with a line for each problem; 77 if iso-codes or
tzdata is not installed.
"""

import json
import os
import re
import sys
import unicodedata

ISO = "/usr/share/iso-codes/json/iso_3166-1.json"
ZONES = "/usr/share/zoneinfo"

TABLES = {
    "states.tsv": {"state"},
    "organizations.tsv": {"organization"},
    "regions.tsv": {"region", "group"},
    "historical.tsv": {"historical"},
    "non-state.tsv": {"non-state"},
}
AT_LEAST = (
    ("organizations", {"organization"}, 60),
    ("regions and groups", {"region", "group"}, 40),
    ("historical states", {"historical"}, 15),
    ("non-state actors", {"non-state"}, 60),
)

# ISO names that we leave out on purpose: (code, name as ISO gives it) -> why.
EXCEPTIONS = {
    ("COG", "Congo"):
        "alone it more often means the Democratic Republic, which has it as a name",
    ("TWN", "Taiwan, Province of China"):
        "a formula of the standard, used by no text that means Taiwan's government",
}

# Names in tzdata's iso3166.tab that differ from ISO and from ours.
ZONE_COUNTRY_EXCEPTIONS = {
    "AS": "written 'Samoa (American)'",
    "BQ": "written 'Caribbean NL'",
    "CF": "written 'Central African Rep.'",
    "CG": "written 'Congo (Rep.)'",
    "KP": "written 'Korea (North)'",
    "TC": "written 'Turks & Caicos Is'",
    "TF": "written 'French S. Terr.'",
    "VG": "written 'Virgin Islands (UK)'",
    "VI": "written 'Virgin Islands (US)'",
}

# Zone cities that bear the name of another state's seat: (country, city) -> why.
ZONE_CITY_EXCEPTIONS = {
    ("AR", "San_Juan"): "San Juan in Argentina, not the capital of Puerto Rico",
}


def fold(text):
    """Lower case, without diacritics, parentheses and a leading 'the'."""
    text = re.sub(r"\s*\([^)]*\)", "", text) if not text.startswith("(") else text
    text = unicodedata.normalize("NFD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"\bst\b\.?", "saint", text).replace("&", "and").replace("\u2019", "'")
    text = " ".join(text.split())
    return text[4:] if text.startswith("the ") else text


def forms(name):
    """The name, and put right where it is inverted: 'Bolivia, Plurinational State of'."""
    found = {fold(name)}
    head, comma, tail = name.partition(", ")
    if comma:
        found.add(fold(tail + " " + head))
    return found


def split(field):
    return [] if field == "-" else field.split("|")


class Check:
    def __init__(self, folder):
        self.folder = folder
        self.problems = []
        self.actors = {}

    def say(self, text):
        self.problems.append(text)

    def lines(self, name):
        path = os.path.join(self.folder, name)
        try:
            with open(path, encoding="utf-8", newline="") as stream:
                text = stream.read()
        except (OSError, UnicodeDecodeError) as error:
            self.say(f"{name}: {error}")
            return []
        if "\r" in text:
            self.say(f"{name}: has carriage returns")
        if not text.endswith("\n"):
            self.say(f"{name}: last line is not ended")
        rows = []
        for number, line in enumerate(text.split("\n"), 1):
            if line and not line.startswith("#"):
                rows.append((f"{name}:{number}", line.split("\t")))
        return rows

    def table(self, name, types):
        last = b""
        for where, row in self.lines(name):
            if len(row) != 8:
                self.say(f"{where}: {len(row)} columns, not 8")
                continue
            ident, shown, kind = row[:3]
            if ident.encode() <= last:
                self.say(f"{where}: {ident} is not in byte order")
            last = ident.encode()
            if kind not in types:
                self.say(f"{where}: type {kind} does not belong in {name}")
            pattern = r"[A-Z]{3}" if kind == "state" else r"[a-z0-9]+(-[a-z0-9]+)*"
            if not re.fullmatch(pattern, ident):
                self.say(f"{where}: id {ident} is not well formed")
            if ident in self.actors:
                self.say(f"{where}: {ident} is already in {self.actors[ident][0]}")
            for column, field in enumerate(row, 1):
                if not field or field != field.strip() or "  " in field:
                    self.say(f"{where}: column {column} is empty or badly spaced")
                parts = field.split("|")
                if len(parts) != len(set(parts)):
                    self.say(f"{where}: column {column} repeats an entry")
                if any(not part or part != part.strip() for part in parts):
                    self.say(f"{where}: column {column} has an empty or padded entry")
                if "-" in parts and len(parts) > 1:
                    self.say(f"{where}: column {column} has '-' beside entries")
            if shown in split(row[3]):
                self.say(f"{where}: column 4 repeats the name")
            if kind == "state" and row[7] != "-":
                self.say(f"{where}: a state has members")
            self.actors[ident] = (where, row)

    def members(self):
        for ident, (where, row) in self.actors.items():
            seen = set()
            for entry in split(row[7]):
                match = re.fullmatch(r"([A-Za-z0-9-]+)(?:@(\d{4})\.\.(\d{4})?)?", entry)
                if not match:
                    self.say(f"{where}: member '{entry}' is not well formed")
                    continue
                member, start, end = match.groups()
                if member not in self.actors:
                    self.say(f"{where}: member {member} is not in the tables")
                if member == ident or member in seen:
                    self.say(f"{where}: member {member} is the actor itself or repeated")
                if start and end and start > end:
                    self.say(f"{where}: member {entry} ends before it starts")
                seen.add(member)

    def roles(self):
        last = (b"", "")
        for where, row in self.lines("roles.tsv"):
            if len(row) != 2 or not all(field and field == field.strip() for field in row):
                self.say(f"{where}: not two columns")
                continue
            title, ident = row
            if (title.encode(), ident) <= last:
                self.say(f"{where}: {title} is repeated or not in byte order")
            last = (title.encode(), ident)
            if ident not in self.actors:
                self.say(f"{where}: {ident} is not in the tables")

    def counts(self):
        kinds = [row[2] for _, row in self.actors.values()]
        for what, types, least in AT_LEAST:
            number = sum(kind in types for kind in kinds)
            if number < least:
                self.say(f"only {number} {what}, expected {least} or more")

    def names(self, ident):
        row = self.actors[ident][1]
        return {fold(name) for name in [row[1]] + split(row[3])}

    def iso(self, entries):
        states = {i for i, (_, row) in self.actors.items() if row[2] == "state"}
        codes = {entry["alpha_3"] for entry in entries}
        for code in sorted(codes - states):
            self.say(f"states.tsv: {code} of ISO 3166-1 is missing")
        for code in sorted(states - codes - {"XKX"}):
            self.say(f"states.tsv: {code} is not in ISO 3166-1")
        if len(states & codes) < 249:
            self.say(f"states.tsv: {len(states & codes)} states of ISO 3166-1, not 249")
        for entry in entries:
            code = entry["alpha_3"]
            if code not in states:
                continue
            ours = self.names(code)
            wanted = [entry.get("common_name", entry["name"]), entry.get("official_name")]
            for name in filter(None, wanted):
                if not forms(name) & ours and (code, name) not in EXCEPTIONS:
                    self.say(f"states.tsv: {code} lacks its ISO name '{name}'")

    def zones(self, entries, countries, zone_lines):
        alpha3 = {entry["alpha_2"]: entry["alpha_3"] for entry in entries}
        for line in countries:
            alpha2, name = line.split("\t")[:2]
            code = alpha3.get(alpha2)
            if code not in self.actors:
                self.say(f"states.tsv: {alpha2} ({name}) of tzdata is missing")
            elif not forms(name) & self.names(code) and alpha2 not in ZONE_COUNTRY_EXCEPTIONS:
                self.say(f"states.tsv: {code} lacks tzdata's name '{name}'")
        seats = {}
        for ident, (_, row) in self.actors.items():
            if row[2] == "state":
                for seat in split(row[6]):
                    seats.setdefault(fold(seat).replace("'", ""), set()).add(ident)
        for seat, owners in sorted(seats.items()):
            if len(owners) > 1:
                self.say(f"states.tsv: {seat} is a seat of {' and '.join(sorted(owners))}")
        hits = 0
        for line in zone_lines:
            alpha2, _, zone = line.split("\t")[:3]
            city = zone.rsplit("/", 1)[1]
            owners = seats.get(fold(city.replace("_", " ")).replace("'", ""))
            if not owners:
                continue
            hits += 1
            if alpha3.get(alpha2) not in owners and (alpha2, city) not in ZONE_CITY_EXCEPTIONS:
                self.say(f"states.tsv: {city} is a seat of {'/'.join(sorted(owners))},"
                         f" but tzdata has it in {alpha2}")
        if hits < 100:
            self.say(f"only {hits} seats were found among the zones of tzdata, expected 100")


def read_rows(path):
    with open(path, encoding="utf-8") as stream:
        return [line.rstrip("\n") for line in stream if line.strip() and not line.startswith("#")]


def main(arguments):
    if len(arguments) != 2:
        print(f"usage: {os.path.basename(arguments[0])} ACTORS-FOLDER", file=sys.stderr)
        return 2
    tabs = [os.path.join(ZONES, name) for name in ("iso3166.tab", "zone.tab")]
    for path, package in [(ISO, "iso-codes")] + [(tab, "tzdata") for tab in tabs]:
        if not os.path.exists(path):
            print(f"skipped: {path} is missing, install the Debian package {package}")
            return 77
    with open(ISO, encoding="utf-8") as stream:
        entries = json.load(stream)["3166-1"]

    check = Check(arguments[1])
    for name, types in TABLES.items():
        check.table(name, types)
    check.members()
    check.roles()
    check.counts()
    check.iso(entries)
    check.zones(entries, *map(read_rows, tabs))
    for problem in check.problems:
        print(problem)
    return 1 if check.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
