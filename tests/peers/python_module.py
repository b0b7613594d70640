#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""resources/python/deltascope.py: its arrays are what the program prints, its figures show themselves, and its errors are
the program's own sentences. In a real kernel of Jupyter where jupyter-nbconvert and python3-ipykernel are installed.

python_module.py DELTASCOPE_CLI   ends with 0 where all agree, 1 where not.
"""
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

MODULE = pathlib.Path(__file__).resolve().parents[2] / "resources" / "python"
sys.path.insert(0, str(MODULE))
import deltascope  # pylint: disable=wrong-import-position


def notebook(cli, folder):
    """A figure in a kernel: what the cell gives is a picture."""
    source = f"import sys\nsys.path.insert(0, {str(MODULE)!r})\nimport deltascope\ndeltascope.program = {cli!r}\n" \
             "deltascope.figure('factors', preset='explosion')"
    path = pathlib.Path(folder) / "figure.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "source": source, "execution_count": None, "outputs": []}],
                                "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}}, "nbformat": 4, "nbformat_minor": 5}))
    subprocess.run(["jupyter-nbconvert", "--to", "notebook", "--execute", "--inplace", path], check=True, capture_output=True)
    data = json.loads(path.read_text())["cells"][0]["outputs"][0]["data"]
    assert "image/svg+xml" in data and "image/png" in data, list(data)


def refused(folder):
    """What a person may type wrong is the program's sentence, or a TypeError or ValueError that says what is wanted."""
    long = [{"layer": layer, "weight": 1.5} for layer in range(1, 10001)]
    for wrong, kind, words in (
            (lambda: deltascope.evaluate(data=f"{folder}/none.csv"), deltascope.Error, "No such file or directory"),
            (lambda: deltascope.evaluate(data="nosuch.csv"), deltascope.Error, "No such file or directory"),
            (lambda: deltascope.evaluate(depth=10000, layers=long), ValueError, "too long for a command line"),
            (lambda: deltascope.evaluate(formula="z\0"), ValueError, "null character"),
            (lambda: deltascope.evaluate(network=3), TypeError, "the name of a file, not 3"),
            (lambda: deltascope.evaluate(layers=[object()]), TypeError, "cannot be a value of a parameter"),
            (lambda: deltascope.figure("factors", view="layer=2"), TypeError, "view is a dict"),
            (lambda: deltascope.figure("factors", pins=3), TypeError, "pins is a list"),
            (lambda: deltascope.figure("--help"), TypeError, "named by its id"),
            (lambda: deltascope.map("product", "weight=1:2"), TypeError, "over is a dict")):
        try:
            wrong()
        except kind as error:
            assert words in str(error), error
        else:
            raise AssertionError(words)
    plain = deltascope.evaluate()["json"]["scenario"]
    assert deltascope.evaluate(data=None, network=None, preset=None, weight=None)["json"]["scenario"] == plain
    pin = pathlib.Path(folder) / "pin.deltascope"
    pin.write_text('{"format": "deltascope", "schema": 2, "weight": 3}')
    assert deltascope.figure("factors", pins=str(pin))._repr_svg_()


def main(cli):
    deltascope.program = cli
    chain = {"depth": 5, "weight": 100, "initializer": "balanced"}
    found = deltascope.evaluate(**chain)
    # Each factor is w σ'(0) = 100/4: learning speeds fall by log10 25 from layer to layer.
    speeds = list(found["bias_speed"])
    assert all(abs(a - b - math.log10(25)) < 1e-12 for a, b in zip(speeds, speeds[1:])), speeds
    assert list(found["layer"]) == [1, 2, 3, 4, 5] and found["json"]["scenario"]["depth"] == 5
    assert list(deltascope.evaluate(weight=0, depth=3)["bias_speed"])[0] == float("-inf"), "exactly 0"
    course = deltascope.train(epochs=4, data="xor", inputs=2, outputs=1, width=3, initializer="he_normal", examples=4)
    assert list(course["epoch"]) == [0, 1, 2, 3] and len(course["speed"]) == 4 and len(course["speed"][0]) == 4
    trained = deltascope.evaluate(step=2, epochs=4, data="xor", inputs=2, outputs=1, width=3, initializer="he_normal", examples=4)
    assert abs(trained["bias_speed"][0] - math.log10(course["speed"][0][2])) < 1e-9
    own = deltascope.evaluate(layers=[{"layer": 2, "weight": 3}], tied=False)
    assert own["json"]["scenario"]["layers"] == [{"layer": 2, "weight": 3}]
    cells = deltascope.map("product", {"weight": "1:2:3"})
    assert len(cells["cells"][0]) == 3, cells
    with tempfile.TemporaryDirectory() as folder:
        figure = deltascope.figure("factors", preset="explosion", view={"layer": 2}, title=False)
        assert figure._repr_svg_().lstrip().startswith("<?xml") and figure._repr_png_().startswith(b"\x89PNG")
        figure.save(f"{folder}/factors.pdf")
        assert pathlib.Path(f"{folder}/factors.pdf").read_bytes().startswith(b"%PDF")
        for wrong, sentence in ((lambda: deltascope.evaluate(depht=3), "There is no parameter “depht”; did you mean “depth”?"),
                                (lambda: deltascope.evaluate(network=f"{folder}/none.npz"), "No such file or directory")):
            try:
                wrong()
            except deltascope.Error as error:
                assert sentence in str(error) and error.code in (2, 3), error
            else:
                raise AssertionError(sentence)
        table = pathlib.Path(folder) / "own.csv"
        table.write_text("a,b,kind\n" + "".join(f"{i},{i * i},{'even' if i % 2 == 0 else 'odd'}\n" for i in range(12)))
        scenario = deltascope.evaluate(data=str(table))["json"]["scenario"]
        assert (scenario["data"], scenario["inputs"], scenario["examples"]) == ("csv", 2, 12), scenario
        refused(folder)
        if shutil.which("jupyter-nbconvert"):
            notebook(cli, folder)
    print("the module says what the program says")


main(sys.argv[1])
