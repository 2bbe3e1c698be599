"""One script per page of the menu: open, choose, work out, show."""
