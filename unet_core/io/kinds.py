"""What a file is, by its first bytes; its ending is never believed."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from unet_core.errors import InputError
from unet_core.io import dicom_elements, metaimage, nifti, nrrd
from unet_core.io.headers import Header, check_bytes_on_disk, display_name, open_regular
from unet_core.io.request import Request

READERS: Mapping[str, tuple[str, ...]] = {
    "NIfTI": (".nii", ".nii.gz", ".hdr", ".img", ".hdr.gz", ".img.gz"),
    "NRRD": (".nrrd", ".nhdr", ".seg.nrrd"),
    "MetaImage": (".mha", ".mhd"),
    "DICOM": (".dcm", ".zip", ""),
    "PNG": (".png",),
    "TIFF": (".tif", ".tiff"),
    "JPEG": (".jpg", ".jpeg"),
}
"""Formats that open, with the usual endings; the first bytes decide, not the ending."""
PICTURES = ("PNG", "JPEG", "TIFF")
_HEADER_READERS: Mapping[str, Callable[[Path, Request], Header]] = {
    "NIfTI": nifti.read_header,
    "NRRD": nrrd.read_header,
    "MetaImage": metaimage.read_header,
}


def kind_of(path: Path) -> str:
    """The format by the file's first bytes, whatever its ending says.

    Raises:
        InputError: If it is none that opens; the true kind is named where it is known.
    """
    with open_regular(path) as file:
        head = file.read(1 << 12)
    inner = nifti.inflated_start(head) if head[:2] == b"\x1f\x8b" else head
    if nifti.looks_like(inner):
        return "NIfTI"
    for kind, recognises in _MAGIC:
        if recognises(head):
            return kind
    if nifti.header_beside(path) is not None:
        return "NIfTI"
    raise _no_scan(path, head, inner)


def _no_scan(path: Path, head: bytes, inner: bytes) -> InputError:
    name = display_name(path)
    if head is not inner and inner[128:132] == b"DICM":
        return InputError(name, "is a DICOM file packed with gzip", "unpack it first")
    for what, magic in _STRANGERS:
        if inner.startswith(magic) or inner[:64].lstrip().lower().startswith(magic):
            return InputError(name, f"is {what}", "choose a scan or a mask")
    for what, magic in _OTHER_SCANS:
        if inner.startswith(magic):
            return InputError(name, f"is {what}", "export it as NIfTI")
    if nifti.looks_like_analyze(inner):
        return nifti.analyze(name)
    if head[:2] == b"\x1f\x8b":
        fault = "is a gzip file without a NIfTI scan in it, or damaged at its start"
        return InputError(name, fault, "copy it again from its source")
    for ending in (".mhd", ".nhdr"):
        if path.with_suffix(ending).is_file():
            shown = display_name(path.with_suffix(ending))
            return InputError(
                name, f"is the data of {shown}, or of no known format", f"open {shown}"
            )
    return InputError(
        name, "is of no known format", "open NIfTI, NRRD, MetaImage, DICOM, PNG, TIFF or JPEG"
    )


def _is_metaimage(head: bytes) -> bool:
    lines = [line.split(b"=")[0].strip() for line in head[:2048].splitlines()[:3]]
    return bool({b"ObjectType", b"NDims"} & set(lines))


_MAGIC = (
    ("DICOM", lambda head: head[128:132] == b"DICM"),  # before TIFF: a file may be both
    ("NRRD", lambda head: head.startswith(b"NRRD000")),
    ("PNG", lambda head: head.startswith(b"\x89PNG\r\n\x1a\n")),
    ("JPEG", lambda head: head.startswith(b"\xff\xd8\xff")),
    ("TIFF", lambda head: head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")),
    ("DICOM", dicom_elements.looks_like),
    ("MetaImage", _is_metaimage),
    ("DICOM", lambda head: head.startswith(b"PK\3\4")),  # an archive of slices, or refused there
)
_STRANGERS = (
    ("a ZIP archive", b"PK"),
    ("a RAR archive", b"Rar!"),
    ("a 7-Zip archive", b"7z\xbc\xaf\x27\x1c"),
    ("a PDF document", b"%PDF"),
    ("a program", b"MZ"),
    ("a program", b"\x7fELF"),
    ("a web page", b"<!doctype"),
    ("a web page", b"<html"),
    ("an XML text", b"<?xml"),
    ("a GIF picture", b"GIF8"),
    ("a WebP picture or a sound", b"RIFF"),
    ("a bitmap picture", b"BM"),
)
_OTHER_SCANS = (
    ("an HDF5 or MINC file", b"\x89HDF"),
    ("a MINC or netCDF file", b"CDF\1"),
    ("a NumPy array", b"\x93NUMPY"),
    ("a header of Philips PAR/REC", b"# === DATA DESCRIPTION FILE"),
)


def inspected(request: Request) -> tuple[str, Header | None]:
    """The kind, and the checked header where one file holds the whole scan.

    Raises:
        InputError: If it opens in no way; NeedsChoice if somebody must choose how.
    """
    if len(request.paths) > 1:
        return "pictures", None
    path = request.paths[0]
    kind = "DICOM" if os.path.isdir(path) else kind_of(path)  # noqa: PTH112  (names of any length)
    if kind not in _HEADER_READERS:
        return "pictures" if kind in PICTURES else kind, None
    header = _HEADER_READERS[kind](path, request)
    check_bytes_on_disk(header)
    return kind, header
