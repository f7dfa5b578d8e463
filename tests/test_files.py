"""Reading and writing a person's files: limits kept, nothing half written."""

import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.errors import CannotWrite, FileTooLarge, UnreadableFile
from quizapp.files import LARGEST, cannot_write, read_bytes, write_atomically


def test_a_file_is_read_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"all \x00 of it")
    assert read_bytes(path) == b"all \x00 of it"


def test_a_file_at_the_limit_is_read_and_one_byte_more_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_bytes(path, limit=5) == b"12345"
    with pytest.raises(FileTooLarge) as told:
        read_bytes(path, limit=4)
    assert (told.value.name, told.value.size, told.value.limit) == ("a.txt", 5, 4)


def test_an_article_of_more_than_20_megabytes_is_refused(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(FileTooLarge, match=r"huge\.txt is too large: 20 MB"):
        read_bytes(path)


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(UnreadableFile, match="there is no such file"):
        read_bytes(tmp_path / "missing.txt")
    with pytest.raises(UnreadableFile, match="it is a folder"):
        read_bytes(tmp_path)


def test_a_name_the_system_refuses_is_told(tmp_path):
    with pytest.raises(UnreadableFile):
        read_bytes(tmp_path / ("long" * 1000))


def test_a_file_is_written_and_replaced_whole(tmp_path):
    path = tmp_path / "a.txt"
    write_atomically(path, b"first")
    write_atomically(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_failing_to_write_keeps_what_was_there(tmp_path):
    path = tmp_path / "taken"
    path.mkdir()
    (path / "kept").write_bytes(b"old")
    with pytest.raises(CannotWrite) as told:
        write_atomically(path, b"new")
    assert not told.value.disk_full
    assert (path / "kept").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_failing_half_way_keeps_what_was_there(tmp_path):
    """The limit would hold for all that pytest writes, so a process of its own takes it."""
    pytest.importorskip("resource", reason="only Unix limits a process's files")
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    script = """if True:
        import resource, sys
        from pathlib import Path
        from quizapp.errors import CannotWrite
        from quizapp.files import write_atomically
        most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, most))
        try:
            write_atomically(Path(sys.argv[1]), b"x" * 100_000)
        except CannotWrite:
            sys.exit(7)
    """
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert done.returncode == 7
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_told_from_a_closed_folder():
    with pytest.raises(OSError, match="space") as full:
        Path("/dev/full").write_bytes(b"x")
    assert cannot_write(Path("a.txt"), full.value).disk_full
    assert not cannot_write(Path("a.txt"), PermissionError(13, "no")).disk_full


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    with pytest.raises(CannotWrite):
        write_atomically(tmp_path / "nowhere" / "a.txt", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mask")
def test_a_written_file_may_be_read_by_whoever_may_read_a_new_one(tmp_path):
    (tmp_path / "plain.txt").write_bytes(b"")
    write_atomically(tmp_path / "a.txt", b"new")
    plain, written = (tmp_path / name for name in ("plain.txt", "a.txt"))
    assert written.stat().st_mode == plain.stat().st_mode


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path):
    path = tmp_path / ("n" * 251 + ".txt")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
