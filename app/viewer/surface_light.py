"""Light and ground of the 3D view; VTK only, no Qt."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer

GROUND, GROUND_ABOVE = (0.02, 0.024, 0.03), (0.10, 0.115, 0.14)
"""Almost black below, a little lighter above: a dark shape still has an outline."""


def light(renderer: "vtkRenderer") -> None:
    """A main light from the upper left and a weak one against it, both bound to the eye."""
    from vtkmodules.vtkRenderingCore import vtkLight

    renderer.SetBackground(*GROUND)
    renderer.SetBackground2(*GROUND_ABOVE)
    renderer.GradientBackgroundOn()
    renderer.AutomaticLightCreationOff()
    for place, strength in (((-0.5, 0.7, 1.0), 0.85), ((0.8, -0.4, 0.6), 0.3)):
        lamp = vtkLight()
        lamp.SetLightTypeToCameraLight()
        lamp.SetPosition(*place)
        lamp.SetFocalPoint(0.0, 0.0, 0.0)
        lamp.SetIntensity(strength)
        renderer.AddLight(lamp)


def dress(actor: "vtkActor") -> None:
    """Matt with a soft gleam; walls seen from within are left out, so that lesions show."""
    look = actor.GetProperty()
    look.SetInterpolationToPhong()
    look.SetSpecular(0.16)
    look.SetSpecularPower(24)
    look.BackfaceCullingOn()


def colour(actor: "vtkActor", colour_rgb: tuple[float, float, float], opacity: float) -> None:
    """What shines through gets light of its own, or it would drown in the dark behind it."""
    look = actor.GetProperty()
    look.SetColor(*colour_rgb)
    look.SetOpacity(opacity)
    ambient = 0.16 + 0.3 * (1.0 - opacity)
    look.SetAmbient(ambient)
    look.SetDiffuse(1.0 - 0.5 * ambient)
