"""A room of the house knows only the rooms below it: checks every #include against one table.

Usage: include_check.py
"""

import re
import sys
from pathlib import Path
from typing import NamedTuple

HOUSE = Path(__file__).resolve().parents[2]


class Room(NamedTuple):
    folders: list[str]  # or files
    rooms: set[str]  # whose headers it may include
    libraries: tuple[str, ...] = ()  # how the headers begin that it may include beside those of C++


ROOMS = {
    "model": Room(["include/crm/model", "src/model"], set(), ("boost/describe", "boost/mp11", "boost/pfr")),
    "rules": Room(["include/crm/rules", "src/rules"], {"model"}),
    "record": Room(["include/crm/record", "src/record"], {"model"}, ("boost/json",)),
    "analysis": Room(["include/crm/analysis", "src/analysis"], {"model"}),
    "store": Room(["include/crm/store", "src/store"], {"model", "record", "analysis"}),
    "condition": Room(["src/store/condition"], {"model", "record", "store"}, ("boost/json",)),
    "memory": Room(["src/store/memory"], {"model", "record", "analysis", "store", "condition"}, ("boost/multi_index",)),
    "sql": Room(["src/store/sql"], {"model", "record", "analysis", "store", "condition"}, ("soci/soci.h",)),
    "open": Room(["src/store/open.cpp", "src/store/location.hpp", "src/store/location.cpp", "src/store/schema.cpp"], {"model", "store", "memory", "sql"}),
    "work": Room(["include/crm/work", "src/work"], {"model", "rules", "record", "analysis", "store", "condition"}),
    "exchange": Room(["include/crm/exchange", "src/exchange"], {"model", "record", "store", "condition", "work"}, ("boost/json",)),
    "all": Room(["include/crm/crm.hpp"], {"model", "rules", "record", "analysis", "store", "work", "exchange"}),
    "capi": Room(["capi"], {"model", "rules", "analysis", "store", "work", "exchange", "all"}),
    "python": Room(["bindings/python"], {"model", "rules", "analysis", "store", "work", "exchange", "all"}, ("pybind11/",)),
}
# Libraries that one place alone knows: nothing else of its room may.
LIBRARIES_OF_PLACES = {
    "src/model/digest.cpp": ("openssl/",),
    "src/model/search.cpp": ("utf8proc.h",),
    "src/exchange/rows/base64.cpp": ("openssl/",),
    "src/store/condition/calendar.cpp": ("date/",),
    "src/store/sql/dialect/": ("sqlite3.h", "libpq-fe.h", "errmsg.h", "soci/"),
    "src/exchange/mail/gmime.hpp": ("gmime/",),
    "src/exchange/mail/charset.cpp": ("iconv.h",),
    "src/work/reading.cpp": ("boost/json",),  # where a page ends, as text
    "src/work/mail/explanation.cpp": ("boost/json",),
    "bindings/python/src/convert.cpp": ("datetime.h",),
}
STANDARD = re.compile(r"[^.]+|(stddef|stdint)\.h")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def room_of(path: str) -> str | None:
    """The room whose folder holds `path`; of several, the one with the longest name."""
    found = [(len(folder), name) for name, room in ROOMS.items() for folder in room.folders if Path(path).is_relative_to(folder)]
    return max(found)[1] if found else None


def own_header(path: str, header: str, house: Path) -> str | None:
    """The file of ours that an include means."""
    for folder in (house / path).parent, house / "include", house / "src", house / "capi/include", house / "capi":
        if (folder / header).is_file():
            return (folder / header).resolve().relative_to(house).as_posix()
    return None


def libraries_for(path: str, room: str) -> tuple[str, ...]:
    """How the headers of libraries begin that a file may include. What hosts include brings in no more than the model's."""
    if path.startswith("include/"):
        return ROOMS["model"].libraries if room == "model" else ()
    return ROOMS[room].libraries + sum((names for place, names in LIBRARIES_OF_PLACES.items() if path.startswith(place)), ())


def problem(path: str, header: str, house: Path) -> str | None:
    """What is wrong with an include of a file; None: nothing."""
    room = room_of(path)
    if room is None:
        return f"{path}: it lies in no room"
    if own := own_header(path, header, house):
        below = room_of(own)
        if below != room and below not in ROOMS[room].rooms:
            return f"{path}: the room '{room}' may not know {header} of '{below}'"
        if path.startswith("include/") and not own.startswith("include/"):
            return f"{path}: {header} is not installed with this header"
        return None
    if STANDARD.fullmatch(header) or header.startswith(libraries_for(path, room)):
        return None
    return f"{path}: the room '{room}' may not include {header} here"


def problems(house: Path) -> tuple[list[str], int]:
    """Everything that is wrong, and how many files were read."""
    tops = (house / top for top in ("include", "src", "capi", "bindings"))
    files = sorted(file for top in tops for file in top.rglob("*") if file.suffix in (".hpp", ".cpp", ".h", ".c"))
    found = []
    for file in files:
        path = file.relative_to(house).as_posix()
        wrong = (problem(path, header, house) for header in INCLUDE.findall(file.read_text(encoding="utf-8")))
        found += [text for text in wrong if text]
    return found, len(files)


def main() -> None:
    found, count = problems(HOUSE)
    if not found and count < 100:
        found = [f"only {count} files were found: this check looks in the wrong place"]
    print("\n".join(found) or f"{count} files include only what lies below them")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
