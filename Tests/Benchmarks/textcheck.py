"""Whether a PDF gives every word of its CSV files back, in NFC, with all fonts embedded as subsets."""
import collections
import csv
import re
import subprocess
import unicodedata

COLUMNS = {"paras": (1, 2, 3), "orgs": (0, 1, 2, 3, 4, 5), "levels": (0, 1, 2), "meta": (0, 1, 2, 3, 8)}


GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")


def plain(words):
    """Thousands are printed in groups (1.234): the same number as 1234 of the data."""
    return collections.Counter(word.replace(".", "") if GROUPED.fullmatch(word) else word for word in words)


def expected(data):
    words = collections.Counter()
    for name, columns in COLUMNS.items():
        with open(data / f"{name}.csv", encoding="utf-8", newline="") as file:
            for row in list(csv.reader(file))[1:]:
                for column in columns:
                    words.update(row[column].split())
    return plain(words.elements())


def problems(data, pdf):
    """What is wrong with the text of `pdf`; nothing, most of the time."""
    # Two ways of reading: without -layout pdftotext takes a dash at the end of a line for a hyphen and drops it, with it it joins words of
    # neighbouring cells that stand near each other on its grid of characters. A word is missing when neither finds it.
    texts = [subprocess.run(["pdftotext", *mode, pdf, "-"], capture_output=True, check=True).stdout.decode("utf-8")
             for mode in (["-layout"], [])]
    found = []
    if any(unicodedata.normalize("NFC", text) != text for text in texts):
        found.append("not NFC")
    missing = expected(data) - (plain(texts[0].split()) | plain(texts[1].split()))
    if missing:
        found.append(f"{sum(missing.values())} words missing: {list(missing)[:5]}")
    fonts = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    if not fonts or any(line.split()[-5:-3] != ["yes", "yes"] for line in fonts):
        found.append("a font is not an embedded subset")
    return found
