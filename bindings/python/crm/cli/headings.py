"""Other people's column names: what they are called here, so that a file can be imported as it is."""

from __future__ import annotations

import re

import pycountry

from .rows import Row, RowError

NORTHWIND = {
    "CustomerID": "number",
    "SupplierID": "number",
    "CompanyName": "name",
    "ContactName": "contact_name",
    "ContactTitle": "contact_position",
    "Address": "street",
    "City": "city",
    "Region": "region",
    "PostalCode": "postal_code",
    "Country": "country",
    "Phone": "phone",
    "Fax": "fax",
    "HomePage": "website",
}
"""The columns of Microsoft's Northwind, and of the many exports that took them over."""

_EVERYDAY_NAMES = {"UK": "GB", "England": "GB", "Great Britain": "GB", "Russia": "RU", "Korea": "KR"}
_ACCESS_LINK = re.compile(r"^(?P<title>[^#]*)#(?P<address>[^#]*)#")


def renamed(row: Row, numbers: str = "") -> Row:
    """A row with our names of its columns; `numbers` stands before numbers of suppliers, which are counted apart."""
    if not NORTHWIND.keys() & row.cells.keys():
        return row
    cells = {NORTHWIND.get(column, column): text for column, text in row.cells.items()}
    cells["kind"] = cells.get("kind") or "legal"
    cells["website"] = web_address(cells.get("website", ""))
    if "SupplierID" in row.cells and cells.get("number"):
        cells["number"] = (numbers or "S") + cells["number"]
    return Row(row.line, cells)


def web_address(text: str) -> str:
    """The address in a link of Microsoft Access, `title#address#`; another text as it is."""
    link = _ACCESS_LINK.match(text)
    return (link["address"] or link["title"]).strip() if link else text


def country_code(text: str) -> str:
    """ISO 3166 code of a country that is given by code or name. Raises RowError."""
    if not text:
        return ""
    name = _EVERYDAY_NAMES.get(text, text)
    try:
        return str(pycountry.countries.lookup(name).alpha_2)
    except LookupError:
        raise RowError("row.country.unknown", "country", f"Give {text!r} as an ISO 3166 code, such as PL.") from None


def name_parts(name: str) -> tuple[str, str]:
    """Given and family name of `Maria Anders`; all but the first word is the family name."""
    given, _, family = name.partition(" ")
    return given, family.strip()
