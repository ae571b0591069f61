"""Looks into what somebody hands over: bytes in, what they are and hold out; and bytes without their metadata."""
