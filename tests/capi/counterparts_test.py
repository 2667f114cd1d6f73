"""crm.h has the errors and the enumerations of the C++ headers, by name and number, and every record.

That no field of a record is missing is for the compiler: capi/pairing.hpp.

Usage: counterparts_test.py CRM_H INCLUDE
"""

import re
import sys
from pathlib import Path

crm_h = Path(sys.argv[1]).read_text()
headers = {path: path.read_text() for path in sorted(Path(sys.argv[2]).rglob("*.hpp"))}


def constant(*words: str) -> str:
    """The name in C of what has a name in C++: NotFound is CRM_NOT_FOUND."""
    return "_".join(["CRM", *(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", word) for word in words)]).upper()


def in_c(type_name: str) -> dict[str, int] | None:
    """The constants of an enumeration in C."""
    found = re.search(rf"^typedef int32_t {type_name};\nenum \{{(.*?)\}};", crm_h, re.MULTILINE | re.DOTALL)
    return found and {name: int(number) for name, number in re.findall(r"\b(CRM_\w+) *= (\d+)", found[1])}


def in_cpp(name: str) -> dict[str, int]:
    """The enumerators of a described enumeration."""
    body = next(found[1] for text in headers.values() if (found := re.search(rf"enum class {name} \{{(.*?)\}};", text, re.DOTALL)))
    return {constant(name, value): int(number) for value, number in re.findall(r"\b(\w+) *= *(\d+)", body)}


def compare(what: str, theirs: dict[str, int] | None, ours: dict[str, int]) -> bool:
    for name in sorted({name for name, _ in (theirs or {}).items() ^ ours.items()}):
        print(f"{what}: {name} is {(theirs or {}).get(name)} in crm.h, and {ours.get(name)} in C++")
    return theirs == ours


errors = re.findall(r"^    X\((\w+),", headers[Path(sys.argv[2]) / "crm/model/error.hpp"], re.MULTILINE)
numbered = {"CRM_OK": 0} | {constant(name): number for number, name in enumerate(errors, 1)}
described = sorted({name for text in headers.values() for name in re.findall(r"^BOOST_DESCRIBE_ENUM\((\w+),", text, re.MULTILINE)})

# What C has no functions for: scripts for a DBA are the command line's.
described.remove("DatabaseRole")

same = [compare("crm_status", in_c("crm_status"), numbered)]
for name in described:
    type_name = constant(name).lower()
    same.append(compare(type_name, in_c(type_name), in_cpp(name)))

listed = headers[Path(sys.argv[2]) / "crm/model/records.hpp"].partition("#define CRM_EACH_RECORD(X)")[2].partition("\n\n")[0]
records = [constant(name).lower() for name in re.findall(r"X\((\w+)\)", listed)]
missing = [name for name in records if f"}} {name};" not in crm_h or f" {name}_get(" not in crm_h]
for name in missing:
    print(name, "is missing from crm.h, or its functions are")

print(len(errors), "errors,", len(described), "enumerations and", len(records), "records")
sys.exit(not all(same) or bool(missing) or not (errors and described and records))
