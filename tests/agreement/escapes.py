#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Text from a project stays text in every format. Thousands of nasty texts are put into every place of a document, and
what comes out is read by other people's readers: html5lib (HTML), cmark-gfm (Markdown), csv, ElementTree (SVG). They must
find the same words, and the same elements as for a harmless text."""

import csv
import html
import io
import json
import random
import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ElementTree

import html5lib
from common import finish, programs_argument

HOW_MANY = 1500
FORMULA = "=+-@\t\r＝＋－＠"
PIECES = [
    "word", " ", " ", "a", "<script>alert(1)</script>", "<b>", "</p>", "</td>", "</svg>", "</style>", "<!--", "-->", "]]>", "&amp;",
    "&lt;", "&", "&#60;", "\"", "'", "`", "``", "```", "*", "**", "_", "__", "~", "~~", "#", "# ", "- ", "+ ", "1. ", "2) ", "> ", "=",
    "===", "---", "|", "\\", "\\n", "[x](javascript:alert(1))", "![x](y)", "[x]: y", "http://example.org/", "$x$", ":smile:", "%%{init: {}}%%",
    ";", ",", "=1+1", "+1", "-1", "@SUM(A1)", "\t", "\n", "\n\n", "\r", "\r\n", "\x1b[31m", "\x1b]0;title\x07", "\x07", "\x08", "\x7f",
    "\u0085", "\u009b31m", "\u202e", "\u2066", "\u2028", "\ufeff", "\uffff", "é", "e\u0301", "漢字", "😀", "ﷺ", "\u200b", "    ", "{{x}}", "<?php",
    "<a href=x onclick=y>", "end", "％", "＝1", "-",
]


def nasty_texts():
    dice = random.Random(20240617)
    yield from PIECES
    for _ in range(HOW_MANY):
        yield "".join(dice.choice(PIECES) for _ in range(dice.randint(1, 8)))


def visible(words, keep_newlines=False):
    """The words as a reader may see them: control characters and direction overrides made visible."""
    result = []
    for character in words:
        code = ord(character)
        if character == "\n" and keep_newlines:
            result.append("\n")
        elif character in "\t\n\r":
            result.append(" ")
        elif code < 0x20:
            result.append(chr(0x2400 + code))
        elif code == 0x7F:
            result.append("\u2421")
        elif 0x80 <= code < 0xA0 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or code in (0x2028, 0x2029, 0xFFFE, 0xFFFF):
            result.append("\ufffd")
        else:
            result.append(character)
    return "".join(result)


def squeezed(words):
    """Words without the blanks that no reader of HTML sees."""
    return re.sub(r"[ \n\f]+", " ", words).strip(" ")


def elements_and_words(tree, skip=()):
    """The names of all elements in order, and the words of each place; <br> is a blank, <style> is left out."""
    names, places = [], []

    def walk(node):
        if not isinstance(node.tag, str):
            return ""
        name = node.tag.split("}")[-1]
        if name == "br":
            return "\n" + (node.tail or "")
        if name in skip:
            return node.tail or ""
        names.append(name)
        words = (node.text or "") + "".join(walk(child) for child in node)
        if name in ("title", "desc", "text", "h1", "h2", "p", "li", "th", "td", "caption", "figcaption", "pre"):
            places.append((name, squeezed(words)))
        return words + (node.tail or "")

    walk(tree)
    return names, places


def html_parts(page):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    parser.parse(page)
    # Only what runs from right to left is isolated; for the words it makes no difference.
    plain = re.sub("<bdi>([^<]+)</bdi>", lambda isolated: isolated[1] if runs_from_right(isolated[1]) else isolated[0], page)
    return elements_and_words(parser.parse(plain), skip=("style",))


def runs_from_right(words):
    return unicodedata.bidirectional(words[0]) in ("R", "AL") and unicodedata.bidirectional(words[-1]) in ("R", "AL", "AN", "NSM")


def markdown_parts(page):
    command = ["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough"]
    made = subprocess.run(command, input=page.encode(), capture_output=True, check=True, timeout=60).stdout.decode()
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return elements_and_words(parser.parse(made))


def wrong_in_places(kind, parts, harmless, expected):
    names, places = parts
    if names != harmless[0]:
        yield f"{kind}: other elements than for a harmless text"
        return
    for (name, words), (_, harmless_words) in zip(places, harmless[1]):
        wanted = squeezed(harmless_words.replace("HARMLESS", expected))
        if words != wanted:
            yield f"{kind}: <{name}> reads {words!r}, not {wanted!r}"


def wrong_in_csv(text, words):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    cell = "\t".join(visible(part, keep_newlines=True) for part in words.split("\t"))
    if words.lstrip("'")[:1] in [*FORMULA]:  # a text that would read as a guarded one gets an apostrophe more
        cell = "'" + cell
    if rows != [[cell, "figure"], [cell, "-1"], ["x", cell]]:
        yield f"csv: reads {rows!r}"
    for row in rows:
        for value in row:
            if value and value[0] in FORMULA and value != "-1":
                yield f"csv: a cell starts a formula: {value!r}"


def wrong_in_svg(text, words):
    tree = ElementTree.fromstring(text)
    names, places = elements_and_words(tree)
    if names != ["svg", "title", "desc", "text"]:
        yield f"svg: elements {names}"
    wanted = squeezed(visible(words))
    for name, found in places:
        if found != wanted:
            yield f"svg: <{name}> reads {found!r}, not {wanted!r}"
    if tree[-1].get("data-words") != visible(words):
        yield f"svg: the attribute reads {tree[-1].get('data-words')!r}"


def wrong_in_labels(entry, words):
    if not re.fullmatch(r'(?:[^"\\\n]|\\.)*', entry["dot"]):
        yield f"dot: leaves its quotes: {entry['dot']!r}"
    shown = re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], entry["dot"])
    if html.unescape(shown) != visible(words, keep_newlines=True):
        yield f"dot: reads {shown!r}"
    if re.search(r'["`%\n\\]|<(?!br/>)', entry["mermaid"]):
        yield f"mermaid: leaves its quotes: {entry['mermaid']!r}"
    names = {"quot": '"', "lt": "<", "gt": ">", "amp": "&"}
    shown = re.sub(r"#(\w+);", lambda match: names[match[1]] if match[1] in names else chr(int(match[1])), entry["mermaid"].replace("<br/>", "\n"))
    if shown != visible(words, keep_newlines=True):
        yield f"mermaid: reads {shown!r}"


def wrong_in_text(text):
    for character in text:
        if character != "\n" and unicodedata.category(character) == "Cc" or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
            yield f"text: {character!r} gets to the terminal"


def probe(programs, texts):
    given = b"".join(text.encode() + b"\0" for text in texts)
    run = subprocess.run([str(programs / "render-probe")], input=given, capture_output=True, check=True, timeout=300)
    return json.loads(run.stdout)


def main():
    programs = programs_argument(__doc__).resolve()
    harmless, *entries = probe(programs, ["HARMLESS", *nasty_texts()])
    harmless_html, harmless_markdown = html_parts(harmless["html"]), markdown_parts(harmless["markdown"])
    problems = []
    for entry in entries:
        words = entry["words"]
        seen = visible(words, keep_newlines=True)
        wrong = [*wrong_in_csv(entry["csv"], words), *wrong_in_svg(entry["svg"], words), *wrong_in_labels(entry, words), *wrong_in_text(entry["text"])]
        try:
            wrong += wrong_in_places("html", html_parts(entry["html"]), harmless_html, seen)
        except html5lib.html5parser.ParseError as error:
            wrong.append(f"html: no valid page: {error}")
        if words.strip(" \t\r\n"):
            wrong += wrong_in_places("markdown", markdown_parts(entry["markdown"]), harmless_markdown, seen)
        problems += [(repr(words), message) for message in wrong]
    finish("escapes", problems, len(entries))


main()
