"""Back ends: Rekapitulasi in, text or bytes out. They know neither the CLI nor one another."""
