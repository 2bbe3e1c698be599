"""One file for each rule; only components.signals reaches in here."""
