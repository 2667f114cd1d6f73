"""Private database servers for tests, on 127.0.0.1; none of them outlives the Python process that started it.

    with PostgreSQL() as server:
        connect(server.uri)
        server.sql("select count(*) from contact")     # as the superuser

`with_servers.py` beside this file runs a command with such servers. What the classes share: `server_base.py`; how servers are kept from
outliving us: `guard.py`.
"""

from galera_servers import Galera
from mariadb_servers import MariaDB
from postgresql_servers import PgBouncer, PostgreSQL, PostgreSQLPair
from server_base import PortTaken, ProgramMissing, Server, ServerError

__all__ = ["Galera", "MariaDB", "PgBouncer", "PortTaken", "PostgreSQL", "PostgreSQLPair", "ProgramMissing", "Server", "ServerError"]
