"""Surfaces are closed, where the voxels are, and as large; files of them name nobody."""

import math
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from unet_core import surface_shape
from unet_core.errors import InputError
from unet_core.surface_files import (
    SURFACE_WRITERS,
    SurfaceSaved,
    ply_bytes,
    save_surfaces,
    stl_bytes,
)
from unet_core.surfaces import (
    Surface,
    SurfaceBuilt,
    SurfacesFound,
    apart,
    boxes_of,
    build_surfaces,
    cropped,
    surface_of,
)
from unet_core.triangles import measures_of, pieces_of
from unet_core.volume import Geometry, LabelMap, Matrix, Point

_COS, _SIN = math.cos(0.4), math.sin(0.4)
OBLIQUE: Matrix = (_COS, -_SIN, 0.0, _SIN, _COS, 0.0, 0.0, 0.0, 1.0)
MIRRORED: Matrix = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
UPRIGHT: Matrix = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
GRIDS = {
    "cubes": Geometry((40, 36, 32), (1.0, 1.0, 1.0)),
    "thick slices": Geometry((72, 64, 14), (0.7, 0.7, 5.0), (-20.0, 30.0, 100.0)),
    "oblique": Geometry((48, 40, 30), (1.0, 0.8, 1.5), (5.0, -60.0, 10.0), OBLIQUE),
    "mirrored": Geometry((48, 40, 30), (0.9, 0.9, 1.2), (5.0, 60.0, 10.0), MIRRORED),
}


def ball(geometry: Geometry, radius_mm: float, centre: Point | None = None) -> NDArray[np.bool_]:
    """(Z, Y, X) bool, around the middle of the grid if not given."""
    indices = np.indices(geometry.shape_zyx)[::-1].reshape(3, -1)
    places = geometry.affine[:3, :3] @ indices + geometry.affine[:3, 3:]
    middle = places.mean(axis=1) if centre is None else np.asarray(centre)
    far = np.linalg.norm(places - middle[:, None], axis=0)
    return (far <= radius_mm).reshape(geometry.shape_zyx)


def mask_of(solid: NDArray[np.bool_], geometry: Geometry, value: int = 1) -> LabelMap:
    """A mask of one label."""
    return LabelMap(solid.astype(np.uint8) * np.uint8(value), geometry, "Doe^Jane.nii.gz")


def voxel_volume(label_map: LabelMap, value: int) -> float:
    """mm3 of a label's voxels."""
    spacing = label_map.geometry.spacing_xyz_mm
    return float(np.count_nonzero(label_map.voxels == value) * np.prod(spacing))


def assert_closed(surface: Surface) -> None:
    """Every edge belongs to two triangles, which run along it in opposite directions."""
    corners = surface.triangles
    ends = np.concatenate([corners[:, (0, 1)], corners[:, (1, 2)], corners[:, (2, 0)]])
    there = ends[:, 0].astype(np.int64) * len(surface.points) + ends[:, 1]
    back = ends[:, 1].astype(np.int64) * len(surface.points) + ends[:, 0]
    assert len(np.unique(there)) == len(there)
    assert np.array_equal(np.sort(there), np.sort(back))


def test_a_ball_is_closed_smooth_and_as_large_as_its_voxels() -> None:
    for name, geometry in GRIDS.items():
        solid = ball(geometry, 12.0)
        label_map = mask_of(solid, geometry)
        surface = surface_of(label_map, 1)
        assert surface is not None
        assert surface.points.dtype == np.float32, name
        assert surface.triangles.dtype == np.int32, name
        assert_closed(surface)
        assert surface.volume_mm3 == pytest.approx(voxel_volume(label_map, 1), rel=0.02), name
        where = np.argwhere(solid)
        middle = np.mean([geometry.point((z, y, x)) for z, y, x in where], axis=0)
        distances = np.linalg.norm(surface.points - middle, axis=1)
        assert np.allclose(surface.points.mean(axis=0), middle, atol=0.5), name
        largest_step = max(geometry.spacing_xyz_mm)
        assert distances.min() > 12.0 - 0.75 * largest_step, name
        assert distances.max() < 12.0 + 0.75 * largest_step, name
        outwards = (surface.points - middle) / distances[:, None]
        assert np.einsum("ij,ij->i", outwards, surface.normals).mean() > 0.9, name


@pytest.mark.hazard("X2")
def test_a_surface_lies_where_its_voxels_lie_in_the_patient() -> None:
    """One voxel block off the middle tells mirrored from true, and every axis from the others."""
    for geometry in GRIDS.values():
        solid = np.zeros(geometry.shape_zyx, np.bool_)
        solid[2:5, 4:11, 20:33] = True
        surface = surface_of(mask_of(solid, geometry), 1)
        assert surface is not None
        expected = geometry.point((3.0, 7.0, 26.0))
        low, high = surface.points.min(axis=0), surface.points.max(axis=0)
        assert np.allclose((low + high) / 2, expected, atol=0.4)


def test_lesions_of_a_few_voxels_keep_their_size() -> None:
    geometry = Geometry((30, 30, 12), (0.8, 0.8, 2.5))
    for shape in ((1, 1, 1), (1, 2, 2), (2, 3, 3), (1, 6, 6), (4, 1, 1)):
        solid = np.zeros(geometry.shape_zyx, np.bool_)
        solid[tuple(slice(4, 4 + n) for n in shape)] = True
        label_map = mask_of(solid, geometry, 2)
        surface = surface_of(label_map, 2)
        assert surface is not None
        assert_closed(surface)
        assert surface.volume_mm3 == pytest.approx(voxel_volume(label_map, 2), rel=0.02), shape


def test_each_lesion_keeps_its_own_size_beside_a_large_one() -> None:
    geometry = Geometry((60, 60, 40), (1.0, 1.0, 1.0))
    solid = ball(geometry, 14.0, (20.0, 20.0, 20.0))
    small = ball(geometry, 1.5, (50.0, 50.0, 30.0))
    surface = surface_of(mask_of(solid | small, geometry), 1)
    assert surface is not None
    pieces = pieces_of(len(surface.points), surface.triangles)
    volumes, areas = measures_of(surface.points, surface.triangles, pieces)
    assert sorted(volumes) == pytest.approx([small.sum(), solid.sum()], rel=0.02)
    assert np.all(areas > 0)


def test_a_hollow_has_a_wall_of_its_own() -> None:
    """As the liver's around its tumour: the label's own voxels are what is shown and measured."""
    geometry = GRIDS["cubes"]
    solid = ball(geometry, 13.0) & ~ball(geometry, 6.0)
    label_map = mask_of(solid, geometry)
    surface = surface_of(label_map, 1)
    assert surface is not None
    assert_closed(surface)
    pieces = pieces_of(len(surface.points), surface.triangles)
    assert pieces.max() == 1
    assert measures_of(surface.points, surface.triangles, pieces)[0].min() < 0
    assert surface.volume_mm3 == pytest.approx(voxel_volume(label_map, 1), rel=0.02)


def test_a_label_cut_off_by_the_scan_is_closed_there() -> None:
    geometry = Geometry((12, 10, 3), (1.0, 1.0, 4.0))
    label_map = mask_of(np.ones(geometry.shape_zyx, np.bool_), geometry)
    surface = surface_of(label_map, 1)
    assert surface is not None
    assert_closed(surface)
    assert surface.volume_mm3 == pytest.approx(voxel_volume(label_map, 1), rel=0.02)


def test_fewer_triangles_keep_the_size_and_the_smallest_lesion() -> None:
    geometry = Geometry((72, 72, 64), (0.9, 0.9, 1.0))
    solid = ball(geometry, 26.0, (30.0, 32.0, 32.0))
    speck = np.zeros_like(solid)
    speck[60:62, 3:5, 3:5] = True
    label_map = mask_of(solid | speck, geometry)
    full, fewer = surface_of(label_map, 1, None), surface_of(label_map, 1, 6_000)
    assert full is not None
    assert fewer is not None
    assert len(fewer.triangles) < 6_300 < len(full.triangles)
    assert_closed(fewer)
    assert fewer.volume_mm3 == pytest.approx(voxel_volume(label_map, 1), rel=0.02)
    pieces = pieces_of(len(fewer.points), fewer.triangles)
    volumes, _ = measures_of(fewer.points, fewer.triangles, pieces)
    assert min(volumes) == pytest.approx(voxel_volume(mask_of(speck, geometry), 1), rel=0.02)


def test_a_box_too_large_for_memory_is_built_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    geometry = Geometry((50, 46, 40), (0.9, 1.0, 1.1), (3.0, 4.0, 5.0))
    label_map = mask_of(ball(geometry, 16.0), geometry)
    full = surface_of(label_map, 1, None)
    monkeypatch.setattr(surface_shape, "MOST_CELLS", 5_000)
    coarse = surface_of(label_map, 1, None)
    assert full is not None
    assert coarse is not None
    assert len(coarse.triangles) < len(full.triangles) / 3
    assert_closed(coarse)
    assert coarse.volume_mm3 == pytest.approx(voxel_volume(label_map, 1), rel=0.02)
    assert np.allclose(coarse.points.mean(axis=0), full.points.mean(axis=0), atol=0.2)


def test_what_is_thin_is_not_lost_to_smoothing() -> None:
    """A vessel one voxel wide, in slices far apart, lies below what blending could keep."""
    geometry = Geometry((80, 80, 60), (0.7, 0.7, 3.0))
    solid = np.zeros(geometry.shape_zyx, np.bool_)
    for k in range(geometry.shape_zyx[0]):
        solid[k, 10 + k // 2, 5:75] = True
    label_map = mask_of(solid, geometry)
    surface = surface_of(label_map, 1, 2_000)
    assert surface is not None
    assert surface.volume_mm3 == pytest.approx(voxel_volume(label_map, 1), rel=0.02)
    assert np.ptp(surface.points[:, 0]) == pytest.approx(70 * 0.7, rel=0.05)


def test_an_empty_label_has_no_surface() -> None:
    geometry = GRIDS["cubes"]
    label_map = mask_of(np.zeros(geometry.shape_zyx, np.bool_), geometry)
    assert surface_of(label_map, 1) is None
    assert list(build_surfaces(cropped(label_map))) == [SurfacesFound(())]


def test_a_cropped_mask_lies_where_the_whole_one_does() -> None:
    geometry = GRIDS["oblique"]
    solid = np.zeros(geometry.shape_zyx, np.bool_)
    solid[3:9, 5:20, 7:30] = True
    whole = mask_of(solid, geometry, 2)
    part = cropped(whole)
    assert part.voxels.shape == (6, 15, 23)
    assert boxes_of(part.voxels) == {2: (slice(0, 6), slice(0, 15), slice(0, 23))}
    of_whole, of_part = surface_of(whole, 2), surface_of(part, 2)
    assert of_whole is not None
    assert of_part is not None
    assert np.allclose(of_whole.points, of_part.points, atol=1e-3)
    assert np.array_equal(of_whole.triangles, of_part.triangles)


def test_only_labels_that_changed_are_built_again() -> None:
    geometry = GRIDS["cubes"]
    voxels = ball(geometry, 12.0).astype(np.uint8)
    voxels[ball(geometry, 4.0)] = 2
    voxels[2:4, 2:4, 2:4] = 7
    before = LabelMap(voxels, geometry, "mask")
    first = [e for e in build_surfaces(cropped(before)) if isinstance(e, SurfaceBuilt)]
    assert [e.value for e in first] == [1, 2, 7]
    assert all(e.surface is not None for e in first)
    known = frozenset(e.fingerprint for e in first)

    edited = voxels.copy()
    edited[30, 30, 30] = 7  # the box around all labels is another one now
    after = LabelMap(edited, geometry, "mask")
    second = [e for e in build_surfaces(cropped(after), known) if isinstance(e, SurfaceBuilt)]
    assert [e.value for e in second if e.surface is not None] == [7]
    assert {e.fingerprint for e in second} & known == {e.fingerprint for e in first[:2]}


def test_a_child_process_builds_what_this_one_would() -> None:
    geometry = GRIDS["thick slices"]
    label_map = mask_of(ball(geometry, 10.0), geometry)
    events = list(apart(build_surfaces, lambda: (cropped(label_map),)))
    here = surface_of(label_map, 1)
    assert isinstance(events[0], SurfacesFound)
    assert isinstance(events[1], SurfaceBuilt)
    there = events[1].surface
    assert here is not None
    assert there is not None
    assert np.allclose(here.points, there.points, atol=1e-4)


def test_a_stopped_job_starts_no_child() -> None:
    job = apart(build_surfaces, lambda: pytest.fail("made nonetheless"))
    job.stop()
    assert list(job) == []


# --- files -------------------------------------------------------------------------------------


def two_labels() -> tuple[LabelMap, list[Surface]]:
    geometry = GRIDS["oblique"]
    voxels = ball(geometry, 12.0).astype(np.uint8)
    voxels[ball(geometry, 5.0)] = 2
    label_map = LabelMap(voxels, geometry, "Doe^Jane.nii.gz")
    made = [surface_of(label_map, value) for value in (1, 2)]
    return label_map, [surface for surface in made if surface is not None]


def test_another_program_reads_the_stl_file(tmp_path: Path) -> None:
    from vtkmodules.util.numpy_support import vtk_to_numpy
    from vtkmodules.vtkIOGeometry import vtkSTLReader

    _, surfaces = two_labels()
    path = tmp_path / "liver.stl"
    path.write_bytes(stl_bytes(surfaces))
    assert not path.read_bytes().startswith(b"solid")
    reader = vtkSTLReader()
    reader.SetFileName(str(path))
    reader.Update()
    assert "SPACE=LPS" in reader.GetHeader()  # what 3D Slicer looks for
    assert reader.GetOutput().GetNumberOfCells() == sum(len(s.triangles) for s in surfaces)
    points = vtk_to_numpy(reader.GetOutput().GetPoints().GetData())
    assert np.allclose(points.min(axis=0), surfaces[0].points.min(axis=0), atol=1e-4)
    assert np.allclose(points.max(axis=0), surfaces[0].points.max(axis=0), atol=1e-4)


def test_another_program_reads_the_ply_file(tmp_path: Path) -> None:
    from vtkmodules.util.numpy_support import vtk_to_numpy
    from vtkmodules.vtkIOPLY import vtkPLYReader

    _, surfaces = two_labels()
    path = tmp_path / "liver.ply"
    path.write_bytes(ply_bytes(surfaces))
    reader = vtkPLYReader()
    reader.SetFileName(str(path))
    reader.Update()
    comments = reader.GetComments()
    assert any("SPACE=LPS" in comments.GetValue(i) for i in range(comments.GetNumberOfValues()))
    read = reader.GetOutput()
    points = vtk_to_numpy(read.GetPoints().GetData())
    colours = vtk_to_numpy(read.GetPointData().GetArray("RGB"))
    assert np.allclose(points, np.concatenate([s.points for s in surfaces]))
    assert read.GetNumberOfCells() == sum(len(s.triangles) for s in surfaces)
    assert [bytes(colours[0]).hex(), bytes(colours[-1]).hex()] == [s.colour[1:] for s in surfaces]


@pytest.mark.hazard("X3", "X4")
def test_a_saved_file_names_nobody_and_replaces_the_one_before(tmp_path: Path) -> None:
    label_map, _ = two_labels()
    for ending in SURFACE_WRITERS:
        path = tmp_path / f"liver{ending.upper()}"
        path.write_bytes(b"older")
        *_, saved = save_surfaces(path, label_map, (1, 2))
        assert isinstance(saved, SurfaceSaved)
        assert saved.triangles > 1000
        data = path.read_bytes()
        assert data != b"older"
        assert b"Doe" not in data
        assert b"Jane" not in data
        assert [other.name for other in tmp_path.iterdir()] == [path.name]
        path.unlink()


def test_what_cannot_be_saved_is_refused_in_a_sentence(tmp_path: Path) -> None:
    label_map, _ = two_labels()
    unscaled = LabelMap(label_map.voxels, Geometry((48, 40, 30), has_scale=False), "slices")
    for target, mask, values, said in (
        ("a.stl", unscaled, (1,), "how many mm"),
        ("a.obj", label_map, (1,), "ending"),
        ("a.stl", label_map, (9,), "none of these labels"),
        ("gone/a.stl", label_map, (2,), "folder does not exist"),
    ):
        with pytest.raises(InputError, match=said):
            list(save_surfaces(tmp_path / target, mask, values))
    assert not list(tmp_path.iterdir())
