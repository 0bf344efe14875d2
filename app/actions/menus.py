"""Where the commands stand: the menu bar and the tool bar, as tables."""

from dataclasses import dataclass

from app.translation import tr

SEPARATOR = ""


@dataclass(frozen=True)
class Submenu:
    """A menu in a menu, and on the tool bar a button that opens it.

    Attributes:
        name: Object name, ``menu_<noun>``.
        title: With its mnemonic.
        icon: File in resources/icons.
        tip: What it holds.
        actions: Names of its commands.
    """

    name: str
    title: str
    icon: str
    tip: str
    actions: tuple[str, ...]


MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        tr("&File"),
        (
            *("action_open", "action_open_folder", "action_open_mask", "action_open_second"),
            *("action_save_mask", "action_save_session", "action_export_surface", SEPARATOR),
            *("action_open_dataset", "action_open_demo"),
            *(SEPARATOR, "menu_recent", SEPARATOR, "action_quit"),
        ),
    ),
    (tr("&Edit"), ("action_undo", "action_redo")),
    (
        tr("&View"),
        (
            *("menu_layout", "action_toggle_flicker", "action_reset_views", SEPARATOR),
            *("menu_window", "action_show_window", SEPARATOR),
            *("action_mode_crosshair", "action_mode_window", SEPARATOR),
            *("action_toggle_masks", "action_toggle_smooth", SEPARATOR),
            *("menu_panels", "menu_theme", "menu_language"),
        ),
    ),
    (
        tr("&Compare"),
        (
            *("action_cycle_compare", SEPARATOR, "action_compare_masks"),
            *("action_compare_reference", "action_compare_prediction"),
            *("action_compare_agreement", "action_compare_difference", SEPARATOR),
            *("action_layout_pair", "action_flicker_compare", "action_cycle_compare_region"),
        ),
    ),
    (
        tr("&Go"),
        (
            *(
                "action_toggle_cine",
                "menu_cine",
                SEPARATOR,
                "action_next_worst",
                "action_previous_worst",
            ),
            *(SEPARATOR, "action_previous_label", "action_next_label"),
        ),
    ),
    (
        tr("&Measure"),
        (
            *("action_measure_distance", "action_measure_angle", "action_measure_ellipse"),
            *("action_measure_note", SEPARATOR, "action_remove_measurement", SEPARATOR),
            *("action_next_lesion", "action_previous_lesion", SEPARATOR, "action_show_measure"),
        ),
    ),
    (
        tr("&Learn"),
        (
            *("action_show_steps", SEPARATOR),
            *("action_show_cases", "action_show_split", SEPARATOR),
            *("action_show_train", "action_show_curves", "action_show_runs"),
            *("action_show_data_scale", "action_save_report", SEPARATOR),
            *("action_show_network", "action_show_batch", SEPARATOR),
            *("action_show_predict", "action_show_model", SEPARATOR),
            *("action_show_evaluate", "action_evaluate_folders"),
        ),
    ),
    (
        tr("&Help"),
        (
            *("action_find_command", "action_show_shortcuts", "action_show_words", SEPARATOR),
            *("action_show_messages", "action_show_about"),
        ),
    ),
)
"""Menus of the menu bar; ``menu_*`` are those of SUBMENUS and menus made elsewhere."""
SUBMENUS: tuple[Submenu, ...] = (
    Submenu(
        "menu_layout",
        tr("&Layout"),
        "four_up",
        tr("Which views are shown, and where"),
        (
            *("action_layout_four_up", "action_layout_axial_large", "action_layout_one_up"),
            *("action_layout_three_over_one", "action_layout_side_by_side"),
            "action_layout_pair",
        ),
    ),
    Submenu(
        "menu_panels",
        tr("&Panels"),
        "panels",
        tr("Which panels are shown, and where"),
        (
            *("action_focus_next", "action_focus_previous", "action_float_panel", SEPARATOR),
            "action_reset_panels",
        ),
    ),
    Submenu(
        "menu_theme",
        tr("T&heme"),
        "theme",
        tr("Dark or light"),
        ("action_theme_dark", "action_theme_light", "action_theme_system"),
    ),
    Submenu(
        "menu_language",
        tr("Lang&uage"),
        "language",
        tr("Language of the window, from the next start on"),
        (
            *("action_language_en", "action_language_de", "action_language_zh_CN", SEPARATOR),
            "action_language_system",
        ),
    ),
)
TOOL_BAR = (
    *("action_open", "action_open_folder", "action_open_mask", "action_save_mask", SEPARATOR),
    *("menu_layout", "menu_window", "action_toggle_masks", "action_cycle_compare", SEPARATOR),
    *("action_mode_crosshair", "action_mode_window", "action_measure_distance"),
    *("action_measure_angle", "action_measure_ellipse", "action_measure_note", SEPARATOR),
    *("action_previous_worst", "action_next_worst", SEPARATOR),
    *("action_show_train", "action_show_predict", SEPARATOR, "action_find_command"),
)
