"""Set-up steps that the Makefile runs."""
