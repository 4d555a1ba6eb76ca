"""The numbers the rules use. Their values are data of the rule pack; this is only their list."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Constants:
    """Ages in years, spans in the unit their name says, counts."""

    child_under: int
    adult_age: int
    marriage_age: int
    biometrics_from_age: int
    biometrics_to_age: int
    parent_older_years: int
    countdown_from_age: int
    absent_child_from_age: int
    lock_in_watch_months: int
    outputs_least: int
    outputs_apart_months: int
    referees_least: int
    incident_fresh_months: int
    history_years: int
    gap_warn_months: int
    gap_block_over_months: int
    medical_months: int
    window_years: int
    window_target_days: int
    expiry_notice_days: int
    document_expiry_notice_days: int
    nationalities_on_form: int
    rehabilitation_years: int
    deemed_rehabilitation_years: int
    deemed_rehabilitation_under_years: int
    office_default_days: tuple[str, ...]
