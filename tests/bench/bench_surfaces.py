"""A mask as surfaces: ours against the whole volume through VTK and scikit-image; and drawing it.

Run ``python -m tests.bench.bench_surfaces [MASK.nii.gz]`` (some 20 s); without a file, a liver
with three tumours in 300 x 512 x 512 voxels is made. Every contestant works in a process of its
own, from the same label map, and is measured by its processor time, the memory it takes beyond
the label map, and how far the volume inside its surfaces is from that of the voxels. scikit-image
is used if it is installed. Ends with 1 if ours is not twice as fast as the whole volume smoothed
alike, takes more memory, or is 2 % off in volume.
"""

import importlib.util
import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("LP_NUM_THREADS", "1")
os.environ.setdefault("VTK_SMP_BACKEND_IN_USE", "Sequential")

import numpy as np
from numpy.typing import NDArray

from unet_core.peak_memory import peak_memory_mb
from unet_core.surfaces import SurfaceBuilt, build_surfaces, cropped
from unet_core.triangles import Points, Triangles, measures_of
from unet_core.volume import Geometry, LabelMap

SHAPE = (300, 512, 512)
GEOMETRY = Geometry(SHAPE[::-1], (0.75, 0.75, 1.25))
Meshes = dict[int, tuple[Points, Triangles]]
TURNS = 24


def make_mask() -> LabelMap:
    """A liver that fills two thirds of the slices, and tumours in it."""
    z, y, x = np.ogrid[tuple(slice(0, n) for n in SHAPE)]

    def ball(centre: tuple[int, int, int], radii: tuple[int, int, int]) -> NDArray[np.bool_]:
        parts = zip((z, y, x), centre, radii, strict=True)
        return sum(((g - c) / r) ** 2 for g, c, r in parts) <= 1

    masks = ball((150, 256, 200), (100, 150, 130)).astype(np.uint8)
    for centre, radius in (((120, 240, 180), 20), ((170, 300, 240), 8), ((200, 220, 160), 30)):
        masks[ball(centre, (radius // 2, radius, radius)) & (masks > 0)] = 2
    return LabelMap(masks, GEOMETRY, "bench")


def load_mask(path: Path) -> LabelMap:
    """A mask from a file."""
    from unet_core.io import load_now

    made = load_now(path)
    assert isinstance(made, LabelMap), "the file holds no mask"
    return made


# --- contestants -------------------------------------------------------------------------------


def ours(label_map: LabelMap) -> Meshes:
    """As on the screen."""
    events = build_surfaces(cropped(label_map))
    found = [(e.value, e.surface) for e in events if isinstance(e, SurfaceBuilt)]
    return {value: (s.points, s.triangles) for value, s in found if s is not None}


def ours_in_full(label_map: LabelMap) -> Meshes:
    """As in a file."""
    events = build_surfaces(cropped(label_map), most_triangles=None)
    found = [(e.value, e.surface) for e in events if isinstance(e, SurfaceBuilt)]
    return {value: (s.points, s.triangles) for value, s in found if s is not None}


def vtk_whole(label_map: LabelMap, *, smooth: bool = False) -> Meshes:
    """Discrete Flying Edges on the whole volume, label by label, as VTK's examples do."""
    from vtkmodules.vtkCommonDataModel import vtkImageData
    from vtkmodules.vtkFiltersCore import vtkWindowedSincPolyDataFilter
    from vtkmodules.vtkFiltersGeneral import vtkDiscreteFlyingEdges3D

    from unet_core.polydata import arrays_of, to_vtk

    image = vtkImageData()
    image.SetDimensions(*label_map.geometry.size_xyz)
    image.SetSpacing(*label_map.geometry.spacing_xyz_mm)
    image.GetPointData().SetScalars(to_vtk(label_map.voxels.ravel()))
    meshes: Meshes = {}
    for value in np.unique(label_map.voxels)[1:]:
        contour = vtkDiscreteFlyingEdges3D()
        contour.SetInputData(image)
        contour.SetValue(0, float(value))
        contour.ComputeScalarsOff()
        contour.ComputeNormalsOff()
        contour.ComputeGradientsOff()
        contour.Update()
        made = contour.GetOutput()
        if smooth:
            sinc = vtkWindowedSincPolyDataFilter()
            sinc.SetInputData(made)
            sinc.SetNumberOfIterations(20)
            sinc.SetPassBand(0.02)
            sinc.NormalizeCoordinatesOn()
            sinc.NonManifoldSmoothingOn()
            sinc.Update()
            made = sinc.GetOutput()
        meshes[int(value)] = arrays_of(made)
    return meshes


def vtk_whole_smooth(label_map: LabelMap) -> Meshes:
    """The same, with our smoothing."""
    return vtk_whole(label_map, smooth=True)


def skimage_whole(label_map: LabelMap) -> Meshes:
    """``skimage.measure.marching_cubes`` on the whole volume, label by label."""
    from skimage.measure import marching_cubes

    meshes: Meshes = {}
    spacing_zyx = label_map.geometry.spacing_xyz_mm[::-1]
    for value in np.unique(label_map.voxels)[1:]:
        solid = (label_map.voxels == value).astype(np.float32)
        places, corners, _, _ = marching_cubes(np.pad(solid, 1), 0.5, spacing=spacing_zyx)
        points = np.ascontiguousarray(places[:, ::-1], np.float32)
        meshes[int(value)] = (points, corners[:, ::-1].astype(np.int32))
    return meshes


CONTESTANTS: dict[str, Callable[[LabelMap], Meshes]] = {
    "ours, on the screen": ours,
    "ours, in a file": ours_in_full,
    "VTK, whole volume": vtk_whole,
    "VTK, whole volume, smoothed": vtk_whole_smooth,
    "scikit-image, whole volume": skimage_whole,
}


def judge(name: str, label_map: LabelMap) -> tuple[float, float, int, float]:
    """CPU seconds, MiB beyond the label map, triangles, worst volume error; in this process."""
    warm = LabelMap(np.ones((4, 4, 4), np.uint8), Geometry((4, 4, 4)), "warm")
    CONTESTANTS[name](warm)  # imports are paid once
    before = peak_memory_mb()
    started = time.process_time()
    meshes = CONTESTANTS[name](label_map)
    elapsed = time.process_time() - started
    extra = peak_memory_mb() - before
    voxel_mm3 = float(np.prod(label_map.geometry.spacing_xyz_mm))
    errors = []
    for value, (points, triangles) in meshes.items():
        volume = measures_of(points, triangles, np.zeros(len(points), np.int32))[0].sum()
        expected = np.count_nonzero(label_map.voxels == value) * voxel_mm3
        errors.append(abs(abs(volume) / expected - 1))
    return elapsed, extra, sum(len(t) for _, t in meshes.values()), max(errors)


def draw(label_map: LabelMap) -> dict[tuple[int, int, bool], float]:
    """CPU milliseconds a picture while it turns, by size and care, without a graphics card."""
    from app.viewer.surface_camera import VIEW_ANGLE, Camera
    from app.viewer.surface_stage import Stage
    from app.viewer.surface_words import Draw, Load, Look

    stage, points = Stage(), []
    for event in build_surfaces(cropped(label_map)):
        if isinstance(event, SurfaceBuilt) and event.surface is not None:
            made = event.surface
            stage.load(Load(event.value, made.points, made.triangles, made.normals))
            points.append(made.points)
    places = np.concatenate(points)
    low, high = (tuple(end.tolist()) for end in (places.min(axis=0), places.max(axis=0)))
    looks = (Look(1, (0.25, 0.71, 0.55), 0.4), Look(2, (0.95, 0.7, 0.2), 1.0))
    found = {}
    for size, is_fine in (((190, 170), False), ((380, 340), False), ((380, 340), True)):
        spent = []
        for turn in range(TURNS):
            camera = Camera(azimuth=turn * 360 / TURNS).fitted((low, high), size[0] / size[1])
            up = tuple(camera.upwards.tolist())
            started = time.process_time()
            stage.draw(
                Draw(turn, size, camera.eye, camera.focus, up, VIEW_ANGLE, looks, (), is_fine)
            )
            spent.append((time.process_time() - started) * 1000)
        found[(*size, is_fine)] = float(np.median(spent))
    return found


def main() -> int:
    """Print both tables; 0 if ours is what it should be."""
    given = sys.argv[1:]
    label_map = load_mask(Path(given[0])) if given else make_mask()
    names = [n for n in CONTESTANTS if "scikit" not in n or importlib.util.find_spec("skimage")]
    print(f"{' x '.join(map(str, label_map.voxels.shape))} voxels, one thread")
    print("| contestant | CPU s | extra MiB | triangles | volume error |\n|---|---|---|---|---|")
    found = {}
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for name in names:
            found[name] = pool.apply(judge, (name, label_map))
            elapsed, extra, triangles, error = found[name]
            print(f"| {name} | {elapsed:.2f} | {extra:.0f} | {triangles:,} | {error:.2%} |")
        print("| picture, software OpenGL | CPU ms |\n|---|---|")
        for (width, height, is_fine), ms in pool.apply(draw, (label_map,)).items():
            care = "at rest" if is_fine else "turning"
            print(f"| {width} x {height}, {care} | {ms:.0f} |")
    screen, rival = found["ours, on the screen"], found["VTK, whole volume, smoothed"]
    speed, memory = rival[0] / screen[0], rival[1] / max(screen[1], 1.0)
    print(f"ours: {speed:.1f} times as fast as VTK smoothed alike, {memory:.1f} times less memory")
    is_good = speed >= 2 and memory >= 1 and max(found[n][3] for n in names[:2]) < 0.02
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
