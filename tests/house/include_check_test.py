"""The check of the rooms finds what is wrong: each way to break it, once."""

from include_check import HOUSE, problem

WRONG = [
    ("include/crm/model/id.hpp", "crm/store/store.hpp"),  # a room above
    ("include/crm/model/id.hpp", "record/table.hpp"),
    ("include/crm/store/store.hpp", "store/memory/memory_store.hpp"),
    ("include/crm/work/work.hpp", "work/saving.hpp"),  # its own room, but not installed
    ("include/crm/rules/rule.hpp", "boost/describe/class.hpp"),  # a library in a public header
    ("src/store/memory/evaluate.cpp", "soci/soci.h"),
    ("src/store/sql/session_pool.cpp", "sqlite3.h"),  # a library of another place
    ("src/model/digest.cpp", "utf8proc.h"),
    ("capi/work.cpp", "record/table.hpp"),
    ("src/somewhere/new.cpp", "vector"),  # in no room
]
RIGHT = [
    ("include/crm/model/describe.hpp", "boost/describe/class.hpp"),
    ("include/crm/work/work.hpp", "crm/store/store.hpp"),
    ("src/store/sql/session_pool.cpp", "soci/soci.h"),
    ("src/store/sql/dialect/sqlite_driver.cpp", "sqlite3.h"),
    ("src/work/saving.cpp", "string_view"),
]

for path, header in WRONG:
    assert problem(path, header, HOUSE), f"{path} may include {header}"
for path, header in RIGHT:
    assert not problem(path, header, HOUSE), problem(path, header, HOUSE)
print(f"{len(WRONG)} wrong includes are found, {len(RIGHT)} right ones are not")
