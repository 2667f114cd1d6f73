"""The command `crmdb`."""

from .app import main as main
