"""The papers of the office: each is one value, `Dokumen`, that two writers turn into DOCX and PDF."""
