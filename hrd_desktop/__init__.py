"""HRD Desktop: an encrypted case file, a guided checklist and a printable referral packet."""

__version__ = "0.1.0"
