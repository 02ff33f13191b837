"""Printers: a finished result or report to text, one file per format. They decide nothing."""
