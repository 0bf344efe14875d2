"""A line drawing on a page of a PDF."""

from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Flowable

from unet_core.drawing import Box, Dot, Drawing, Path, Words, colour_of


class Sheet(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """As wide as the page and no taller than allowed.

    Args:
        drawing: What to draw.
        width: Of the page, points.
        tallest: Points.
        font: Name of a registered font.
        bold: Likewise.
    """

    def __init__(
        self, drawing: Drawing, width: float, tallest: float, font: str, bold: str
    ) -> None:
        super().__init__()
        self._drawing = drawing
        self._scale = min(width / drawing.width, tallest / drawing.height)
        self.width, self.height = width, drawing.height * self._scale
        self._fonts = {False: font, True: bold}

    def wrap(self, *_available: float) -> tuple[float, float]:
        """The room it takes."""
        return self.width, self.height

    def draw(self) -> None:
        """With y downwards, as drawings have it; letters are turned back upright."""
        canvas = self.canv
        canvas.saveState()
        canvas.translate((self.width - self._drawing.width * self._scale) / 2, self.height)
        canvas.scale(self._scale, -self._scale)
        canvas.setLineJoin(1)
        for shape in self._drawing.shapes:
            match shape:
                case Path():
                    self._path(canvas, shape)
                case Box():
                    self._box(canvas, shape)
                case Dot():
                    self._paint(canvas, shape.fill, "")
                    canvas.circle(shape.x, shape.y, shape.radius, stroke=0, fill=1)
                case Words():
                    self._words(canvas, shape)
        canvas.restoreState()

    def _path(self, canvas: Any, shape: Path) -> None:
        self._paint(canvas, shape.fill, shape.stroke, shape.width)
        canvas.setDash(list(shape.dash))
        path = canvas.beginPath()
        for number, point in enumerate(shape.points):
            (path.lineTo if number else path.moveTo)(*point)
        if shape.fill:
            path.close()
        canvas.drawPath(path, stroke=int(bool(shape.stroke)), fill=int(bool(shape.fill)))
        canvas.setDash([])

    def _box(self, canvas: Any, shape: Box) -> None:
        self._paint(canvas, shape.fill, shape.stroke)
        painted = {"stroke": int(bool(shape.stroke)), "fill": int(bool(shape.fill))}
        if shape.radius:
            canvas.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius, **painted)
        else:
            canvas.rect(shape.x, shape.y, shape.width, shape.height, **painted)

    def _words(self, canvas: Any, shape: Words) -> None:
        canvas.saveState()
        canvas.translate(shape.x, shape.y)
        canvas.scale(1, -1)
        if shape.turned:
            canvas.rotate(90)
        canvas.setFont(self._fonts[shape.bold], shape.size)
        canvas.setFillColor(colors.HexColor(colour_of(shape.fill)))
        draw = {
            "start": canvas.drawString,
            "middle": canvas.drawCentredString,
            "end": canvas.drawRightString,
        }[shape.anchor]
        draw(0, 0, shape.text)
        canvas.restoreState()

    def _paint(self, canvas: Any, fill: str, stroke: str, width: float = 1.0) -> None:
        if fill:
            canvas.setFillColor(colors.HexColor(colour_of(fill)))
        if stroke:
            canvas.setStrokeColor(colors.HexColor(colour_of(stroke)))
            canvas.setLineWidth(width)
