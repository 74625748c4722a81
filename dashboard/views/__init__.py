"""The parts of the page, each drawing what it is given."""
