"""Several models that speak as one: ``ensemble.json`` beside the folds that made them.

The file names each model with its SHA-256, the post-processing that cross-validation chose and
the scores of every case by the network that never saw it. It holds hashes, no names of patients.
"""

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from unet_core.config import PredictConfig, check_settings
from unet_core.errors import InputError
from unet_core.held_out import HeldOutCase, Summary, summary
from unet_core.io import atomic
from unet_core.io.headers import display_name
from unet_core.postprocess_choice import NOTHING, RULE, options_json
from unet_core.runs import MODEL_FILE
from unet_core.volume import Label

ENSEMBLE_FILE = "ensemble.json"
FORMAT = 1
_KIND = "slicewise ensemble"
_MOST_MODELS = 64
_AGAIN = "make the ensemble again with cross-validation, or choose one model.safetensors"
Source = Path | Sequence[Path]
"""A model file, a run folder, an ``ensemble.json`` or its folder; or several model files."""


@dataclass(frozen=True)
class Member:
    """A model of an ensemble.

    Attributes:
        file: Relative to the ensemble's folder, with forward slashes.
        sha256: Of the file.
    """

    file: str
    sha256: str


@dataclass(frozen=True)
class Ensemble:
    """What ``ensemble.json`` says.

    Attributes:
        models: At least one.
        labels: What they predict, by value.
        postprocess: The options that paid in cross-validation; the default when predicting.
        candidates: Every combination tried, with its scores, as plain values.
        cases: Scores of every case by the network that never saw it.
        created: ISO 8601 local time.
        versions: Of this program and the libraries that matter.
        rule: How the post-processing was chosen, in words.
    """

    models: tuple[Member, ...]
    labels: Mapping[int, Label]
    postprocess: PredictConfig = NOTHING
    candidates: tuple[Mapping[str, Any], ...] = ()
    cases: tuple[HeldOutCase, ...] = ()
    created: str = ""
    versions: Mapping[str, str] = dataclasses.field(default_factory=dict)
    rule: str = RULE

    @property
    def summary(self) -> Summary:
        """Scores of all cases with the chosen post-processing: the cross-validated ones."""
        return summary([case.after for case in self.cases])

    @property
    def summary_before(self) -> Summary:
        """The same without any post-processing."""
        return summary([case.before for case in self.cases])

    def of_fold(self, fold: int) -> tuple[Summary, Summary]:
        """Scores of one fold's cases, without and with post-processing."""
        own = [case for case in self.cases if case.fold == fold]
        return summary([case.before for case in own]), summary([case.after for case in own])

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "kind": _KIND,
            "format": FORMAT,
            "created": self.created,
            "versions": dict(self.versions),
            "models": [dataclasses.asdict(member) for member in self.models],
            "labels": [dataclasses.asdict(label) for label in self.labels.values()],
            "postprocess": options_json(self.postprocess),
            "rule": self.rule,
            "cross_validated": {
                "of": "every case by the network that never saw it, not by all of them together",
                "before": self.summary_before.to_json(),
                "after": self.summary.to_json(),
            },
            "candidates": [dict(candidate) for candidate in self.candidates],
            "cases": [case.to_json() for case in self.cases],
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Ensemble":
        """What ``to_json`` wrote; KeyError, TypeError, ValueError or InputError if it is not."""
        options = {name: values["postprocess"][name] for name in options_json(NOTHING)}
        postprocess = dataclasses.replace(NOTHING, **options)
        check_settings(postprocess)
        members = tuple(Member(str(m["file"]), str(m["sha256"])) for m in values["models"])
        if not 0 < len(members) <= _MOST_MODELS:
            raise ValueError
        return cls(
            models=members,
            labels={int(v["value"]): Label(**v) for v in values["labels"]},
            postprocess=postprocess,
            candidates=tuple(values["candidates"]),
            cases=tuple(HeldOutCase.from_json(case) for case in values["cases"]),
            created=str(values["created"]),
            versions=values["versions"],
            rule=str(values["rule"]),
        )


@dataclass(frozen=True)
class Opened:
    """The models a user named.

    Attributes:
        models: Files, all to be used together.
        ensemble: What is known of them as one; None where they were named one by one.
    """

    models: tuple[Path, ...]
    ensemble: Ensemble | None = None

    @property
    def config(self) -> PredictConfig:
        """How they are run unless the user says otherwise: with the post-processing that paid."""
        return self.ensemble.postprocess if self.ensemble else PredictConfig()


# --- the file --------------------------------------------------------------------------------


def write(folder: Path, ensemble: Ensemble) -> Path:
    """Write ``ensemble.json`` into the folder its model files are under.

    Raises:
        InputError: If the disk does not take it.
    """
    path = folder / ENSEMBLE_FILE
    atomic.write_json(path, ensemble.to_json())
    return path


def read(path: Path) -> Ensemble:
    """What an ``ensemble.json``, or the one in a folder, says; its models are not looked at.

    Raises:
        InputError: If it is missing, damaged, no ensemble or of a newer version.
    """
    path = path / ENSEMBLE_FILE if path.is_dir() else path
    values = atomic.read_json(path)
    if not isinstance(values, dict) or values.get("kind") != _KIND:
        raise InputError(display_name(path), "describes no ensemble of models", _AGAIN)
    version = values.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise InputError(
            path.name, f"was written by a newer Slicewise (format {version})", "update Slicewise"
        )
    try:
        return Ensemble.from_json(values)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        fault = f"is damaged or incomplete ({type(error).__name__})"
        raise InputError(display_name(path), fault, _AGAIN) from None


def is_source(path: Path) -> bool:
    """Whether a path is meant as a model and not as a scan; looks at names only."""
    if path.suffix == ".safetensors" or path.name == ENSEMBLE_FILE:
        return True
    return (path / ENSEMBLE_FILE).is_file() or (path / MODEL_FILE).is_file()


def opened(source: Source) -> Opened:
    """The model files behind what a user chose; files of an ensemble are checked bit for bit.

    Raises:
        InputError: If an ensemble is damaged, or a file of it is missing or another one.
    """
    if not isinstance(source, Path):
        if len(source) != 1:
            return Opened(tuple(path for one in source for path in opened(one).models))
        source = source[0]
    if source.is_dir() and not (source / ENSEMBLE_FILE).is_file():
        return Opened((source / MODEL_FILE,))
    if not source.is_dir() and source.suffix != ".json":
        return Opened((source,))
    ensemble = read(source)
    folder = source if source.is_dir() else source.parent
    return Opened(tuple(_checked(folder, member) for member in ensemble.models), ensemble)


def file_sha256(path: Path) -> str:
    """Of a whole model file.

    Raises:
        InputError: If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(
            f"{path.parent.name}/{path.name}", f"cannot be read ({error.strerror})", _AGAIN
        ) from None


def _checked(folder: Path, member: Member) -> Path:
    """The member's file: inside the folder, and the very one the ensemble was made of."""
    parts = PurePosixPath(member.file)
    if parts.is_absolute() or ".." in parts.parts or "\\" in member.file or ":" in member.file:
        raise InputError(ENSEMBLE_FILE, "names a model outside its own folder", _AGAIN)
    path = folder.joinpath(*parts.parts)
    if file_sha256(path) != member.sha256:
        raise InputError(member.file, "is not the model this ensemble was made of", _AGAIN)
    return path
