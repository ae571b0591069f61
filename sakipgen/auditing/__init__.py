"""Verifies again what became official, before it is published."""

from sakipgen.auditing.hasil import Audit as Audit
from sakipgen.auditing.hasil import Langkah as Langkah
from sakipgen.auditing.pemeriksa import audit as audit
