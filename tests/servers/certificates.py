"""Certificates for a test, made by the openssl program: authorities, and what they have signed."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from server_base import Server, find_program


@dataclass(frozen=True)
class Certificate:
    """Files in PEM."""

    certificate: Path
    key: Path

    def given_to(self, server: Server) -> Certificate:
        """A copy that the server's account owns: servers refuse a key that others can read."""
        copy = Certificate(server.sockets / self.certificate.name, server.sockets / self.key.name)
        for source, target in ((self.certificate, copy.certificate), (self.key, copy.key)):
            shutil.copy(source, target)
            target.chmod(0o600)
            if server.account:
                shutil.chown(target, server.account)
        return copy


class Authority:
    """Signs certificates, in a folder of its own."""

    def __init__(self, folder: Path, name: str) -> None:
        folder.mkdir()
        self._folder = folder
        self._own = self._made(name, "-addext", "keyUsage=critical,keyCertSign")

    @property
    def certificate(self) -> Path:
        """What who trusts this authority has."""
        return self._own.certificate

    def server(self, name: str, *alternatives: str) -> Certificate:
        """For a server that is reached by the alternatives, say "IP:127.0.0.1", "DNS:localhost"."""
        return self._signed(name, "-addext", f"subjectAltName={','.join(alternatives)}")

    def client(self, user: str) -> Certificate:
        """For a user of a server."""
        return self._signed(user)

    def _signed(self, name: str, *options: str) -> Certificate:
        return self._made(name, "-CA", str(self._own.certificate), "-CAkey", str(self._own.key),
                          "-addext", "basicConstraints=critical,CA:FALSE", *options)

    def _made(self, name: str, *options: str) -> Certificate:
        made = Certificate(self._folder / f"{name}.pem", self._folder / f"{name}.key")
        subprocess.run([find_program("openssl", "openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-subj", f"/CN={name}", "-days", "2", "-keyout", made.key, "-out", made.certificate, *options],
                       env={"PATH": os.environ.get("PATH", "/usr/bin:/bin")}, capture_output=True, check=True)
        made.key.chmod(0o600)
        return made
