# SPDX-License-Identifier: GPL-3.0-or-later
"""Random tables in the dialects that people have, with the cells that Python's csv module (for blanks str.split) reads
in them; writes tables.json.  usage: python3 tables.py > tables.json"""
import csv
import io
import json
import random

random.seed(20261130)
GAPS = ["", "?", "NA", "nan", "NaN", "null", "N/A"]
WORDS = ["setosa", "Iris-virginica", "São Paulo", 'the "best"', "a, b", "x;y", "male", "it's", "d|e"]


def number(decimals):
    value = random.choice([random.randint(-50, 300), round(random.uniform(-20, 20), random.randint(1, 6)), 0])
    return value if decimals else int(value)


def cell_text(cell, separator, comma):
    if cell is None:
        gaps = [g for g in GAPS if g] if separator == " " else GAPS
        return random.choice(gaps)
    if isinstance(cell, str):
        return cell
    text = repr(cell)
    return text.replace(".", ",") if comma else text


def table(index):
    separator = [",", ";", "\t", "|", " "][index % 5]
    comma = separator != "," and index % 3 == 0
    header, trailing = index % 2 == 0, index % 7 == 3 and separator != " "
    end = ["\n", "\r\n", "\r"][index % 4 % 3]
    columns, rows = random.randint(2, 7), random.randint(5, 14)
    words = WORDS if separator != " " else ["setosa", "virginica", "Rio"]
    names = [random.choice(["len", "breit", "höhe", "c d", "e"]) + str(i) for i in range(columns)] if header else []
    if separator == " ":
        names = [name.replace(" ", "_") for name in names]
    cells = [[number(True) for _ in range(columns - 1)] + [random.choice(words)] for _ in range(rows)]
    for row in cells[1:]:
        if random.random() < 0.2:
            row[random.randrange(columns - 1)] = None
    lines = []
    for row in ([names] if header else []) + cells:
        texts = [cell_text(cell, separator, comma) for cell in row]
        if separator == " ":
            lines.append(random.choice(["", " ", "\t"]) + random.choice([" ", "  ", "\t", "\t\t"]).join(texts) + end)
            continue
        out = io.StringIO()
        quoting = random.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]) if row is not names else 0
        csv.writer(out, delimiter=separator, quoting=quoting, lineterminator="").writerow(texts)
        lines.append(out.getvalue() + (separator if trailing else "") + end)
    text = ("\ufeff" if index % 6 == 5 else "") + "".join(lines)
    read = [line.split() for line in lines] if separator == " " else list(
        csv.reader(io.StringIO("".join(lines), newline=""), delimiter=separator))
    for written, row in zip(([names] if header else []) + cells, read):
        for cell, back in zip(written, row):
            assert cell is None or (back == cell if isinstance(cell, str) else float(back.replace(",", ".")) == cell)
    return {"text": text, "names": names, "cells": cells}


print(json.dumps({"tables": [table(i) for i in range(60)]}, ensure_ascii=True, indent=None))
