"""The command line: the same generators as the window.

Exit codes: 0 done, 1 problems were found in the data, 2 something given cannot be used,
130 stopped by Ctrl+C.
"""

import argparse
import re
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn, TextIO

import unet_core
from unet_core import isolation
from unet_core.config import PRESETS, PredictConfig, TrainConfig, settings_of, with_setting
from unet_core.console import Console, report_json, report_line, tell, tell_json, tell_predicted
from unet_core.errors import InputError, explained
from unet_core.events import CaseChecked, CaseReport, Evaluated, Notice, Predicted

_VOLUME = re.compile(r"(?<![a-z])volume(?![a-z])", re.IGNORECASE)
FORMATS = ("nii.gz", "nii", "nrrd", "seg.nrrd", "mha")


def run(arguments: Sequence[str], out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Parse ``arguments``, do what they say and return the exit code; nothing is raised."""
    console = Console(out or sys.stdout, err or sys.stderr)
    try:
        options = _parser().parse_args(arguments)
        command: Callable[[argparse.Namespace, Console], int] = options.command
        return command(options, console)
    except KeyboardInterrupt:
        console.error("Stopped.")
        return 130
    except BrokenPipeError:
        return 0
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    except Exception as error:  # noqa: BLE001  (a traceback would tell a user nothing)
        unforeseen = f"An unforeseen error ended the work ({type(error).__name__})."
        console.error(str(explained(error) or unforeseen))
        return 2
    finally:
        console.finish_line()
        isolation.shut_down()


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise InputError("the command", f"is not complete ({message})", f"see {self.prog} --help")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="unet-core", description="U-Nets for CT: check, train, predict, score.")
    parser.add_argument("--version", action="version", version=unet_core.__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    phantom = commands.add_parser("phantom", help="make synthetic abdominal CTs with exact masks")
    phantom.add_argument("out", type=Path, metavar="OUT")
    phantom.add_argument("--cases", type=int, default=6)
    phantom.add_argument("--seed", type=int, default=0)
    phantom.add_argument("--format", choices=("nii.gz", "dicom", "png"), default="nii.gz")
    phantom.add_argument("--size", type=_size, default=None, metavar="X,Y,Z", help="voxels")
    phantom.set_defaults(command=_phantom)

    check = commands.add_parser("check", help="compare every image with its mask before training")
    check.add_argument("dataset", type=Path, metavar="DATASET")
    check.add_argument("--threshold-masks", action="store_true", help="accept soft mask edges")
    check.add_argument("--json", action="store_true")
    check.set_defaults(command=_check)

    train = commands.add_parser(
        "train",
        help="train a U-Net",
        epilog=_settings_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    train.add_argument("dataset", type=Path, metavar="DATASET")
    train.add_argument("--out", type=Path, required=True, metavar="RUN", help="run folder")
    train.add_argument("--preset", choices=tuple(PRESETS), default="standard")
    train.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    train.add_argument("--val-cases", default="", metavar="A,B", help="cases kept for validation")
    train.add_argument("--minutes", type=float, help="end on time")
    train.add_argument("--resume", action="store_true", help="go on after the last finished epoch")
    train.add_argument("--json", action="store_true", help="one JSON object a line")
    train.set_defaults(command=_train)

    predict = commands.add_parser("predict", help="run a model on scans")
    predict.add_argument("model", type=Path, metavar="MODEL")
    predict.add_argument("images", type=Path, nargs="+", metavar="IMAGE")
    predict.add_argument("--out", type=Path, required=True, metavar="DIR")
    predict.add_argument("--format", choices=FORMATS, default="nii.gz")
    predict.add_argument("--overwrite", action="store_true")
    predict.add_argument("--json", action="store_true")
    predict.set_defaults(command=_predict)

    evaluate = commands.add_parser("evaluate", help="score masks: per slice, per case, per lesion")
    evaluate.add_argument("--reference", type=Path, required=True, metavar="PATH")
    evaluate.add_argument("--prediction", type=Path, required=True, metavar="PATH")
    evaluate.add_argument("--json", type=Path, metavar="FILE")
    evaluate.add_argument("--csv", type=Path, metavar="FILE")
    evaluate.set_defaults(command=_evaluate)
    return parser


def _size(text: str) -> tuple[int, int, int]:
    try:
        x, y, z = (int(part) for part in text.split(","))
    except ValueError:
        raise InputError(
            "--size", f"is {text!r}", "give three numbers such as 192,192,48"
        ) from None
    return (x, y, z)


def _settings_help() -> str:
    rows = [
        f"  {name:<22}{setting.help}" for name, (_, setting) in settings_of(TrainConfig).items()
    ]
    return "settings for --set (model.* too):\n" + "\n".join(rows)


# --- commands ------------------------------------------------------------------------------


def _phantom(options: argparse.Namespace, console: Console) -> int:
    from unet_core import phantom

    size = {} if options.size is None else {"size_xyz": options.size}
    for event in phantom.write_cohort(
        options.out, options.cases, options.seed, options.format, **size
    ):
        tell(event, console)
    console.line(f"{options.cases} cases are in {options.out}")
    return 0


def _check(options: argparse.Namespace, console: Console) -> int:
    from unet_core import alignment

    reports: list[CaseReport] = []
    notices: list[str] = []
    for event in alignment.check(options.dataset, threshold_masks=options.threshold_masks):
        match event:
            case CaseChecked(report=report):
                reports.append(report)
                if not options.json:
                    console.line(report_line(report))
            case Notice(text=text):
                notices.append(text)
                if not options.json:
                    console.line(text)
            case _:
                tell(event, console)
    bad = sum(bool(report.problems) for report in reports)
    if options.json:
        console.json({"cases": [report_json(r) for r in reports], "notices": notices})
    else:
        console.line(
            f"{len(reports)} pairs checked: {len(reports) - bad} sound, {bad} with problems"
        )
    return 1 if bad or not reports else 0


def _train(options: argparse.Namespace, console: Console) -> int:
    from unet_core.train import train

    config = PRESETS[options.preset]
    for setting in options.settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise InputError("--set", f"is {setting!r}", "write it as key=value")
        config = with_setting(config, key, value)
    if options.minutes is not None:
        config = with_setting(config, "minutes", str(options.minutes))
    chosen = tuple(name.strip() for name in options.val_cases.split(",") if name.strip())
    events = train(
        options.dataset, options.out, config, validation_cases=chosen, resume=options.resume
    )
    say = tell_json if options.json else tell
    stopped = False
    with _Interrupt() as interrupt:
        for event in events:
            say(event, console)
            if interrupt.asked:
                events.close()  # type: ignore[attr-defined]
                stopped = True
                break
    if stopped:
        console.error(f"Stopped; go on with --resume. What is finished is in {options.out.name}.")
        return 130
    return 0


def _predict(options: argparse.Namespace, console: Console) -> int:
    from unet_core.io import atomic, load_volume, save_now
    from unet_core.predict import predict

    targets = _target_paths(options.images, options.out, options.format)
    for target in targets:
        if target.exists() and not options.overwrite:
            raise InputError(target.name, "exists already", "choose another --out or --overwrite")
    atomic.make_folder(options.out)
    for image, target in zip(options.images, targets, strict=True):
        volume = load_volume(image)
        for event in predict(options.model, volume, PredictConfig()):
            if isinstance(event, Predicted):
                save_now(event.label_map, target, overwrite=options.overwrite)
                tell_predicted(event, target, options.json, console)
            else:
                tell(event, console)
    return 0


def _evaluate(options: argparse.Namespace, console: Console) -> int:
    from unet_core import evaluate
    from unet_core.io import atomic

    scored: list[Evaluated] = []
    for event in evaluate.evaluate_paths(options.reference, options.prediction):
        if isinstance(event, Evaluated):
            scored.append(event)
        tell(event, console)
    if options.json:
        atomic.write_json(options.json, [evaluate.to_json(result) for result in scored])
    if options.csv:
        atomic.write_bytes(options.csv, evaluate.to_csv(scored).encode())
    return 0


def _target_paths(images: Sequence[Path], out: Path, suffix: str) -> list[Path]:
    """One file for each image: ``volume-02.nii.gz`` gives ``segmentation-02``."""
    from unet_core.case_names import stem

    stems = [stem(image) for image in images]
    names = [
        _VOLUME.sub("segmentation", name) if _VOLUME.search(name) else f"{name}-mask"
        for name in stems
    ]
    if len(set(names)) < len(names):
        raise InputError("the images", "include two of the same name", "predict them one by one")
    return [out / f"{name}.{suffix}" for name in names]


class _Interrupt:
    """Remembers the first Ctrl+C, so that work ends between two events; the second one raises."""

    def __init__(self) -> None:
        self.asked = False
        self._before: Any = None

    def __enter__(self) -> "_Interrupt":
        self._before = signal.signal(signal.SIGINT, self._on_signal)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
