"""Dice against wall-clock minutes: ours beside rivals that were trained on the same patients.

    python tests/bench/bench_dice_minutes.py train DATA --train 00 01 03 04 05 --test 02 \\
        --validation 01 --minutes 15 --out OURS
    python tests/bench/bench_dice_minutes.py draw OURS RIVALS --truth DATA --test 02

``train`` learns from the training patients through the same generator as the command line, for as
many minutes as given. The test patient is in another folder: it can choose nothing. After each
round the run is paused (its clock stands still while the consumer holds an event) and the current
weights, averaged as they would be saved, predict the test patient: recorded is the Dice of six
fixed slices of it, the same slices and without post-processing, as the rivals record theirs, and
the Dice of the whole patient with the post-processing of ``unet-core predict``. At the end
``unet-core predict`` runs the best model, chosen by the validation patient, and ``unet-core
evaluate`` scores it.

What is left is a folder of the rivals' layout: ``curves/NAME.csv``, ``logs/NAME.json`` and
``pred/NAME/segmentation-CASE.nii.gz``. ``draw`` reads any number of such folders, scores every
prediction with one and the same function against ``DATA/segmentation-CASE``, and makes the picture
and the table of docs/benchmarks.md.
"""

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]
NAME = "slicewise"
COLUMNS = (
    *("seconds", "images", "epoch", "train_loss", "val_liver_dice", "val_tumour_dice"),
    *("probe_liver_dice", "probe_tumour_dice", "case_liver_dice", "case_tumour_dice"),
)
TITLES = {
    "slicewise": "Slicewise, standard",
    "monai": "MONAI 2D UNet",
    "smp": "segmentation_models_pytorch, ResNet-34",
    "keras": "the tutorial, Keras",
    "nnunet": "nnU-Net v2, 2d",
}
"""By the beginning of a contestant's name."""
COLOURS = ("#d1495b", "#2e6f95", "#5b8e3e", "#8d6cab", "#b08500", "#555555")
PROBE_SIDE = 256
"""The rivals choose their slices on masks of this size."""
BEGIN, END = "<!-- dice-minutes -->", "<!-- /dice-minutes -->"


# --- scores ------------------------------------------------------------------------------------


def dice(a: NDArray[np.bool_], b: NDArray[np.bool_]) -> float:
    size = int(a.sum()) + int(b.sum())
    return 2 * int((a & b).sum()) / size if size else float("nan")


def both(prediction: Mask, truth: Mask) -> tuple[float, float]:
    """Dice of liver, tumour counted in, and of tumour."""
    return dice(prediction > 0, truth > 0), dice(prediction == 2, truth == 2)


def probe_slices(truth: Mask) -> list[int]:
    """Six fixed slices in file order: three of those with tumour and three of those without.

    As the rivals choose them, on masks of the size they learn at.
    """
    from PIL import Image

    size = (PROBE_SIDE, PROBE_SIDE)
    small = [np.asarray(Image.fromarray(m).resize(size, Image.Resampling.NEAREST)) for m in truth]
    has_tumour = np.array([(mask == 2).any() for mask in small])
    found: list[int] = []
    for group in (np.flatnonzero(has_tumour), np.flatnonzero(~has_tumour)):
        if len(group):
            found += group[np.linspace(0, len(group) - 1, 5).astype(int)[1:4]].tolist()
    return found


def voxels(path: Path) -> Mask:
    """(Z, Y, X) labels in file order."""
    from unet_core.io import load_label_map

    return load_label_map(path).voxels


# --- ours --------------------------------------------------------------------------------------


def laid_out(data: Path, names: Iterable[str], folder: Path) -> Path:
    """A data set of some patients of ``data``."""
    folder.mkdir(parents=True)
    for name in names:
        for kind in ("volume", "segmentation"):
            (source,) = data.glob(f"{kind}-{name}.*")
            shutil.copy(source, folder / source.name)
    return folder


class Probe:
    """Predicts the test patient with the weights of the state saved last."""

    def __init__(self, run: Path, scan: Path, truth: Path) -> None:
        from unet_core.io import load_volume

        self._run = run
        self._volume = load_volume(scan)
        self._truth = voxels(truth)
        self._slices = probe_slices(self._truth)

    def scores(self) -> dict[str, float]:
        """Dice of the six slices as drawn, and of the whole patient with post-processing."""
        from unet_core.config import PredictConfig
        from unet_core.postprocess import clean

        plain = PredictConfig(largest_liver=False, tumour_inside_liver=False)
        drawn, labels = self._predicted(plain)
        liver, tumour = both(drawn[self._slices], self._truth[self._slices])
        case_liver, case_tumour = both(clean(drawn, labels, PredictConfig()), self._truth)
        return {
            "probe_liver_dice": liver,
            "probe_tumour_dice": tumour,
            "case_liver_dice": case_liver,
            "case_tumour_dice": case_tumour,
        }

    def _predicted(self, config: Any) -> tuple[Mask, Mapping[int, Any]]:
        from unet_core.checkpoint import load_model, save_model
        from unet_core.events import Predicted
        from unet_core.predict import predict
        from unet_core.runs import CHECKPOINT_FOLDER, MODEL_FILE
        from unet_core.saved_states import load_latest

        network, passport = load_model(self._run / MODEL_FILE)  # for its shape and settings
        state, _ = load_latest(self._run / CHECKPOINT_FOLDER)
        assert state is not None
        prefix = "averaged/" if passport.train.ema else "model/"
        network.load_state_dict(
            {k.removeprefix(prefix): v for k, v in state.tensors.items() if k.startswith(prefix)}
        )
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "now.safetensors"
            save_model(path, network, passport)
            for event in predict(path, self._volume, config):
                if isinstance(event, Predicted):
                    return event.label_map.voxels, passport.labels
        raise AssertionError("predict gave no mask")


def train_ours(options: argparse.Namespace) -> int:
    """The run, its curve, its prediction of the test patient and what it took."""
    from unet_core.config import PRESETS, with_setting
    from unet_core.train import train

    out, test = options.out, options.test
    work = out / "work"
    shutil.rmtree(work, ignore_errors=True)
    dataset = laid_out(options.data, options.train, work / "train")
    apart = laid_out(options.data, [test], work / "test")
    (scan,), (truth,) = apart.glob("volume-*"), apart.glob("segmentation-*")
    config = with_setting(PRESETS[options.preset], "minutes", str(options.minutes))
    for setting in options.settings:
        config = with_setting(config, *setting.split("=", 1))
    run = work / "run"
    probe = Probe(run, scan, truth)
    events = train(dataset, run, config, validation_cases=tuple(options.validation))
    facts = follow(events, probe, config.batch_size, out / "curves" / f"{options.name}.csv")
    prediction = out / "pred" / options.name
    shutil.rmtree(prediction, ignore_errors=True)
    program = [sys.executable, "-m", "unet_core"]
    model = run / "model.safetensors"
    subprocess.run([*program, "predict", model, scan, "--out", prediction], check=True)
    (mask,) = prediction.glob("segmentation-*")
    scores = ["--reference", truth, "--prediction", mask, "--json", prediction / "evaluate.json"]
    subprocess.run([*program, "evaluate", *scores], check=True)
    (out / "logs").mkdir(exist_ok=True)
    facts |= {"preset": options.preset, "minutes": options.minutes, "settings": options.settings}
    (out / "logs" / f"{options.name}.json").write_text(json.dumps(facts, indent=1))
    return 0


def follow(events: Iterator[Any], probe: Probe, batch_size: int, path: Path) -> dict[str, Any]:
    """Write the curve while the run goes on; what the run took.

    Whatever is done between two events is outside of the run's time.
    """
    from unet_core.events import BatchDone, EpochDone, RunEnded, RunStarted

    facts: dict[str, Any] = {"images": 0}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        for event in events:
            match event:
                case RunStarted():
                    facts["params"] = event.parameters
                case BatchDone():
                    facts["images"] += batch_size
                case EpochDone(record=record):
                    row = {
                        "seconds": record.elapsed_s,
                        "images": facts["images"],
                        "epoch": record.epoch,
                        "train_loss": record.train_loss,
                        "val_liver_dice": record.dice.get("liver"),
                        "val_tumour_dice": record.dice.get("tumour"),
                        **probe.scores(),
                    }
                    table.writerow({k: _rounded(v) for k, v in row.items()})
                    file.flush()
                    print({k: _rounded(v) for k, v in row.items()}, flush=True)
                    facts |= {"train_s": record.elapsed_s, "rss_train": record.peak_memory_mb}
                case RunEnded():
                    facts |= {"best_epoch": event.best_epoch, "reason": event.reason}
    return facts


def _rounded(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value


# --- all of them -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Contestant:
    """What is known of one.

    Attributes:
        curves: Region to (minutes, Dice of the six slices).
        facts: Of its log.
        liver: Dice of the whole test patient; None without a prediction.
        tumour: Likewise.
        precision: Of tumour voxels; None where none was predicted.
        recall: Of tumour voxels.
    """

    name: str
    title: str
    curves: Mapping[str, tuple[list[float], list[float]]]
    facts: Mapping[str, Any]
    liver: float | None = None
    tumour: float | None = None
    precision: float | None = None
    recall: float | None = None


def contestants(folders: Sequence[Path], truth: Path, case: str) -> list[Contestant]:
    """Everybody who left a curve or a prediction, ours first."""
    reference = voxels(truth)
    names: dict[str, Path] = {}
    for folder in folders:
        found = [path.parent.name for path in folder.glob(f"pred/*/segmentation-{case}.*")]
        found += [_bare(path.stem) for path in folder.glob("curves/*.csv")]
        for name in found:
            names.setdefault(name, folder)
    made = [_contestant(name, folder, reference, case) for name, folder in names.items()]
    return sorted(made, key=lambda c: (not c.name.startswith(NAME), -(c.liver or 0)))


def _bare(stem: str) -> str:
    """The tutorial has a network for each organ, and a curve."""
    return stem.removesuffix("_liver").removesuffix("_tumour")


def _contestant(name: str, folder: Path, reference: Mask, case: str) -> Contestant:
    title = next((text for key, text in TITLES.items() if name.startswith(key)), name)
    known = (name, f"{name}_liver", f"{name}_tumour")
    curves: dict[str, tuple[list[float], list[float]]] = {}
    facts: dict[str, Any] = {}
    for stem in known:
        if (path := folder / "curves" / f"{stem}.csv").is_file():
            curves |= _curves(path)
        if (path := folder / "logs" / f"{stem}.json").is_file():
            facts = {**json.loads(path.read_text()), **facts}
    predictions = list(folder.glob(f"pred/{name}/segmentation-{case}.*"))
    if not predictions:
        return Contestant(name, title, curves, facts)
    found = voxels(predictions[0])
    liver, tumour = both(found, reference)
    hit = int(((found == 2) & (reference == 2)).sum())
    claimed, real = int((found == 2).sum()), int((reference == 2).sum())
    return Contestant(
        name,
        title,
        curves,
        facts,
        liver,
        tumour,
        hit / claimed if claimed else None,
        hit / real if real else None,
    )


def _curves(path: Path) -> dict[str, tuple[list[float], list[float]]]:
    found: dict[str, tuple[list[float], list[float]]] = {}
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    for region in ("liver", "tumour"):
        points = [
            (float(row["seconds"]) / 60, float(row[f"probe_{region}_dice"]))
            for row in rows
            if row.get(f"probe_{region}_dice") not in (None, "", "nan")
        ]
        if points:
            found[region] = ([x for x, _ in points], [y for _, y in points])
    return found


def draw(everybody: Sequence[Contestant], picture: Path) -> None:
    """Two plots side by side: liver and tumour, six slices of the test patient."""
    import pyqtgraph as pg
    from pyqtgraph.exporters import ImageExporter
    from PySide6.QtWidgets import QApplication

    _ = QApplication.instance() or QApplication(sys.argv[:1])
    pg.setConfigOptions(background="w", foreground="k", antialias=True)
    widget = pg.GraphicsLayoutWidget()
    widget.resize(1100, 440)
    for column, region in enumerate(("liver", "tumour")):
        plot = widget.addPlot(row=0, col=column, title=f"{region}, six slices of the test patient")
        plot.setYRange(0, 1, padding=0.02)
        plot.setLabel("left", "Dice")
        plot.setLabel("bottom", "minutes of training (diamond: the whole patient)")
        plot.showGrid(x=True, y=True, alpha=0.2)
        if region == "tumour":
            plot.addLegend(offset=(12, 8), labelTextColor="k", labelTextSize="10pt")
        for number, contestant in enumerate(everybody):
            pen = pg.mkPen(COLOURS[number % len(COLOURS)], width=3 if number == 0 else 1.6)
            minutes, scores = contestant.curves.get(region, ([], []))
            plot.plot(minutes, scores, pen=pen, name=contestant.title)
            whole = getattr(contestant, region)
            end_s = contestant.facts.get("train_s")
            if whole is not None and end_s:
                brush = pg.mkBrush(pen.color())
                plot.plot([end_s / 60], [whole], symbol="d", symbolBrush=brush, pen=None)
    widget.show()
    QApplication.processEvents()
    exporter = ImageExporter(widget.scene())
    exporter.parameters()["width"] = 2200
    picture.parent.mkdir(parents=True, exist_ok=True)
    exporter.export(str(picture))


def table(everybody: Sequence[Contestant]) -> str:
    """Markdown."""
    lines = [
        "| contestant | training min | images | liver Dice | tumour Dice | tumour precision "
        "| tumour recall | peak MiB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for c in everybody:
        minutes = c.facts["train_s"] / 60 if "train_s" in c.facts else None
        images, peak = c.facts.get("images"), c.facts.get("rss_train")
        cells = [
            c.title,
            "-" if minutes is None else f"{minutes:.1f}",
            "-" if images is None else f"{images:,}",
            *("-" if v is None else f"{v:.3f}" for v in (c.liver, c.tumour, c.precision, c.recall)),
            "-" if peak is None else f"{peak:,.0f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def reached(everybody: Sequence[Contestant]) -> str:
    """When ours was where the best rival ended, on the liver of the six slices."""
    mine = next((c for c in everybody if c.name.startswith(NAME) and "liver" in c.curves), None)
    ends = [c.curves["liver"][1][-1] for c in everybody if c is not mine and "liver" in c.curves]
    if mine is None or not ends:
        return ""
    minutes, scores = mine.curves["liver"]
    when = next((m for m, s in zip(minutes, scores, strict=True) if s >= max(ends)), None)
    if when is None:
        return (
            f"The best rival's last liver Dice of the six slices ({max(ends):.3f}) was not reached."
        )
    return (
        f"The best rival's last liver Dice of the six slices ({max(ends):.3f}) was reached after "
        f"{when:.1f} minutes."
    )


def draw_all(options: argparse.Namespace) -> int:
    """Picture and table; into the page where it has a place for them."""
    (truth,) = options.truth.glob(f"segmentation-{options.test}.*")
    everybody = contestants(options.folders, truth, options.test)
    if not everybody:
        print("No curve and no prediction was found.", file=sys.stderr)
        return 2
    draw(everybody, options.picture)
    text = f"{table(everybody)}\n\n{reached(everybody)}".strip()
    print(text)
    if options.page.is_file() and BEGIN in (page := options.page.read_text()):
        before, _, rest = page.partition(BEGIN)
        after = rest.partition(END)[2]
        options.page.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    ours = commands.add_parser("train")
    ours.add_argument("data", type=Path)
    ours.add_argument("--train", nargs="+", default=["00", "01", "03", "04", "05"])
    ours.add_argument("--test", default="02")
    ours.add_argument("--validation", nargs="*", default=["01"], help="of the training patients")
    ours.add_argument("--minutes", type=float, default=15.0)
    ours.add_argument("--preset", default="standard")
    ours.add_argument("--set", action="append", default=[], dest="settings", metavar="KEY=VALUE")
    ours.add_argument("--name", default=NAME, help=f"{NAME}, or {NAME}-something")
    ours.add_argument("--out", type=Path, required=True)
    ours.set_defaults(command=train_ours)
    page = Path(__file__).parents[2] / "docs"
    drawn = commands.add_parser("draw")
    drawn.add_argument("folders", type=Path, nargs="+", help="curves, pred and logs of contestants")
    drawn.add_argument("--truth", type=Path, required=True, help="folder of reference masks")
    drawn.add_argument("--test", default="02")
    drawn.add_argument("--picture", type=Path, default=page / "dice_minutes.png")
    drawn.add_argument("--page", type=Path, default=page / "benchmarks.md")
    drawn.set_defaults(command=draw_all)
    options = parser.parse_args()
    command: int = options.command(options)
    return command


if __name__ == "__main__":
    raise SystemExit(main())
