# SPDX-License-Identifier: GPL-3.0-or-later
"""Deltascope from Python: a thin module over deltascope-cli, which computes everything.

    import deltascope
    found = deltascope.evaluate(depth=20, weight=100, initializer="balanced")
    found["bias_speed"]                     # log10 of every layer's learning speed, an array
    deltascope.figure("factors", preset="explosion")    # shows itself in a notebook

Keywords are the parameters of `deltascope-cli list parameters`; beside them preset, scenario (a file), data and network
(files of yours) start somewhere else; None is as good as not given. An error of the program is a deltascope.Error with the
program's own sentence; what cannot be handed to it at all is a TypeError or ValueError. NumPy is used where it is there;
else arrays are lists.
"""
import collections.abc
import errno
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import numpy
except ImportError:
    numpy = None

__all__ = ["Error", "Figure", "evaluate", "figure", "train", "map"]

#: The program: set it where it is not on the path.
program = os.environ.get("DELTASCOPE_CLI", "deltascope-cli")

_SOURCES = ("preset", "scenario", "data", "network")


class Error(RuntimeError):
    """What the program says; `code` is its exit code."""

    def __init__(self, sentence, code):
        super().__init__(sentence)
        self.code = code


def _run(command, *arguments):
    if not isinstance(program, (str, os.PathLike)):
        raise TypeError(f"deltascope.program is the name of a file, not {program!r}.")
    if shutil.which(program) is None:
        raise Error(f"{program} is not installed, or not on the path: set deltascope.program.", 127)
    words = [os.fspath(program), command, *(str(each) for each in arguments)]
    for word in words:
        if "\0" in word:
            raise ValueError(f"a null character can be in no argument, as it is behind {word.partition(chr(0))[0][-60:]!r}.")
    try:
        done = subprocess.run(words, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    except OSError as error:
        if error.errno == errno.E2BIG:
            raise ValueError("The settings are too long for a command line: write them into a .deltascope file (JSON), and "
                             "give that as scenario=FILE.") from None
        raise Error(f"{program} cannot be started: {error.strerror}.", 126) from None
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip() or f"{program} ended by signal {-done.returncode}."
        raise Error(said, done.returncode)
    sys.stderr.write(done.stderr.decode(errors="replace"))  # what is to be known, as that other data stand in
    return done.stdout


def _typed(value):
    if hasattr(value, "tolist"):  # NumPy's
        value = value.tolist()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, default=_plain)
    return str(value)


def _plain(value):
    """What json cannot write, of what stands in lists and dicts."""
    if hasattr(value, "tolist"):
        return value.tolist()
    raise TypeError(f"{value!r} cannot be a value of a parameter: numbers, text, lists and dicts can.")


def _is_path(value):
    """Whether `data` is meant as a file or folder of yours: it is a parameter too, by its ids, which are words alone."""
    return isinstance(value, os.PathLike) or (isinstance(value, str) and (os.path.exists(value) or not value.isidentifier()))


def _pairs(name, given, example):
    if not isinstance(given, collections.abc.Mapping):
        raise TypeError(f"{name} is a dict, as {example}, not {given!r}.")
    return given.items()


def _source(settings):
    """--preset, --scenario … and --set of the rest."""
    settings = {key: value for key, value in settings.items() if value is not None}
    arguments = []
    for name in _SOURCES:
        if name not in settings or (name == "data" and not _is_path(settings[name])):
            continue
        if not isinstance(settings[name], (str, os.PathLike)):
            raise TypeError(f"{name} is the name of a {'preset' if name == 'preset' else 'file'}, not {settings[name]!r}.")
        arguments.append(f"--{name}={os.fspath(settings[name])}")
    if any(each.startswith("--data=") for each in arguments):
        # The file says which data are meant, for the keyword is taken: a table, or pictures where nothing else is said.
        file = os.fspath(settings["data"])
        pictures = os.path.isdir(file) or file.endswith(".npz")
        arguments += [] if pictures and ("preset" in settings or "scenario" in settings) else [
            "--set=data=mnist" if pictures else "--set=data=csv"]
        settings.pop("data")
    return arguments + [f"--set={key}={_typed(value)}" for key, value in settings.items()
                        if key not in ("preset", "scenario", "network")]


def _array(values):
    return list(values) if numpy is None else numpy.array([numpy.nan if each is None else each for each in values], dtype=float)


def evaluate(*, step=None, seeds=None, theory=False, spectrum=False, **settings):
    """Numbers of every layer: z, a and derivative (means), bias_speed, weight_speed and factor (log10, −inf for exactly
    0), in arrays of one entry a layer; cost; and all that the program prints under "json"."""
    arguments = _source(settings) + ["--format=json"]
    arguments += [f"--step={step}"] if step is not None else []
    arguments += [f"--seeds={seeds}"] if seeds is not None else []
    arguments += ["--theory"] if theory else []
    arguments += ["--spectrum"] if spectrum else []
    found = json.loads(_run("evaluate", *arguments))
    layers = found["layers"]

    def size(layer, name):
        if name not in layer:
            return None
        return layer[name]["log10"] if layer[name]["sign"] else float("-inf")

    result = {"cost": found["cost"], "layer": _array(layer["layer"] for layer in layers), "json": found}
    for name in ("z", "a", "derivative"):
        result[name] = _array(layer[name]["mean"] for layer in layers)
    for name in ("bias_speed", "weight_speed", "factor"):
        if name in layers[0]:
            result[name] = _array(size(layer, name) for layer in layers)
    return result


def train(*, epochs=None, **settings):
    """The course of a training: epoch, cost, accuracy, test_accuracy in arrays of one entry an epoch, and speed, a list
    of such arrays, one a layer."""
    arguments = _source(settings) + ["--format=csv"] + ([f"--epochs={epochs}"] if epochs is not None else [])
    lines = _run("train", *arguments).decode().splitlines()
    names = lines[0].split(",")
    columns = list(zip(*(line.split(",") for line in lines[1:])))
    arrays = {name: _array(float(cell) if cell else None for cell in column) for name, column in zip(names, columns)}
    speeds = [arrays.pop(name) for name in names if name.startswith("speed_")]
    return {**arrays, "speed": speeds}


def map(of, over, *, seeds=None, statistic=None, **settings):  # pylint: disable=redefined-builtin
    """A measure over one or two parameters: map("product", {"weight": "0:12:40", "bias": "-6:6"}). The cells are what
    `deltascope-cli map --out map.json` writes."""
    arguments = [f"--of={of}"] + [f"--over={key}={span}" for key, span in _pairs("over", over, '{"weight": "0:12:40"}')] + _source(settings)
    arguments += [f"--seeds={seeds}"] if seeds is not None else []
    arguments += [f"--statistic={statistic}"] if statistic is not None else []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "map.json"
        _run("map", *arguments, f"--out={path}")
        return json.loads(path.read_text(encoding="utf-8"))


class Figure:
    """A figure as files. It shows itself in a notebook; save() writes any format that the program has."""

    def __init__(self, arguments):
        self._arguments = arguments
        self.svg = self._bytes(".svg").decode()

    def _bytes(self, suffix):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / ("figure" + suffix)
            self.save(path)
            return path.read_bytes()

    def save(self, path):
        _run("figure", *self._arguments, f"--out={path}")

    def _repr_svg_(self):
        return self.svg

    def _repr_png_(self):
        return self._bytes(".png")


def figure(kind, *, view=None, pins=(), run=None, size=None, theme=None, lang=None, title=True, **settings):
    """A figure by its id (`deltascope-cli list figures`). `view` sets what is asked and how it is looked at, `run` is a
    training that train --format json, or the recorder, has written."""
    if not isinstance(kind, str) or kind.startswith("-"):
        raise TypeError(f"a figure is named by its id, as \"factors\", not by {kind!r}.")
    pins = [pins] if isinstance(pins, (str, os.PathLike)) else pins or ()
    if not isinstance(pins, collections.abc.Iterable):
        raise TypeError(f"pins is a list of the names of files, not {pins!r}.")
    arguments = [kind] + _source(settings) + [
        f"--view={key}={_typed(value)}" for key, value in _pairs("view", view or {}, '{"layer": 2}')]
    arguments += [f"--pin={os.fspath(pin)}" for pin in pins]
    for name, value in (("run", run), ("size", size), ("theme", theme), ("lang", lang)):
        arguments += [f"--{name}={value}"] if value is not None else []
    return Figure(arguments + ([] if title else ["--no-title"]))
