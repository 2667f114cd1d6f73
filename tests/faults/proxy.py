"""A TCP proxy between the library and a server, which cuts the connection at a commit, or within an answer."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Literal, Self

Cut = Literal["before", "after"]

# As PostgreSQL's simple query and MariaDB's COM_QUERY have it at the end of their message.
_COMMITS = (b"commit\x00", b"\x03commit")


class Proxy:
    """Passes everything on, until `arm` says where the next commit is cut, or `arm_answer` within which answer.

    "before": the server never hears of it. "after": the server has done it, and its answer is kept back.
    """

    LONG = 2000                     #: bytes of an answer that has rows in it: no other is so long

    def __init__(self, port: int) -> None:
        self._behind = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._armed: list[Cut] = []
        self._answer_until: int | None = None
        self._lock = threading.Lock()
        self.cuts = 0               #: how many were made
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._listener.close()

    def arm(self, *cuts: Cut) -> None:
        """The next commits are cut so, one after the other."""
        with self._lock:
            self._armed.extend(cuts)

    def arm_answer(self, length: int) -> None:
        """Of the next long answer so many bytes come through, and no more than `LONG`."""
        with self._lock:
            self._answer_until = length

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return              # closed
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self._behind)) as server:
            answers = threading.Event()
            kept_back = threading.Event()
            threading.Thread(target=self._answer, args=(server, client, answers, kept_back), daemon=True).start()
            with suppress(OSError):
                while said := client.recv(65536):
                    cut = self._cut_of(said)
                    if cut == "after":
                        kept_back.set()
                        server.sendall(said)
                        answers.wait(30)
                    if cut:
                        self.cuts += 1
                        break
                    server.sendall(said)
            for end in (client, server):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def _cut_of(self, said: bytes) -> Cut | None:
        with self._lock:
            if self._armed and said.endswith(_COMMITS):
                return self._armed.pop(0)
        return None

    def _end_of(self, answer: bytes) -> int | None:
        with self._lock:
            if self._answer_until is None or len(answer) <= self.LONG:
                return None
            end, self._answer_until = self._answer_until, None
            self.cuts += 1
            return end

    def _answer(self, server: socket.socket, client: socket.socket, answers: threading.Event, kept_back: threading.Event) -> None:
        with suppress(OSError):
            while said := server.recv(65536):
                if kept_back.is_set():
                    break
                end = self._end_of(said)
                client.sendall(said[:end])
                if end is not None:
                    break
        answers.set()
        with suppress(OSError):
            client.shutdown(socket.SHUT_RDWR)
