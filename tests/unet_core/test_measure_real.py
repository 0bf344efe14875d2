"""Real livers and their tumours, measured as SimpleITK measures them."""

from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk
from scipy import ndimage

from unet_core.io import load_label_map, load_volume
from unet_core.lesion_table import measure_mask
from unet_core.measurements import MaskMeasured
from unet_core.volume import LabelMap, Volume

pytestmark = pytest.mark.real_data


def measured(image: Path, mask: Path) -> tuple[Volume, LabelMap, MaskMeasured]:
    volume, label_map = load_volume(image), load_label_map(mask)
    (found,) = measure_mask(volume, label_map)
    return volume, label_map, found


def as_images(volume: Volume, label_map: LabelMap) -> tuple[sitk.Image, sitk.Image]:
    """Scan and mask as SimpleITK has them, with their spacing."""
    images = [sitk.GetImageFromArray(array) for array in (volume.voxels, label_map.voxels)]
    for image in images:
        image.SetSpacing(volume.geometry.spacing_xyz_mm)
    return images[0], images[1]


def test_lesions_of_lits_are_those_of_simpleitk(real_data: Path) -> None:
    folder = real_data / "lits"
    volume, label_map, found = measured(
        folder / "volume-00.nii.gz", folder / "segmentation-00.nii.gz"
    )
    grey, labels = as_images(volume, label_map)
    pieces = sitk.RelabelComponent(sitk.ConnectedComponent(labels == 2, True))
    theirs = sitk.LabelIntensityStatisticsImageFilter()
    theirs.ComputeFeretDiameterOn()
    theirs.Execute(pieces, grey)
    assert found.lesion_count == theirs.GetNumberOfLabels() == len(found.lesions) == 11
    spacing_zyx = volume.geometry.spacing_xyz_mm[::-1]
    around = ndimage.find_objects(np.minimum(label_map.voxels, 1))[0]
    around = tuple(slice(max(one.start - 1, 0), one.stop + 1) for one in around)
    arrays, organ = sitk.GetArrayFromImage(pieces)[around], label_map.voxels[around] > 0
    core = ndimage.binary_erosion(organ, np.ones((3, 3, 3)), border_value=1)
    depth = ndimage.distance_transform_edt(core, sampling=spacing_zyx)
    by_size = {one.voxels: one for one in found.lesions}
    for number in theirs.GetLabels():
        one = by_size[theirs.GetNumberOfPixels(number)]
        if sum(other.voxels == one.voxels for other in found.lesions) > 1:
            continue  # of two equally large ones nobody knows which is which
        assert one.volume_ml == pytest.approx(theirs.GetPhysicalSize(number) / 1000)
        assert one.spread is not None
        assert one.spread.mean == pytest.approx(theirs.GetMean(number))
        assert one.spread.sd == pytest.approx(theirs.GetStandardDeviation(number))
        assert one.edge_mm == pytest.approx(float(depth[arrays == number].min()))
        assert one.longest_mm is not None
        feret = theirs.GetFeretDiameter(number)  # from centre to centre, ours from edge to edge
        assert feret < one.longest_mm <= feret + max(spacing_zyx)
    assert found.burden == pytest.approx(2591 / 551857)


def test_the_liver_of_a_healthy_donor_is_that_of_simpleitk(real_data: Path) -> None:
    folder = real_data / "ct"
    volume, label_map, found = measured(
        folder / "volume-chaos.nii.gz", folder / "segmentation-chaos.nii.gz"
    )
    grey, labels = as_images(volume, label_map)
    theirs = sitk.LabelIntensityStatisticsImageFilter()
    theirs.Execute(labels, grey)
    liver, tumour = found.labels
    assert liver.voxels == theirs.GetNumberOfPixels(1)
    assert liver.volume_ml == pytest.approx(theirs.GetPhysicalSize(1) / 1000)
    assert liver.spread is not None
    assert liver.spread.mean == pytest.approx(theirs.GetMean(1))
    assert liver.spread.sd == pytest.approx(theirs.GetStandardDeviation(1))
    assert liver.spread.median == np.median(volume.voxels[label_map.voxels == 1])
    assert (tumour.voxels, found.lesion_count, found.burden) == (0, 0, 0.0)
