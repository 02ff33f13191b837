"""`claimcheck add`: what it leaves in the ledger, twice, changed, and where it cannot."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimcheck import cli
from claimcheck.anchor import describe, resolve
from claimcheck.disk import write_atomically
from claimcheck.intake import adding
from claimcheck.scaffold import init
from claimcheck.sources import Document
from claimcheck.store import Ledger
from pdf_files import lines, pdf_file
from word_files import word_file

AT = "2025-06-01T09:00:00+00:00"
TEXT = "The harbour office counted 18 boats on 3 May. Nobody was hurt."
FIRST, SECOND = (
    "The harbour office counted 18 boats in the port on 3 May.",
    "It had counted 17 of them in the year before.",
)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "facts"
    init(root)
    monkeypatch.chdir(tmp_path)
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    return root


def add(*arguments: str | Path, at: str = AT) -> Result:
    given = ["add", "--ledger", "facts", "--retrieved-at", at, *map(str, arguments)]
    return CliRunner().invoke(cli.main, given, prog_name="claimcheck")


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".claimcheck" not in path.parts
    }


def source(root: Path, name: str) -> Document:
    return Ledger.open(root).sources[name]


def test_a_text_becomes_a_source_with_its_original_and_its_sidecar(ledger: Path) -> None:
    Path("Boats 2025.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode() + b"\r\n")
    result = add(
        "Boats 2025.txt", "--publisher", "The Post", "--published", "2025-05-04", "--license-note", "ours"
    )
    assert (result.exit_code, result.stdout) == (0, "Boats-2025: added as sources/Boats-2025.txt\n")
    found = source(ledger, "Boats-2025")
    assert found.text.text == TEXT + "\n"
    meta = found.meta
    assert (meta.publisher, str(meta.published), meta.license) == ("The Post", "2025-05-04", "ours")
    assert meta.retrieved_at == AT
    assert meta.original is not None
    original = (ledger / meta.original).read_bytes()
    assert original == Path("Boats 2025.txt").read_bytes()
    assert sha256(original).hexdigest() == meta.original_sha256


def test_adding_the_same_bytes_again_changes_nothing(ledger: Path) -> None:
    Path("boats.txt").write_text(TEXT)
    Path("copy.txt").write_text(TEXT)
    add("boats.txt")
    before = files(ledger)
    for name in ("boats.txt", "copy.txt"):
        result = add(name, at="2026-01-01")
        assert result.stdout == "boats: there already as sources/boats.txt; nothing has changed\n"
    assert files(ledger) == before


def test_changed_bytes_make_a_new_snapshot_and_keep_the_old(ledger: Path) -> None:
    texts = [TEXT, TEXT.replace("18", "17"), TEXT.replace("18", "16")]
    for text in texts:
        Path("boats.txt").write_text(text)
        assert add("boats.txt").exit_code == 0
    assert sorted(Ledger.open(ledger).sources)[:3] == ["boats", "boats@2025-06-01", "boats@2025-06-01-2"]
    assert [
        source(ledger, name).text.text.strip() for name in sorted(Ledger.open(ledger).sources)[:3]
    ] == texts
    assert source(ledger, "boats").meta.replaces is None
    assert source(ledger, "boats@2025-06-01").meta.replaces == "boats"
    assert source(ledger, "boats@2025-06-01-2").meta.replaces == "boats@2025-06-01"
    assert "boats@2025-06-01-2: there already" in add("boats.txt").stdout
    Path("boats.txt").write_text(texts[0])  # back to what it said at first
    assert "boats@2025-07-01: added" in add("boats.txt", at="2025-07-01").stdout


def test_other_bytes_that_say_the_same_are_no_new_snapshot(ledger: Path) -> None:
    Path("boats.txt").write_bytes(b"One.\nTwo.\n")
    add("boats.txt")
    before = files(ledger)
    Path("boats.txt").write_bytes(b"One.\r\nTwo.\r\n")
    assert "its bytes have changed, but nothing that it says" in add("boats.txt").stdout
    assert files(ledger) == before


def test_front_matter_and_a_sidecar_are_known_of_the_source(ledger: Path) -> None:
    Path("boats.md").write_text(
        "---\ntitle: Boats\npublished: 2025-05-04\nlayout: post\n---\n# Boats\n\n" + TEXT
    )
    Path("boats.meta.yaml").write_text("author: Ines Varga\naliases: {Lindholm harbour: [the harbour]}\n")
    add("boats.md", "--title", "The boats")
    found = source(ledger, "boats")
    assert found.text.text == "# Boats\n\n" + TEXT + "\n"
    assert (found.meta.title, str(found.meta.published), found.meta.author) == (
        "The boats",
        "2025-05-04",
        "Ines Varga",
    )
    assert found.meta.aliases == (("Lindholm harbour", ("the harbour",)),)


def test_a_text_that_opens_like_front_matter_stays_text(ledger: Path) -> None:
    Path("boats.txt").write_text("---\n---\n---\nkey: value\n---\n" + TEXT)
    add("boats.txt")
    assert source(ledger, "boats").body == 0


def test_pages_of_a_pdf_are_known_for_every_span(ledger: Path) -> None:
    Path("boats.pdf").write_bytes(
        pdf_file([lines(FIRST, 50, 500, 60), lines(SECOND, 50, 500, 60)], "Boats of 2025")
    )
    assert add("boats.pdf").exit_code == 0
    found = source(ledger, "boats")
    text = found.text.text
    assert found.meta.title == "Boats of 2025"
    for quote, page, paragraph in ((FIRST, 1, 1), (SECOND, 2, 2)):
        at = text.index(quote)
        assert (found.page_of(at), found.page_of(at + len(quote) - 1)) == (page, page)
        assert found.paragraph_of(at) == paragraph
        assert resolve(text, describe(text, at, at + len(quote))).start == at


def test_a_word_file_becomes_markdown(ledger: Path) -> None:
    def fill(document: object) -> None:
        document.add_heading("Boats", 1)  # type: ignore[attr-defined]
        document.add_paragraph("1. There are 18 *red* boats.")  # type: ignore[attr-defined]

    Path("boats.docx").write_bytes(word_file(fill))
    add("boats.docx")
    assert [block.prose for block in source(ledger, "boats").blocks] == [
        "Boats",
        "1. There are 18 *red* boats.",
    ]


@pytest.mark.usefixtures("ledger")
def test_extract_proposes_claims_from_what_is_new() -> None:
    Path("boats.txt").write_text(TEXT)
    result = add("boats.txt", "--extract", "--accept")
    assert "boats: 2 claims accepted in claims/boats.yaml" in result.stdout
    assert add("boats.txt", "--extract").stdout.count("\n") == 1


BAD = {
    "secret.pdf": (pdf_file([lines(TEXT, 50, 500, 60)], password="x"), "is encrypted"),
    "scan.pdf": (pdf_file([[]]), "holds no text"),
    "setup.exe": (b"MZ\x90\0", "is a program"),
    "photo.png": (b"\x89PNG\r\n\x1a\n", "is a picture"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
    "latin.txt": (b"caf\xe9", "byte 0xe9 is not UTF-8"),
    "empty.txt": (b"", "is empty"),
    "notes.csv": (b"a;b", "of a kind that is not read"),
    "blank.md": (b"---\ntitle: x\n---\n\n", "holds no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_added_leaves_the_ledger_as_it_was(ledger: Path, name: str) -> None:
    data, said = BAD[name]
    Path(name).write_bytes(data)
    Path("good.txt").write_text(TEXT)
    before = files(ledger)
    result = add("good.txt", name)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.startswith(f"claimcheck: {name}")
    assert result.stderr.count("\n") == 1
    assert files(ledger) == before


def test_200_megabytes_are_too_many(ledger: Path) -> None:
    with Path("huge.txt").open("wb") as file:
        file.truncate(200 * 2**20)
    before = files(ledger)
    result = add("huge.txt")
    assert (result.exit_code, files(ledger)) == (2, before)
    assert "huge.txt: is larger than 100 MB" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.txt"], "missing.txt: there is no such file"),
        (["."], ".: is a folder"),
        (["facts/sources/lindholm-library.txt"], "is in the ledger already"),
        (["boats.txt", "--id", "a b"], "'a b' is no id"),
        (["boats.txt", "--id", "../x"], "'../x' is no id"),
        (["boats.txt", "--id", "lindholm-library"], "which is not from `claimcheck add`: use --id"),
        (["boats.txt", "other.txt", "--id", "x"], "--id and --title go with one document"),
        (["boats.txt", "--accept"], "--accept goes with --extract"),
        (["boats.txt", "--published", "May"], "must be a date"),
        (["boats.txt", "boats.md"], "its id 'boats' is also that of another one"),
        (["ftp://example.org/x.txt"], "only http and https"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_said_in_a_sentence(ledger: Path, arguments: list[str], said: str) -> None:
    Path("boats.txt").write_text(TEXT)
    Path("boats.md").write_text(FIRST)
    Path("other.txt").write_text(SECOND)
    before = files(ledger)
    result = add(*arguments)
    assert (result.exit_code, files(ledger)) == (2, before)
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_another_document_of_the_same_name_is_no_snapshot(ledger: Path) -> None:
    Path("boats.txt").write_text(TEXT)
    Path("boats.md").write_text(FIRST)
    add("boats.txt")
    result = add("boats.md")
    assert result.exit_code == 2
    assert "give another --id, or --id boats if this is a newer state of the same document" in result.stderr
    assert add("boats.md", "--id", "boats").exit_code == 0
    assert source(ledger, "boats@2025-06-01").meta.replaces == "boats"


def test_a_file_that_cannot_be_written_takes_the_others_with_it(ledger: Path) -> None:
    Path("a.txt").write_text(TEXT)
    Path("b.txt").write_text(FIRST)
    (ledger / "sources" / "b.meta.yaml").mkdir()
    before = files(ledger)
    result = add("a.txt", "b.txt")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert files(ledger) == before


@pytest.mark.parametrize("files_written", range(4))
def test_a_run_that_is_killed_leaves_a_whole_source_or_none(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, files_written: int
) -> None:
    Path("a.txt").write_text(TEXT)
    written: list[Path] = []

    def killed(path: Path, content: str | bytes) -> None:
        if len(written) == files_written:
            raise SystemExit
        written.append(path)
        write_atomically(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(adding, "write_atomically", killed)
        add("a.txt")
    there = "a" in Ledger.open(ledger).sources
    assert there == (files_written == 3)
    again = add("a.txt")
    assert again.stdout.startswith("a: there already" if there else "a: added")
    assert source(ledger, "a").text.text == TEXT + "\n"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def base(tmp_path: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_from_an_address(ledger: Path, base: str) -> None:
    Path("story").mkdir()
    page = "<html><head><title>Boats!</title></head><body><h1>Boats in port</h1><p>{}</p></body></html>"
    Path("story/index.html").write_text(page.format(TEXT))
    assert add(f"{base}/story/").stdout == "story: added as sources/story.md\n"
    found = source(ledger, "story")
    assert found.meta.url == f"{base}/story/"
    assert found.text.text == f"# Boats in port\n\n{TEXT}\n"
    Path("story/index.html").write_text(page.format(FIRST))
    assert "story@2025-06-01: added" in add(f"{base}/story/").stdout
    Path("story.html").write_text(page.format(SECOND))
    other = add(f"{base}/story.html")
    assert other.exit_code == 2
    assert f"the id 'story' is that of sources/story.md, which came from {base}/story/" in other.stderr
    dead = add(f"{base}/nothing.html")
    assert (dead.exit_code, dead.stderr) == (
        2,
        f"claimcheck: {base}/nothing.html: answers 404 (File not found)\n",
    )


def test_originals_are_no_sources_wherever_they_are_kept(ledger: Path) -> None:
    config = ledger / "claimcheck.toml"
    config.write_text(
        config.read_text().replace('sources = "sources"', 'sources = "sources"\noriginals = "sources/raw"')
    )
    Path("boats.txt").write_text(TEXT)
    assert add("boats.txt").exit_code == 0
    assert [path.suffix for path in (ledger / "sources" / "raw").iterdir()] == [".txt"]
    assert sorted(Ledger.open(ledger).sources) == ["boats", "lindholm-library"]
