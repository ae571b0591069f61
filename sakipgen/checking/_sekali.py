"""What several rules ask of a dataset is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar

from sakipgen.domain.dataset import Dataset

T = TypeVar("T")


def sekali(tanya: Callable[[Dataset], Iterable[T]]) -> Callable[[Dataset], tuple[T, ...]]:
    """Keeps the answer with the dataset, which never changes: a `cached_property` that lives beside its rule."""
    name = f"{tanya.__module__}.{tanya.__qualname__}"

    @wraps(tanya)
    def answer(dataset: Dataset) -> tuple[T, ...]:
        known: dict[str, tuple[T, ...]] = vars(dataset)
        if name not in known:
            known[name] = tuple(tanya(dataset))
        return known[name]

    return answer
