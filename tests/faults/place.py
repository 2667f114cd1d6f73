"""Where a test keeps its database."""

from __future__ import annotations

from dataclasses import dataclass

from servers import MariaDB, PostgreSQL

OneServer = PostgreSQL | MariaDB


@dataclass(frozen=True)
class Place:
    """A database on a server: tables with a prefix of the test's own."""

    server: OneServer
    uri: str

    def at_port(self, port: int) -> str:
        """The same database by another port."""
        return self.uri.replace(f":{self.server.port}/", f":{port}/")
