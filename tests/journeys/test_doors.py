"""Who gets in: foreign names of this machine, foreign origins, and what an error gives away."""

import socket

import pytest

from tests.journeys.server import Server

HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "c3RhaXJjYXNlcyBnbyB1cA==",
}


def answer(server: Server, path: str, verb: str = "GET", **headers: str) -> int:
    """The status of one request, written by hand."""
    named = {"Host": f"127.0.0.1:{server.port}", **headers}
    lines = [f"{verb} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items())]
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
        line.sendall("\r\n".join([*lines, "", ""]).encode())
        return int(line.recv(64).split()[1])


@pytest.mark.parametrize("path", ["/", "/about", "/media/x.png", "/_stcore/health"])
def test_a_page_asked_for_under_a_foreign_name_is_refused(path: str, server: Server) -> None:
    assert answer(server, path, Host="evil.example") == 400


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_both_names_of_this_machine_are_served(host: str, server: Server) -> None:
    assert answer(server, "/", Host=f"{host}:{server.port}") == 200


def test_a_session_under_a_foreign_name_is_refused(server: Server) -> None:
    assert answer(server, "/_stcore/stream", Host="evil.example", **HANDSHAKE) in (400, 403)


FOREIGN = ["http://evil.example", "http://localhost:9", "https://127.0.0.1", "null"]


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_session_from_a_foreign_page_is_refused(origin: str, server: Server) -> None:
    assert answer(server, "/_stcore/stream", **HANDSHAKE, Origin=origin) == 403


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_foreign_page_reads_nothing(origin: str, server: Server) -> None:
    assert answer(server, "/_stcore/host-config", Origin=origin) == 403


def test_refusing_a_foreign_page_asks_nobody(server: Server) -> None:
    answer(server, "/_stcore/stream", **HANDSHAKE, Origin="http://evil.example")
    assert server.foreign_connects() == []


def test_a_session_from_our_own_page_is_opened(server: Server) -> None:
    headers = {**HANDSHAKE, "Origin": server.address}
    assert answer(server, "/_stcore/stream", **headers) == 101


def test_an_upload_without_our_token_is_refused(server: Server) -> None:
    status = answer(server, "/_stcore/upload_file/none/none", "PUT", **{"Content-Length": "0"})
    assert status in (400, 403)
