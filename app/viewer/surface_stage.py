"""Draws surfaces with OpenGL, in a process of its own: a graphics driver that fails takes no scan
and no stroke along.

Commands come through a pipe, pictures go back as events. Knows no Qt.
"""

import os
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.viewer.surface_light import colour, dress, light
from app.viewer.surface_words import (
    Draw,
    Forget,
    Load,
    Pick,
    Picked,
    Picture,
    Ready,
    Sheet,
    Slice,
)
from unet_core.errors import InputError
from unet_core.polydata import from_vtk, poly_data, to_vtk
from unet_core.shared_memory import shared_empty, unshare
from unet_core.volume import Point

if TYPE_CHECKING:
    from vtkmodules.vtkRenderingCore import vtkActor, vtkTexture

SUBJECT = "The 3D view"
SOLID = 0.99
"""From this opacity on nothing shines through."""


def perform(commands: Connection) -> Iterator[Ready | Picture | Picked]:
    """Obey commands until their pipe is closed; for a child process.

    Raises:
        InputError: If there is no OpenGL here.
    """
    stage = Stage()
    yield Ready()
    while True:
        try:
            command = unshare(commands.recv())
        except (EOFError, OSError):
            return
        match command:
            case Load():
                stage.load(command)
            case Forget():
                stage.forget(command)
            case Slice():
                stage.take_slice(command)
            case Draw():
                started = time.perf_counter()
                pixels = stage.draw(command)
                elapsed_s = time.perf_counter() - started
                yield Picture(command.number, pixels, command.is_fine, elapsed_s)
            case Pick():
                yield Picked(command.number, stage.pick(command))


class Stage:
    """One off-screen window of VTK with what was loaded into it."""

    def __init__(self) -> None:
        _prepare()
        try:
            import vtkmodules.vtkRenderingOpenGL2  # noqa: F401  (what draws)
            from vtkmodules.vtkCommonCore import vtkLogger, vtkObject
            from vtkmodules.vtkRenderingCore import vtkRenderer, vtkRenderWindow
        except ImportError as error:
            raise _no_opengl("needs VTK, which is not installed whole") from error
        vtkLogger.SetStderrVerbosity(vtkLogger.VERBOSITY_OFF)
        vtkObject.GlobalWarningDisplayOff()
        self._actors: dict[int, vtkActor] = {}
        self._sheets: dict[str, tuple[vtkActor, vtkActor]] = {}
        self._textures: dict[str, vtkTexture] = {}
        self._renderer = vtkRenderer()
        light(self._renderer)
        self._window = vtkRenderWindow()
        self._window.SetOffScreenRendering(1)
        self._window.SetAlphaBitPlanes(1)
        self._window.SetMultiSamples(0)
        self._window.SetSize(16, 16)
        self._window.AddRenderer(self._renderer)
        if not self._window.SupportsOpenGL():
            raise _no_opengl("needs OpenGL 3.2, which this computer does not offer")
        self._window.Render()

    def load(self, command: Load) -> None:
        """Take a surface in."""
        from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper

        made = poly_data(command.points, command.triangles)
        made.GetPointData().SetNormals(to_vtk(command.normals))
        mapper = vtkPolyDataMapper()
        mapper.SetInputData(made)
        mapper.ScalarVisibilityOff()
        self._drop(command.key)
        actor = vtkActor()
        actor.SetMapper(mapper)
        dress(actor)
        self._actors[command.key] = actor
        self._renderer.AddActor(actor)

    def forget(self, command: Forget) -> None:
        """Give surfaces away."""
        for key in command.keys:
            self._drop(key)

    def _drop(self, key: int) -> None:
        actor = self._actors.pop(key, None)
        if actor is not None:
            self._renderer.RemoveActor(actor)
            actor.ReleaseGraphicsResources(self._window)

    def take_slice(self, command: Slice) -> None:
        """Another picture for a slice."""
        from vtkmodules.vtkCommonDataModel import vtkImageData
        from vtkmodules.vtkRenderingCore import vtkTexture

        rows, columns = command.pixels.shape
        image = vtkImageData()
        image.SetDimensions(columns, rows, 1)
        flat = np.ascontiguousarray(command.pixels).ravel()
        image.GetPointData().SetScalars(to_vtk(flat))
        texture = self._textures.get(command.plane)
        if texture is None:
            texture = self._textures[command.plane] = vtkTexture()
            texture.InterpolateOn()
            texture.SetColorModeToDirectScalars()
        texture.SetInputData(image)

    def draw(self, command: Draw) -> NDArray[np.uint8]:
        """(H, W, 4) uint8, first row at the top."""
        shown = {look.key: look for look in command.looks}
        for key, actor in self._actors.items():
            actor.SetVisibility(key in shown)
            if key in shown:
                colour(actor, shown[key].colour, shown[key].opacity)
        self._place(command.sheets)
        camera = self._renderer.GetActiveCamera()
        camera.SetViewAngle(command.view_angle)
        camera.SetFocalPoint(*command.focus)
        camera.SetPosition(*command.eye)
        camera.SetViewUp(*command.upwards)
        self._renderer.SetUseFXAA(command.is_fine)
        self._window.SetSize(*command.size_px)
        self._renderer.ResetCameraClippingRange()
        self._window.Render()
        return self._pixels()

    def _pixels(self) -> NDArray[np.uint8]:
        from vtkmodules.vtkCommonCore import vtkUnsignedCharArray

        width, height = self._window.GetSize()
        read = vtkUnsignedCharArray()
        self._window.GetRGBACharPixelData(0, 0, width - 1, height - 1, 0, read, 0)
        pixels = shared_empty((height, width, 4), np.dtype(np.uint8))
        pixels[...] = from_vtk(read).reshape(height, width, 4)[::-1]
        return pixels

    def _place(self, sheets: tuple[Sheet, ...]) -> None:
        """Put slices and their frames where they are now."""
        for filled, frame in self._sheets.values():
            filled.VisibilityOff()
            frame.VisibilityOff()
        for sheet in sheets:
            if sheet.plane not in self._sheets:
                self._sheets[sheet.plane] = (_filled_sheet(), _frame())
                for actor in self._sheets[sheet.plane]:
                    self._renderer.AddActor(actor)
            filled, frame = self._sheets[sheet.plane]
            for actor in (filled, frame):
                points = actor.GetMapper().GetInput().GetPoints()
                for number, corner in enumerate(sheet.corners):
                    points.SetPoint(number, *corner)
                points.Modified()
                actor.GetMapper().GetInput().Modified()
            texture = self._textures.get(sheet.plane)
            if texture is not None:
                filled.SetTexture(texture)
            filled.SetVisibility(sheet.is_filled and texture is not None)
            frame.GetProperty().SetColor(*sheet.colour)
            frame.VisibilityOn()

    def pick(self, command: Pick) -> Point | None:
        """What is solid goes before what shines through: a lesion is meant, not its organ."""
        from vtkmodules.vtkRenderingCore import vtkCellPicker

        width, height = self._window.GetSize()
        x, y = command.across * width, (1 - command.down) * height
        shown = [actor for actor in self._actors.values() if actor.GetVisibility()]
        solid = [actor for actor in shown if actor.GetProperty().GetOpacity() >= SOLID]
        sheets = [filled for filled, _ in self._sheets.values() if filled.GetVisibility()]
        for actors in (solid + sheets, [actor for actor in shown if actor not in solid]):
            picker = vtkCellPicker()
            picker.SetTolerance(0.0)
            picker.PickFromListOn()
            for actor in actors:
                picker.AddPickList(actor)
            if actors and picker.Pick(x, y, 0.0, self._renderer):
                place = picker.GetPickPosition()
                return (float(place[0]), float(place[1]), float(place[2]))
        return None


def _prepare() -> None:
    """Without a display, VTK would first complain and then find the way by itself."""
    screens = ("DISPLAY", "VTK_DEFAULT_OPENGL_WINDOW")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in screens):
        os.environ["VTK_DEFAULT_OPENGL_WINDOW"] = "vtkEGLRenderWindow"


def _no_opengl(fault: str) -> InputError:
    return InputError(SUBJECT, fault, "everything else works without it")


def _filled_sheet() -> "vtkActor":
    """Four corners with a picture on them, the same from both sides whatever the light."""
    from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper

    made = poly_data(np.zeros((4, 3), np.float32), np.array([[0, 1, 2], [0, 2, 3]], np.int32))
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    made.GetPointData().SetTCoords(to_vtk(corners))
    mapper = vtkPolyDataMapper()
    mapper.SetInputData(made)
    actor = vtkActor()
    actor.SetMapper(mapper)
    actor.GetProperty().LightingOff()
    return actor


def _frame() -> "vtkActor":
    from vtkmodules.vtkCommonCore import vtkPoints
    from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkPolyData
    from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper

    places = vtkPoints()
    places.SetData(to_vtk(np.zeros((4, 3), np.float32)))
    line = vtkCellArray()
    line.InsertNextCell(5, [0, 1, 2, 3, 0])
    made = vtkPolyData()
    made.SetPoints(places)
    made.SetLines(line)
    mapper = vtkPolyDataMapper()
    mapper.SetInputData(made)
    actor = vtkActor()
    actor.SetMapper(mapper)
    actor.GetProperty().LightingOff()
    actor.GetProperty().SetLineWidth(1.5)
    actor.GetProperty().SetOpacity(0.75)
    return actor
