"""Service incidents whose diffs all have the form that `git show` gives them, whoever is to blame."""
import re

from .base import digest
from .service import Service

SHORT = re.compile(r"^@@ (?P<path>[^\s@,+-]\S*) @@$")
HUNK = re.compile(r"^@@ -(?P<line>\d+)\S* \+\S+ @@(?P<rest>.*)$")


class Patched(Service):
    def commit(self, at, message, files, diff, deploy=None, decoy=False, author=None):
        sha = super().commit(at, message, files, diff, deploy, decoy, author)
        self.commits[-1]["diff"] = patch(self.commits[-1]["diff"], sha)
        return sha


def patch(diff, sha):
    hunks = []  # heading lines, number of the first line, what follows the numbers, lines
    heading = []
    for line in diff.split("\n"):
        short, hunk = SHORT.match(line), HUNK.match(line)
        if line.startswith("--- ") or line.startswith("+++ "):
            heading.append(line)
        elif short or hunk:
            path = short and short["path"]
            heading += [f"--- a/{path}", f"+++ b/{path}"] if short else []
            first = int(hunk["line"]) if hunk else int(digest(sha, path, length=4), 16) % 140 + 3
            hunks.append((heading, first, hunk["rest"] if hunk else "", []))
            heading = []
        else:
            hunks[-1][3].append(line)
    text, drift = [], 0
    for heading, first, rest, lines in hunks:
        drift = 0 if heading else drift
        old, new = (sum(not line.startswith(sign) for line in lines) for sign in "+-")
        begin = first + drift if old else max(1, first + drift)
        text += heading + [f"@@ -{first},{old} +{begin},{new} @@{rest}"] + lines
        drift += new - old
    return "\n".join(text)
