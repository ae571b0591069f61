"""Writing back into the YAML of `data/`: text in, text out; only `berkas.py` touches a file."""
