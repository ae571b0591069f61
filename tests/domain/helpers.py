"""How a type refuses a value, in its own words."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError


def refusal(kind: TypeAdapter[Any], value: object) -> str:
    """The code and message with which a type refuses a value."""
    with pytest.raises(ValidationError) as caught:
        kind.validate_python(value)
    (error,) = caught.value.errors()
    return f"{error['type']} {error['msg']}"
