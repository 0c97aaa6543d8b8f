"""Finds the classes that a package's modules define, so that adding a module is all it takes."""

import importlib
import inspect
import pkgutil
from typing import TypeVar

Base = TypeVar("Base")


def find_classes(package: str, base: type[Base]) -> list[type[Base]]:
    """The concrete children of `base` defined in `package`'s own modules, by module name."""
    path = importlib.import_module(package).__path__
    names = sorted(module.name for module in pkgutil.iter_modules(path))
    modules = [importlib.import_module(f"{package}.{name}") for name in names]
    return [
        member
        for module in modules
        for _, member in inspect.getmembers(module, inspect.isclass)
        if member.__module__ == module.__name__
        and issubclass(member, base)
        and not inspect.isabstract(member)
    ]
