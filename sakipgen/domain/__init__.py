"""What the words mean: frozen values of SAKIP, with no I/O and no line numbers."""
