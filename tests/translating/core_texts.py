"""Every sentence the core may say, as templates with {places}, read from its source.

The core speaks plain English: what it says crosses process boundaries, logs and run folders. The
window finds the template a finished sentence came from (app/core_sentences.py), so all templates
are gathered here from literals, f-strings and what is added to them. More than is ever shown does
no harm; less leaves a sentence in English.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from itertools import chain, product
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_SHOWN = (
    *("commands", "report", "phantom"),
    *("__main__.py", "cli.py", "console.py", "drawing.py", "network_drawing.py", "launch.py"),
    *("part_names.py", "segments.py", "distributed.py", "synchronised.py", "meeting.py"),
)
"""Folders and modules whose texts stay in the terminal, in files or in reports."""
_NOT_TEXT_CALLS = {
    *("ValueError", "TypeError", "KeyError", "RuntimeError", "AssertionError", "LookupError"),
    *("NotImplementedError", "AttributeError", "StopIteration", "warn", "simplefilter", "compile"),
    *("getattr", "setattr", "hasattr", "get", "pop", "split", "rsplit", "partition", "rpartition"),
    *("startswith", "endswith", "removeprefix", "removesuffix", "encode", "decode", "strftime"),
    *("open", "add_argument", "Literal", "sub", "_altered", "_words", "_part", "Layout", "cast"),
    *("join", "Segmentation", "import_module", "isolated_call", "index", "unpack", "pack"),
}
_JOINTS = {"and", "or", "of", "to", "in", "is", "with", "at", "by", "from"}
"""Words that alone make no template: lists are taken apart where they are read."""
_WITH_ROWS = ("work.py", "model_card.py")
_MOST_WAYS = 8
_TEXT = re.compile(r"[A-Za-z]{2}")
_SENTENCE = re.compile(r"\s[A-Za-z]{2,}|[A-Za-z]{2,}[ ,.:;)]")
_CODE = re.compile(
    r"[<>|^\\~]|^\W*[a-z_]+=|^-|^[./]|%[sd]|^\w+\.\w+$|\}\.[a-z]+(\.[a-z]+)?$|^[\w*./+-]*\*[\w*./+-]*$|ISO_IR"
    r"|^(unsigned|signed|element|property|comment|byte skip|line skip|long long|short int) ?"
    r"|^(space|space directions|space origin|spacings|kinds|endian|encoding|dimension|type|sizes): "
)


@dataclass
class _Place:
    """What is put into a template at run time."""

    expression: ast.expr


_Parts = list["str | _Place"]


@dataclass
class _Module:
    path: Path
    tree: ast.Module
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in ast.walk(self.tree):
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node


def templates() -> list[str]:
    """All of them, each once, in an order that does not change from run to run."""
    shapes: dict[str, str] = {}
    for module in _modules():
        for text in (*_texts(module), *_field_names(module), *_row_titles(module)):
            shapes.setdefault(re.sub(r"\{\w*\}", "{}", text), text)
    for text in _names_of_anatomy():
        shapes.setdefault(text, text)
    return sorted(shapes.values(), key=lambda text: (text.casefold(), text))


def _row_titles(module: _Module) -> Iterator[str]:
    """Of lines that are pairs of a title and a text: words that alone are no sentence."""
    if module.path.name in _WITH_ROWS:
        for node in ast.walk(module.tree):
            match node:
                case ast.Tuple(elts=[ast.Constant(value=str() as title), _]) if re.fullmatch(
                    r"[A-Z][a-z-]+", title
                ):
                    yield title


def _modules() -> Iterator[_Module]:
    paths = [path for path in (ROOT / "unet_core").rglob("*.py") if not _is_hidden(path)]
    for path in sorted(paths) + plain_modules():
        yield _Module(path, ast.parse(path.read_text(encoding="utf-8")))


def plain_modules() -> list[Path]:
    """Modules of the window that speak as the core does: child processes know no language."""
    found = sorted((ROOT / "app").glob("*work.py"))
    found += [ROOT / "app/runs/trash.py", ROOT / "app/viewer/surface_stage.py"]
    return [path for path in found if "app.translation" not in path.read_text(encoding="utf-8")]


def _is_hidden(path: Path) -> bool:
    return bool({*path.relative_to(ROOT).parts} & {*NOT_SHOWN})


def _texts(module: _Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp | ast.IfExp):
            ways = _ways(node)
            if ways is not None and _is_whole(node, module) and _is_shown(node, module):
                for parts in ways:
                    text = _template(parts)
                    if _is_text(text):
                        yield text


def _ways(node: ast.AST) -> list[_Parts] | None:
    """What a piece of source may say: one list of parts for each way its choices can fall."""
    match node:
        case ast.Constant(value=str() as text):
            return [_spelled(text)]
        case ast.JoinedStr(values=values):
            inner: list[list[_Parts]] = []
            for value in values:
                if isinstance(value, ast.FormattedValue):
                    is_plain = value.format_spec is None and value.conversion == -1
                    found = _ways(value.value) if is_plain else None
                    inner.append(found or [[_Place(value.value)]])
                else:
                    inner.append([[value.value]] if isinstance(value, ast.Constant) else [])
            return [list(chain(*choice)) for choice in product(*inner)][:_MOST_WAYS]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            first, second = _ways(left), _ways(right)
            if first is None and second is None:
                return None
            firsts, seconds = first or [[_Place(left)]], second or [[_Place(right)]]
            return [a + b for a in firsts for b in seconds][:_MOST_WAYS]
        case ast.IfExp(body=body, orelse=orelse):
            one, other = _ways(body), _ways(orelse)
            return None if one is None or other is None else one + other
    return None


def _spelled(text: str) -> _Parts:
    """A literal whose ``{places}`` are filled later, by ``format``."""
    pieces: list[str] = re.split(r"\{(\w*)(?:![rs])?(?::[^{}]*)?\}", text)
    parts: _Parts = []
    for number, piece in enumerate(pieces):
        is_place = number % 2
        parts.append(_Place(ast.Name(id=piece or "value")) if is_place else piece)
    return parts


def _is_whole(node: ast.AST, module: _Module) -> bool:
    """Whether it is no part of a larger text that is taken as a whole."""
    while (up := module.parents.get(node)) is not None:
        if isinstance(up, ast.JoinedStr | ast.FormattedValue):
            return False
        if isinstance(up, ast.BinOp | ast.IfExp) and _ways(up) is not None:
            return isinstance(up, ast.IfExp) and node is up.test
        if not isinstance(up, ast.BinOp | ast.IfExp):
            return True
        node = up
    return True


def _is_shown(node: ast.AST, module: _Module) -> bool:
    up = module.parents.get(node)
    if isinstance(up, ast.Expr) or (isinstance(up, ast.Dict) and node in up.keys):
        return False  # docstrings and keys
    call = ""
    while up is not None:
        is_annotation = isinstance(up, ast.AnnAssign | ast.arg) and up.annotation is node
        is_returned = isinstance(up, ast.FunctionDef) and up.returns is node
        if is_annotation and not _is_setting(node):
            return False
        if is_returned or (isinstance(up, ast.Compare | ast.Raise) and not _raises_input(up)):
            return False
        if isinstance(up, ast.Subscript) and up.slice is node and not _is_setting(node):
            return False
        if isinstance(up, ast.Call) and not call:
            call = _name(up.func)
        if isinstance(up, ast.Assign) and _is_dunder(up):
            return False
        node, up = up, module.parents.get(up)
    return call not in _NOT_TEXT_CALLS


def _is_setting(node: ast.AST) -> bool:
    return any(isinstance(one, ast.Call) and _name(one.func) == "Setting" for one in ast.walk(node))


def _raises_input(node: ast.Compare | ast.Raise) -> bool:
    if isinstance(node, ast.Compare):
        return False
    return not (isinstance(node.exc, ast.Call) and _name(node.exc.func) in _NOT_TEXT_CALLS)


def _is_dunder(node: ast.Assign) -> bool:
    return any(isinstance(one, ast.Name) and one.id.startswith("__") for one in node.targets)


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return "?"


def _is_text(text: str) -> bool:
    bare = re.sub(r"\{\w*\}", "", text)
    if not _TEXT.search(bare) or _CODE.search(text):
        return False
    if "{" in text and not set(re.findall(r"[A-Za-z]{2,}", bare)) - _JOINTS:
        return False
    return bool(_SENTENCE.search(bare.strip())) or bool(
        re.search(r"\} [a-z]{3,}|[a-z]{3,} \{", text)
    )


# --- names of places -----------------------------------------------------------------------------


def _template(parts: _Parts) -> str:
    taken: dict[str, str] = {}
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part.replace("{", "").replace("}", "")
            continue
        source = ast.unparse(part.expression)
        name = base = _place_name(part.expression) or "value"
        number = 2
        while taken.get(name, source) != source:
            name, number = f"{base}_{number}", number + 1
        taken[name] = source
        text += f"{{{name}}}"
    return text


def _place_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name.strip("_").lower()
        case ast.Attribute(value=value, attr="name" | "title" | "stem"):
            return _place_name(value) or "name"
        case ast.Attribute(attr=name):
            return name.strip("_").lower()
        case ast.Subscript(value=value):
            return _place_name(value)
        case ast.Call(func=ast.Name(id="len" | "str" | "int" | "round" | "min" | "max"), args=args):
            return _place_name(args[0]) if args else ""
        case ast.Call(func=ast.Attribute(attr="join"), args=args):
            return "list" if args else ""
        case ast.Call(func=function):
            return _name(function).strip("_").lower().replace("?", "")
        case ast.BinOp(left=left, right=right):
            return _place_name(left) or _place_name(right)
    return ""


# --- single words --------------------------------------------------------------------------------


def _field_names(module: _Module) -> Iterator[str]:
    """Names of settings as forms write them."""
    if module.path.name != "config.py":
        return
    from app.forms import readable
    from unet_core.config import ModelConfig, PredictConfig, TrainConfig

    for config in (ModelConfig, TrainConfig, PredictConfig):
        yield from (readable(one.name) for one in fields(config))


def _names_of_anatomy() -> Iterator[str]:
    """What labels are called that the core names itself."""
    tree = ast.parse((ROOT / "unet_core" / "anatomy.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in ("Term", "_part", "_altered"):
            for one in node.args[:1]:
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    yield one.value
