"""Arithmetic: Decimal in, Decimal out. No I/O, no clock, no global context; nothing here rounds for print."""
