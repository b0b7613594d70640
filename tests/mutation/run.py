#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks the engine on purpose, one mutant of mutants.txt after the other, and sees whether core_tests notices.

    python3 tests/mutation/run.py [ID]...      builds in build/mutation; 1 if a mutant survived or does not compile
    python3 tests/mutation/run.py --check      only: each old text stands exactly once
    python3 tests/mutation/run.py --markdown   prints the summary as a Markdown table, too

An entry of mutants.txt is a paragraph of `key: text` lines: id, in, what, tests (a gtest filter; none: all tests), old,
new. A text of several lines repeats its key. `in` names a function (or a record, or a constant) of core/ or app/, with
its class if it has one. `old` must stand exactly once in what has that name, in whatever file: space, comments and
namespaces before names make no difference, so that moved, formatted or qualified code keeps its mutants (places.py).
"""
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import places

TOP = Path(__file__).resolve().parents[2]
HOME = TOP / "build" / "mutation"
TREE, BUILD = HOME / "tree", HOME / "build"
KEYS = ("id", "in", "what", "tests", "old", "new")
TIMEOUT = 300


def read_mutants():
    mutants = []
    for paragraph in re.split(r"\n\s*\n", (TOP / "tests/mutation/mutants.txt").read_text()):
        mutant = {}
        for line in paragraph.splitlines():
            if not line or line.startswith("#"):
                continue
            key, colon, text = line.partition(":")
            if not colon or key not in KEYS:
                sys.exit(f"mutants.txt: not a line of an entry: {line}")
            text = text.removeprefix(" ")
            mutant[key] = f"{mutant[key]}\n{text}" if key in mutant else text
        if mutant:
            missing = [key for key in KEYS if key not in mutant and key != "tests"]
            if missing:
                sys.exit(f"mutants.txt: {mutant.get('id', paragraph)}: without {', '.join(missing)}")
            mutants.append(mutant)
    return mutants


@cache
def sources():
    """(path from the top, text, words) of everything that can be broken."""
    paths = sorted(path for folder in ("core", "app") for path in (TOP / folder).rglob("*")
                   if path.suffix in (".h", ".cpp"))
    texts = [(str(path.relative_to(TOP)), path.read_text()) for path in paths]
    return [(path, text, set(re.findall(r"\w+", text))) for path, text in texts]


def locate(mutant):
    """Finds the file and what it then holds; returns what is wrong, or None."""
    tokens = [token.text for token in places.tokens_of(mutant["in"].split("::")[-1] + " " + mutant["old"])]
    words = set(re.findall(r"(?<![\w.'])[A-Za-z_]\w*", " ".join(tokens)))  # without them there is no need to look
    found = []
    for path, text, known in sources():
        if not words <= known:
            continue
        standing = places.find(text, mutant["in"], mutant["old"])
        found += [(path, text, place) for place in standing]
    if len(found) != 1:
        files = " (" + ", ".join(path for path, _, _ in found) + ")" if found else ""
        return f"its old text stands {len(found)} times in what is named {mutant['in']}, not once{files}"
    path, text, place = found[0]
    mutant["file"], mutant["text"] = path, places.replaced(text, place, mutant["old"], mutant["new"])
    return f"{path}: old and new are the same" if mutant["text"] == text else None


def check(mutants):
    ids = [mutant["id"] for mutant in mutants]
    faults = [f"{name}: the id is there twice" for name in sorted(set(ids)) if ids.count(name) > 1]
    faults += [f"{mutant['id']}: {fault}" for mutant in mutants if (fault := locate(mutant))]
    if faults:
        sys.exit("\n".join(faults))
    mutants.sort(key=lambda mutant: mutant["file"])  # those of one file together: less is built anew


def copy_tree():
    """The tree as it stands, uncommitted edits too; what is unchanged is not touched, so that it is not built anew."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=TOP, check=True, text=True,
                            capture_output=True).stdout.split("\n")
    names = {name for name in listed if name and (TOP / name).is_file()}
    for path in TREE.rglob("*"):
        if path.is_file() and str(path.relative_to(TREE)) not in names:
            path.unlink()
    for name in names:
        source, target = TOP / name, TREE / name
        if not target.is_file() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def build():
    return subprocess.run(["cmake", "--build", str(BUILD), "--target", "core_tests"], text=True,
                          capture_output=True)


def test(binary, tests):
    """(outcome, text): passed, failed or timeout, and the first test that failed."""
    command = [str(binary), "--gtest_fail_fast", f"--gtest_filter={tests or '*'}"]
    try:
        run = subprocess.run(command, cwd=HOME, text=True, errors="replace", capture_output=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return "failed", f"(no end within {TIMEOUT} s)"
    if run.returncode == 0:
        return "passed", "(its filter matches no test)" if "Running 0 tests" in run.stdout else ""
    failed = re.search(r"\[  FAILED  \] (\S+?)[, (\n]", run.stdout)
    begun = re.findall(r"\[ RUN      \] (\S+)", run.stdout)
    return "failed", failed[1] if failed else f"{begun[-1] if begun else 'nothing'}, which crashes"


def judge(mutant, binary):
    outcome, text = test(binary, mutant.get("tests", ""))
    binary.unlink()
    mutant["result"] = f"caught by {text}" if outcome == "failed" else f"SURVIVED {text}".strip()
    print(f"{mutant['id']}: {mutant['result']}", flush=True)


def main():
    options = [argument for argument in sys.argv[1:] if argument.startswith("--")]
    wanted = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    unknown = [option for option in options if option not in ("--check", "--markdown")]
    mutants = read_mutants()
    unknown += [name for name in wanted if name not in {mutant["id"] for mutant in mutants}]
    if unknown:
        sys.exit(f"run.py: unknown: {' '.join(unknown)}")
    check(mutants)
    if "--check" in options:
        print(f"{len(mutants)} mutants, each old text stands exactly once")
        return 0
    if wanted:
        mutants = [mutant for mutant in mutants if mutant["id"] in wanted]

    copy_tree()
    subprocess.run(["cmake", "-S", str(TREE), "-B", str(BUILD), "-G", "Ninja", "-DDELTASCOPE_GUI=OFF",
                    "-DBUILD_TESTING=ON", "-DCMAKE_BUILD_TYPE=None", "-DCMAKE_CXX_FLAGS=-O1 -w"], check=True,
                   stdout=subprocess.DEVNULL)
    built = build()
    if built.returncode:
        sys.exit(built.stdout[-4000:])
    program = BUILD / "tests" / "core_tests"
    whole = any(not mutant.get("tests") for mutant in mutants)
    outcome, text = test(program, "" if whole else ":".join({mutant["tests"] for mutant in mutants}))
    if outcome != "passed":
        sys.exit(f"the tests fail without a mutant: {text}")
    print(f"without a mutant: passed; {len(mutants)} mutants", flush=True)

    with ThreadPoolExecutor(1) as tester:  # while one is tested, the next is built
        judged = []
        for number, mutant in enumerate(mutants):
            path = TREE / mutant["file"]
            original = path.read_text()
            path.write_text(mutant["text"])
            try:
                compiled = build().returncode == 0
            finally:
                path.write_text(original)
            if compiled:
                binary = HOME / f"core_tests_{number}"
                shutil.copy(program, binary)
                judged.append(tester.submit(judge, mutant, binary))
            else:
                mutant["result"] = "DOES NOT COMPILE"
                print(f"{mutant['id']}: {mutant['result']}", flush=True)
        for result in judged:
            result.result()

    width = max(len(mutant["id"]) for mutant in mutants)
    print()
    for mutant in mutants:
        print(f"{mutant['id']:{width}}  {mutant['file']:40}  {mutant['result']}")
    if "--markdown" in options:
        print("\n| mutant | file | what is broken | caught by |\n|---|---|---|---|")
        for mutant in mutants:
            print(f"| {mutant['id']} | {mutant['file'].removeprefix('core/')} | {mutant['what']} | "
                  f"{mutant['result'].removeprefix('caught by ')} |")
    caught = sum(mutant["result"].startswith("caught") for mutant in mutants)
    print(f"\n{caught} of {len(mutants)} caught")
    return 0 if caught == len(mutants) else 1


if __name__ == "__main__":
    sys.exit(main())
