#!/usr/bin/env python3
"""Writes the frozen incidents of eval/cases. Usage: make_cases.py [SUITE-NUMBER ...]; without names, all of them."""
import importlib
import pkgutil
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
import making  # noqa: E402


def registered():
    cases = {}
    for module in pkgutil.iter_modules(making.__path__):
        for name, make in getattr(importlib.import_module(f"making.{module.name}"), "CASES", {}).items():
            if name in cases:
                raise SystemExit(f"{name} is written twice")
            cases[name] = make
    return dict(sorted(cases.items()))


def main(names):
    root = Path(__file__).parent / "cases"
    for name, make in registered().items():
        if not names or name in names:
            make(name).write(root)


if __name__ == "__main__":
    main(sys.argv[1:])
