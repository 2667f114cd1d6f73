"""TLS to servers, mode by mode: what is asked for holds, and what does not is refused before anything is read or written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import crm
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "servers"))

from certificates import Authority, Certificate  # noqa: E402
from mariadb_servers import MariaDB  # noqa: E402
from postgresql_servers import PostgreSQL  # noqa: E402
from server_base import ProgramMissing  # noqa: E402

One = PostgreSQL | MariaDB
KINDS = [PostgreSQL, MariaDB]


class Certificates(NamedTuple):
    ours: Authority
    other: Authority
    server: Certificate         #: of 127.0.0.1
    elsewhere: Certificate      #: of another name
    client: Certificate         #: of the user crm


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    folder = tmp_path_factory.mktemp("certificates")
    try:
        ours, other = Authority(folder / "ours", "ours"), Authority(folder / "other", "other")
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    return Certificates(ours, other, ours.server("server", "IP:127.0.0.1", "DNS:localhost"), ours.server("elsewhere", "DNS:db.example"),
                        ours.client("crm"))


def started(kind: type[One], own: Certificate | None, authority: Path | None) -> Iterator[One]:
    """A server with tables, and with TLS when it has a certificate."""
    try:
        server = kind()
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    with server:
        crm.open(server.uri, create=True).close()
        if own and authority:
            show(server, own, authority)
        yield server


def show(server: One, own: Certificate, authority: Path) -> None:
    """The server shows that certificate from now on, and takes those of clients from the authority."""
    files = own.given_to(server)
    trusted = server.sockets / "clients.pem"
    trusted.write_bytes(authority.read_bytes())
    trusted.chmod(0o644)
    if isinstance(server, PostgreSQL):
        server.settings |= {"ssl": "on", "ssl_cert_file": str(files.certificate), "ssl_key_file": str(files.key), "ssl_ca_file": str(trusted)}
    else:
        server.settings |= {"ssl-cert": str(files.certificate), "ssl-key": str(files.key), "ssl-ca": str(trusted)}
    server.restart()


@pytest.fixture(scope="module", params=KINDS)
def server(request: pytest.FixtureRequest, certificates: Certificates) -> Iterator[One]:
    """A server with TLS, whose certificate is of 127.0.0.1."""
    yield from started(request.param, certificates.server, certificates.ours.certificate)


@pytest.fixture(scope="module", params=KINDS)
def misnamed(request: pytest.FixtureRequest, certificates: Certificates) -> Iterator[One]:
    """A server with TLS, whose certificate is of another name."""
    yield from started(request.param, certificates.elsewhere, certificates.ours.certificate)


@pytest.fixture(scope="module", params=KINDS)
def plain(request: pytest.FixtureRequest) -> Iterator[One]:
    """A server without TLS."""
    yield from started(request.param, None, None)


def uri(server: One, **options: object) -> str:
    return server.uri + "?" + "&".join(f"{name}={value}" for name, value in options.items())


def is_encrypted(server: One, **options: object) -> bool:
    """Opens the database, and asks the server of that session."""
    before = 0 if isinstance(server, PostgreSQL) else tls_sessions(server)
    with crm.open(uri(server, **options)) as database:
        assert database.operator_id("anna")
        if isinstance(server, PostgreSQL):
            told = server.sql("select distinct ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'crm'").split()
            assert len(told) == 1
            return told == ["t"]
        return tls_sessions(server) > before + 1    # the one that asks is encrypted too


def tls_sessions(server: MariaDB) -> int:
    """How many were begun so far, with the one that asks."""
    return int(server.sql("show global status like 'Ssl_finished_accepts'").split()[1])


def refused(server: One, **options: object) -> str:
    """What is said of a database that cannot be opened so: not the password."""
    with pytest.raises(crm.Unavailable) as failure:
        crm.open(uri(server, **options))
    assert server.password not in str(failure.value)
    return str(failure.value)


def test_disabled_means_plain(server: One) -> None:
    assert not is_encrypted(server, sslmode="disable")


def test_disabled_means_plain_also_with_an_authority(server: One, certificates: Certificates) -> None:
    assert not is_encrypted(server, sslmode="disable", sslrootcert=certificates.ours.certificate)


def test_required_means_encrypted(server: One) -> None:
    assert is_encrypted(server, sslmode="require")


def test_required_with_an_authority_asks_it(server: One, certificates: Certificates) -> None:
    assert is_encrypted(server, sslmode="require", sslrootcert=certificates.ours.certificate)
    assert "certificate" in refused(server, sslmode="require", sslrootcert=certificates.other.certificate)


@pytest.mark.parametrize("mode", ["verify-ca", "verify-full"])
def test_the_right_authority_and_name_are_accepted(server: One, certificates: Certificates, mode: str) -> None:
    assert is_encrypted(server, sslmode=mode, sslrootcert=certificates.ours.certificate)


@pytest.mark.parametrize("mode", ["verify-ca", "verify-full"])
def test_another_authority_is_refused(server: One, certificates: Certificates, mode: str) -> None:
    assert "certificate" in refused(server, sslmode=mode, sslrootcert=certificates.other.certificate)


def test_a_certificate_that_no_authority_of_the_system_knows_is_refused(server: One) -> None:
    assert "certificate" in refused(server, sslmode="verify-full")


def test_another_name_is_refused_where_it_is_verified(misnamed: One, certificates: Certificates) -> None:
    said = refused(misnamed, sslmode="verify-full", sslrootcert=certificates.ours.certificate)
    assert "db.example" in said or "Validation of SSL server certificate failed" in said


def test_another_name_is_accepted_where_only_the_authority_is_asked(misnamed: One, certificates: Certificates) -> None:
    assert is_encrypted(misnamed, sslmode="verify-ca", sslrootcert=certificates.ours.certificate)


@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
def test_a_server_without_tls_is_refused_when_tls_is_required(plain: One, certificates: Certificates, mode: str) -> None:
    said = refused(plain, sslmode=mode, sslrootcert=certificates.ours.certificate)
    assert "does not support" in said or "does not offer" in said


def test_a_server_without_tls_is_refused_when_tls_is_required_of_any(plain: One) -> None:
    said = refused(plain, sslmode="require")
    assert "does not support" in said or "does not offer" in said


def test_mariadb_verifies_all_for_whom_an_authority_is_named(misnamed: One, certificates: Certificates) -> None:
    """libmariadb alone would verify no name."""
    if isinstance(misnamed, PostgreSQL):
        pytest.skip("PostgreSQL's default is libpq's")
    assert refused(misnamed, sslrootcert=certificates.ours.certificate)


def test_mariadb_requires_tls_for_whom_an_authority_is_named(plain: One, certificates: Certificates) -> None:
    """libmariadb alone would go on without TLS."""
    if isinstance(plain, PostgreSQL):
        pytest.skip("PostgreSQL's default is libpq's")
    assert refused(plain, sslrootcert=certificates.ours.certificate)


def test_a_client_shows_its_certificate(server: One, certificates: Certificates) -> None:
    options = {"sslmode": "verify-full", "sslrootcert": certificates.ours.certificate}
    own = {"sslcert": certificates.client.certificate, "sslkey": certificates.client.key}
    require_certificates(server, True)
    try:
        assert refused(server, **options)
        assert is_encrypted(server, **options, **own)
    finally:
        require_certificates(server, False)


def require_certificates(server: One, wanted: bool) -> None:
    """Of the user crm, beside the password."""
    if isinstance(server, MariaDB):
        server.sql(f"alter user 'crm'@'127.0.0.1' require {'x509' if wanted else 'none'}")
        return
    access = server.data / "pg_hba.conf"
    lines = [line for line in access.read_text().splitlines() if "clientcert" not in line]
    access.write_text("\n".join((["hostssl all crm 127.0.0.1/32 scram-sha-256 clientcert=verify-full"] if wanted else []) + lines) + "\n")
    server.restart()    # what it reads while it runs, it reads when it likes
