"""The virus check, against what speaks clamd's protocol on a real socket."""

import io
from pathlib import Path

import pytest

from handoff import settings
from handoff.files.scanning import OutOfReach, Scanner
from handoff.files.taking import Files
from handoff.files.unwanted import Unwanted, Why
from handoff.store.models import FileState
from tests.clamd import EICAR, running

PDF = b"%PDF-1.4\n" + bytes(40)


@pytest.mark.parametrize("is_unix", [True, False])
def test_it_tells_the_infected_from_the_clean(tmp_path: Path, *, is_unix: bool) -> None:
    with running(tmp_path / "clamd.sock" if is_unix else None) as clamd:
        scanner = Scanner(clamd.address)
        large = PDF * 20_000
        assert not scanner.is_infected(io.BytesIO(large))
        assert clamd.seen == [large]
        assert scanner.is_infected(io.BytesIO(large + EICAR))
        assert scanner.state == "ok"


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"stream: "])
def test_an_answer_that_is_no_verdict_is_none(answer: bytes) -> None:
    with running() as clamd:
        clamd.say(answer)
        scanner = Scanner(clamd.address)
        with pytest.raises(OutOfReach):
            scanner.is_infected(io.BytesIO(PDF))
        assert scanner.state == "no verdict"


@pytest.mark.parametrize("address", ["127.0.0.1:1", "/nowhere/clamd.sock"])
def test_a_scanner_that_is_not_there_is_out_of_reach(address: str) -> None:
    scanner = Scanner(address)
    with pytest.raises(OutOfReach):
        scanner.is_infected(io.BytesIO(PDF))
    assert scanner.state == "unreachable"


def test_what_is_infected_is_not_kept(tmp_path: Path) -> None:
    with running() as clamd, pytest.raises(Unwanted) as caught:
        Files(tmp_path, Scanner(clamd.address)).take(io.BytesIO(PDF + EICAR))
    assert caught.value.why is Why.infected
    assert list(tmp_path.rglob("*")) == []


def test_what_nobody_could_check_stands_apart_until_somebody_can(tmp_path: Path) -> None:
    files = Files(tmp_path, Scanner(str(tmp_path / "clamd.sock")))
    taken = files.take(io.BytesIO(PDF))
    assert taken.state is FileState.unchecked
    assert not files.shelf.place(taken.sha256).exists()
    assert not files.check_again(taken.sha256)
    with running(tmp_path / "clamd.sock"):
        assert files.check_again(taken.sha256)
    assert files.shelf.place(taken.sha256).read_bytes() == PDF


@pytest.mark.parametrize("wrong", ["clamd", "localhost", "host:port", "a b:3310", ":3310"])
def test_an_address_that_is_none_stops_the_start(wrong: str) -> None:
    with pytest.raises(settings.InvalidSettings, match=r"^VENTANILLA_CLAMAV_SOCKET no es válido"):
        settings.read(clamav_socket=wrong)
    assert settings.read(clamav_socket="/run/clamav/clamd.ctl").clamav_socket
    assert settings.read(clamav_socket="scanner:3310").clamav_socket
