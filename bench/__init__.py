"""Measurements of claimcheck: accuracy, speed and peers. `python -m bench --help` lists them."""
