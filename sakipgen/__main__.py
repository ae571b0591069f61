"""`python -m sakipgen`."""

from sakipgen.cli import main

main()
