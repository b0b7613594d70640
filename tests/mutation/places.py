# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds a pattern inside a named piece of C++: in whatever file, namespace, indentation and qualification it stands.

A piece is a function, a record such as `const Activation relu{…}`, a constant, or a member that is declared in a class.
Its name is `Class::name` or `name`; namespaces do not belong to it. A file is read as tokens: space, comments and the
preprocessor's lines are left out, and a namespace before a name (`network::Network`) is kept beside the token.
"""
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

# what stands before a name is a namespace if it is in lower case; what comes of std is one token
TOKEN = re.compile(r"""
    (?P<skip> \s+ | //[^\n]* | /\*.*?\*/ | (?<![^\n])[ \t]*\#(?:\\\n|[^\n])* )
  | (?P<text> (?:u8|[uUL])?R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"
      | (?:u8|[uUL])?"(?:\\.|[^"\\])*"
      | (?:u8|[uUL])?'(?:\\.|[^'\\])+'
      | (?:0[xX][\da-fA-F'.]+(?:[pP][+-]?\d+)?|\.?\d[\d'.]*(?:[eE][+-]?\d+)?)\w*
      | (?:::)?std(?:::[a-z]\w*)+
      | (?P<namespaces>(?:(?<![\w>])::)?(?:(?!std\b)[a-z]\w*::)*) (?P<name>[A-Za-z_]\w*)
      | <<=|>>=|<=>|\.\.\.|->\*?|::|\+\+|--|<<|[-+*/%^&|<>=!]=|&&|\|\||\S )
""", re.VERBOSE | re.DOTALL)
NO_NAMES = {"alignas", "decltype", "explicit", "noexcept", "requires", "__attribute__"}
CLASSES = {"class", "struct", "union"}
PAIRS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True)
class Token:
    text: str  # without its namespaces
    namespaces: str
    begin: int
    end: int

    def is_name(self):
        return self.text[0].isalpha() or self.text[0] == "_"


@cache
def tokens_of(text):
    tokens, position = [], 0
    while position < len(text):
        found = TOKEN.match(text, position)
        if not found["skip"]:
            tokens.append(Token(found["name"] or found["text"], found["namespaces"] or "", position, found.end()))
        position = found.end()
    return tokens


@dataclass(frozen=True)
class Piece:
    name: str
    first: int  # its tokens
    last: int


class Scanner:
    """Reads declarations at the level of namespaces and classes, and steps over what their braces hold."""

    def __init__(self, tokens):
        self.tokens, self.pieces = tokens, []
        self.closing = {}
        opened = []
        for place, token in enumerate(tokens):
            if token.text in PAIRS:
                opened.append(place)
            elif token.text in PAIRS.values():
                if not opened or PAIRS[tokens[opened[-1]].text] != token.text:
                    raise ValueError(f"a “{token.text}” that closes nothing")
                self.closing[opened.pop()] = place
        if opened:
            raise ValueError(f"a “{tokens[opened[-1]].text}” that nothing closes")
        self.read(0, len(tokens), "")

    def read(self, place, end, scope):
        while place < end:
            if self.tokens[place].text in ("public", "private", "protected") and self.tokens[place + 1].text == ":":
                place += 2
            else:
                place = self.declaration(place, end, scope) + 1

    def declaration(self, first, end, scope):
        """Returns where it ends: at its `;`, or at the brace that closes a body."""
        head = []  # places of the tokens outside of brackets; a bracket stands for all that it holds
        place = self.after_template(first)
        while place < end:
            text = self.tokens[place].text
            words = {self.tokens[i].text for i in head}
            if text == ";":
                break
            if text == "{":
                if "namespace" in words or words == {"extern", '"C"'}:
                    self.read(place + 1, self.closing[place], scope)
                    return self.closing[place]
                if words & CLASSES and not words & {"=", "enum"} and self.parameters(head) is None:
                    self.read(place + 1, self.closing[place], scope + self.class_name(head))
                    place = self.closing[place] + 1
                    head = []
                    continue
                if self.is_body(head):
                    self.keep(scope, head, first, self.closing[place])
                    return self.closing[place]
            head.append(place)
            place = self.closing.get(place, place) + 1
        self.keep(scope, head, first, min(place, end - 1))
        return place

    def after_template(self, place):
        while self.tokens[place].text == "template" and self.tokens[place + 1].text == "<":
            depth, place = 0, place + 1
            while True:
                text = self.tokens[place].text
                depth += {"<": 1, ">": -1, ">=": -1}.get(text, 0)
                place = self.closing.get(place, place) + 1
                if depth == 0:
                    break
        return place

    def class_name(self, head):
        names = [place for place in head if self.tokens[place].is_name()]
        at = next(i for i, place in enumerate(names) if self.tokens[place].text in CLASSES) + 1
        while at < len(names) and self.tokens[names[at]].text in NO_NAMES:
            at += 1
        return self.qualified(head, head.index(names[at])) + "::" if at < len(names) else ""

    def qualified(self, head, at):
        """The name that begins at head[at], with the classes after it: `Network` `::` `weights`."""
        name = self.tokens[head[at]].text
        while at + 2 < len(head) and self.tokens[head[at + 1]].text == "::" and self.tokens[head[at + 2]].is_name():
            at += 2
            name += "::" + self.tokens[head[at]].text
        return name

    def parameters(self, head):
        """The place in `head` of the bracket that holds a function's parameters, or None."""
        inside, operator = 0, None  # of how many template brackets; the place of the word
        for at, place in enumerate(head):
            text = self.tokens[place].text
            if text == "operator":
                operator = at
            elif operator is not None:
                if text == "(" and at > operator + 1:  # of operator()(…) the second
                    return at
            elif text == "=":
                return None
            elif text in ("<", ">"):
                inside += 1 if text == "<" else -1
            elif text == "(" and at and not inside:  # not those of std::function<void(int)>
                before = self.tokens[head[at - 1]]
                if before.is_name() and before.text not in NO_NAMES:
                    return at
        return None

    def is_body(self, head):
        at = self.parameters(head)
        if at is None:
            return False
        initializers = ":" in {self.tokens[place].text for place in head[at:]}
        before = self.tokens[head[-1]]
        return not initializers or not (before.is_name() or before.text == ">")  # m_member{…}, Base<T>{…}

    def keep(self, scope, head, first, last):
        at = self.parameters(head)
        texts = [self.tokens[place].text for place in head]
        if at is not None and "operator" in texts[:at]:
            begin = texts.index("operator")
            name = "operator" + "".join(texts[begin + 1:at]).replace("(", "()")
        else:
            if at is None:
                at = next((i for i, text in enumerate(texts) if text in ("=", "{")), len(head))
            names = [i for i in range(at) if self.tokens[head[i]].is_name()]
            if not names:
                return
            begin = names[-1]
            name = texts[begin]
        while begin >= 2 and texts[begin - 1] == "::" and self.tokens[head[begin - 2]].is_name():
            begin -= 2
            name = texts[begin] + "::" + name
        self.pieces.append(Piece(scope + name, first, last))


@cache
def pieces_of(text):
    return Scanner(tokens_of(text)).pieces


@dataclass(frozen=True)
class Place:
    begin: int
    end: int
    matched: tuple  # tokens


def find(text, name, pattern):
    """The places where the pattern stands in a piece of that name."""
    wanted = [token.text for token in tokens_of(pattern)]
    tokens = tokens_of(text)
    places = []
    for piece in pieces_of(text):
        if piece.name != name and not piece.name.endswith("::" + name):
            continue
        for first in range(piece.first, piece.last + 2 - len(wanted)):
            if tokens[first].text == wanted[0] and all(
                    token.text == one for token, one in zip(tokens[first:first + len(wanted)], wanted)):
                matched = tuple(tokens[first:first + len(wanted)])
                places.append(Place(matched[0].begin, matched[-1].end, matched))
    return places


def replaced(text, place, old, new):
    """The text with `new` at that place; names keep the namespaces that they have there."""
    known = {}
    tokens = tokens_of(text)
    for before, token in zip(tokens, tokens[1:]):
        if token.is_name() and before.text not in (".", "->", "::"):
            known.setdefault(token.text, set()).add(token.namespaces)
    fresh = tokens_of(new)
    namespaces = []
    for before, token in zip([None, *fresh], fresh):
        member = before and before.text in (".", "->", "::")
        namespaces.append(token.namespaces or ("" if member else min(known.get(token.text, {""}))))
    same = SequenceMatcher(None, [token.text for token in tokens_of(old)], [token.text for token in fresh], False)
    for block in same.get_matching_blocks():
        for i in range(block.size):
            namespaces[block.b + i] = place.matched[block.a + i].namespaces
    result, position = [], 0
    for token, own in zip(fresh, namespaces):
        result += [new[position:token.begin], own, token.text]
        position = token.end
    return text[:place.begin] + "".join(result) + new[position:] + text[place.end:]
