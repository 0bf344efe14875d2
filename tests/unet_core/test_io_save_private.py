"""Who the patient is stays in the DICOM files: nothing that is saved from them names anybody."""

import gzip
import zlib
from pathlib import Path

import pytest
from pydicom.dataset import Dataset, FileDataset

from tests.unet_core.io_samples import write_series
from tests.unet_core.save_samples import SUFFIXES, content_of, mask_on
from unet_core.io import WRITERS, load_volume, save_now
from unet_core.volume import Volume

PLANTED = {
    "PatientName": "Quixote^Dulcinea",
    "PatientID": "QX-4711-0815",
    "PatientBirthDate": "19370102",
    "PatientBirthTime": "031507",
    "PatientAddress": "12 Windmill Road",
    "PatientTelephoneNumbers": "0049-30-998877",
    "PatientMotherBirthName": "Saavedra",
    "OtherPatientNames": "Toboso^Aldonza",
    "PatientComments": "daughter of the mayor",
    "AccessionNumber": "ACC-5566778",
    "InstitutionName": "Hospital La Mancha",
    "InstitutionAddress": "Plaza Mayor 99",
    "InstitutionalDepartmentName": "Radiology West Wing",
    "ReferringPhysicianName": "Panza^Sancho",
    "PerformingPhysicianName": "Carrasco^Sanson",
    "OperatorsName": "Maritornes",
    "StationName": "ROCINANTE3",
    "DeviceSerialNumber": "SN-20406080",
    "StudyID": "STUDY-314159",
    "StudyDate": "20050116",
    "StudyTime": "235911",
    "StudyDescription": "Follow-up of Dulcinea",
    "SeriesDescription": "Abdomen Quixote venous",
    "ProtocolName": "Liver for Dr Panza",
    "RequestingPhysician": "Perez^Pero",
}
PRIVATE = "kept by the maker: Dulcinea del Toboso"
FOLDER = "Quixote_Dulcinea_1605"
ALIKE = {"PatientName", "PatientID", "PatientBirthDate"}
"""What a DICOM SEG carries, of many things, where that is asked for."""


def _plant(dataset: FileDataset, _: int) -> FileDataset:
    for keyword, value in PLANTED.items():
        setattr(dataset, keyword, value)
    block = dataset.private_block(0x0029, "LA MANCHA", create=True)
    block.add_new(0x10, "LO", PRIVATE)
    inner = Dataset()
    inner.PatientID = PLANTED["PatientID"]
    dataset.RequestAttributesSequence = [inner]
    return dataset


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Volume:
    folder = tmp_path_factory.mktemp("private") / FOLDER
    write_series(folder, change=_plant)
    return load_volume(folder, isolate=False)


def _seen(path: Path) -> bytes:
    """All bytes of a file or of a folder's files, and all that is packed in them."""
    everything = []
    for data in content_of(path).values():
        everything.append(data)
        for start, unpack in ((b"\x1f\x8b", gzip.decompress), (b"\x78", zlib.decompress)):
            at = data.find(start)
            while at >= 0:
                try:
                    everything.append(unpack(data[at:]))
                    break
                except (OSError, EOFError, zlib.error):
                    at = data.find(start, at + 1)
    return b"\n".join(everything)


def _named_in(data: bytes, words: dict[str, str]) -> set[str]:
    return {
        key
        for key, word in words.items()
        if any(word.encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be"))
    }


def _words(scan: Volume) -> dict[str, str]:
    assert scan.source is not None
    return {
        **PLANTED,
        "family name": "Quixote",
        "given name": "Dulcinea",
        "private": PRIVATE,
        "folder": FOLDER,
        "series uid": scan.source.series_uid,
        "study uid": scan.source.study_uid,
        "frame uid": scan.source.frame_of_reference_uid,
        "slice uid": scan.source.instance_uids[0],
    }


@pytest.mark.hazard("X4")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_identifier_reaches_a_saved_file(tmp_path: Path, scan: Volume, suffix: str) -> None:
    needed = {"series uid", "study uid", "frame uid", "slice uid"} if suffix == ".dcm" else set()
    words = _words(scan)
    for item in (mask_on(scan), scan)[: 1 + WRITERS[suffix].for_scans]:
        path = tmp_path / f"{type(item).__name__}{suffix}"
        save_now(item, path, reference=scan)
        found = _named_in(_seen(path), words)
        assert found == needed


@pytest.mark.hazard("X4")
def test_the_search_finds_what_is_there(tmp_path: Path, scan: Volume) -> None:
    """All is in the DICOM files themselves, plain or packed; a SEG names whom it is asked to."""
    assert scan.source is not None
    source = scan.source.files[0]
    assert _named_in(_seen(source), PLANTED) == set(PLANTED)
    (tmp_path / "a.gz").write_bytes(b"header" + gzip.compress(source.read_bytes()))
    assert _named_in(_seen(tmp_path / "a.gz"), PLANTED) == set(PLANTED)
    path = save_now(mask_on(scan), tmp_path / "a.dcm", reference=scan, identify=True)
    assert _named_in(_seen(path), PLANTED) >= ALIKE


@pytest.mark.hazard("X4")
def test_an_export_begins_with_nothing_that_runs(tmp_path: Path, scan: Volume) -> None:
    """L17 for our own files: a DICOM preamble of zeros."""
    path = save_now(mask_on(scan), tmp_path / "a.dcm", reference=scan)
    assert path.read_bytes()[:132] == bytes(128) + b"DICM"
