"""Arrays and triangles between NumPy and VTK; VTK is imported only where it is used."""

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from unet_core.triangles import Points, Triangles

if TYPE_CHECKING:
    from vtkmodules.vtkCommonCore import vtkDataArray
    from vtkmodules.vtkCommonDataModel import vtkPolyData


def to_vtk(array: NDArray[Any]) -> "vtkDataArray":
    """A copy that VTK owns, of an array of one or two axes."""
    from vtkmodules.util.numpy_support import numpy_to_vtk

    made = numpy_to_vtk(np.ascontiguousarray(array), deep=True)  # type: ignore[no-untyped-call]
    return cast("vtkDataArray", made)


def from_vtk(array: "vtkDataArray") -> NDArray[Any]:
    """The same memory; it lives as long as VTK's."""
    from vtkmodules.util.numpy_support import vtk_to_numpy

    return cast("NDArray[Any]", vtk_to_numpy(array))  # type: ignore[no-untyped-call]


def poly_data(points: Points, triangles: Triangles) -> "vtkPolyData":
    """A mesh that VTK owns."""
    from vtkmodules.vtkCommonCore import vtkPoints
    from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkPolyData

    starts = np.arange(0, 3 * len(triangles) + 1, 3, dtype=np.int32)
    cells = vtkCellArray()
    cells.SetData(to_vtk(starts), to_vtk(triangles.astype(np.int32, copy=False).ravel()))
    places = vtkPoints()
    places.SetData(to_vtk(points.astype(np.float32, copy=False)))
    made = vtkPolyData()
    made.SetPoints(places)
    made.SetPolys(cells)
    return made


def arrays_of(mesh: "vtkPolyData") -> tuple[Points, Triangles]:
    """Copies of a mesh's points and triangles."""
    if not mesh.GetNumberOfPolys():
        return np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32)
    points = from_vtk(mesh.GetPoints().GetData()).astype(np.float32)
    corners = from_vtk(mesh.GetPolys().GetConnectivityArray())
    return points, corners.astype(np.int32).reshape(-1, 3)
