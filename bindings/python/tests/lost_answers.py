"""A way to a server on which the answer to a commit can be lost."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Line:
    """Connections to one server, by way of a port of our own."""

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.to_lose = 0
        """How many answers to commits will be lost. The commits are done."""
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._server)
                threading.Thread(target=self._ask, args=(client, server), daemon=True).start()
                threading.Thread(target=self._answer, args=(client, server), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError), client, server:
            while data := client.recv(1 << 16):
                if self.to_lose and re.search(rb"\bcommit\0?$", data, re.IGNORECASE):
                    self.to_lose -= 1
                    client.shutdown(socket.SHUT_WR)  # the answer gets no further
                server.sendall(data)
            server.shutdown(socket.SHUT_WR)

    def _answer(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while data := server.recv(1 << 16):
                client.sendall(data)
            client.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Takes no more connections."""
        self._listener.close()


@contextmanager
def line_to(uri: str) -> Iterator[tuple[Line, str]]:
    """A line to the server of a URI, and the URI of the same place by way of it."""
    found = re.fullmatch(r"(\w+://[^/]*@)([^@/:]+):(\d+)(/.*)", uri)
    assert found, "The test goes to a server by name and port."
    line = Line(found[2], int(found[3]))
    try:
        yield line, f"{found[1]}127.0.0.1:{line.port}{found[4]}"
    finally:
        line.close()
