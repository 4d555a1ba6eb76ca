"""The code lists of the case format: section 12, in its order. A list grows only with a new format version."""

from typing import Annotated, Literal

from hrd_desktop.core.kinds import Code

# fmt: off
Answer = Annotated[Literal["yes", "no", "unknown", "declined", "after_advice"], Code("answer")]
Stage = Annotated[Literal[
    "intake", "prescreen", "status", "building", "review", "submitted_to_partner", "partner_review",
    "referred", "ircc_intake", "biometrics", "interview", "security", "medical", "quebec", "decision",
    "destining", "visa", "departure", "landed", "rap", "oyw", "closed",
], Code("stage")]
Stream = Annotated[Literal["hrd", "other"], Code("stream")]
RefugeeClass = Annotated[Literal["convention_refugee_abroad", "country_of_asylum"], Code("refugee_class")]
Partner = Annotated[Literal[
    "unhcr", "front_line_defenders", "protect_defenders_eu", "rainbow_railroad", "other",
], Code("partner")]
PartnerDecision = Annotated[Literal["asked", "accepted", "declined", "withdrawn"], Code("partner_decision")]
Priority = Annotated[Literal["normal", "urgent", "emergency"], Code("priority")]
Category = Annotated[Literal[
    "legal_physical_protection", "violence_torture_survivor", "medical_needs", "women_girls_at_risk",
    "restoring_family_unity", "children_at_risk", "lack_of_solutions",
], Code("category")]
Province = Annotated[Literal[
    "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT", "undecided",
], Code("province")]
OfficialLanguage = Annotated[Literal["en", "fr"], Code("official_language")]
Body = Annotated[Literal[
    "law_society", "chambre_des_notaires", "college_of_consultants", "none",
], Code("body")]
Calendar = Annotated[Literal[
    "gregorian", "hijri", "solar_hijri", "ethiopian", "nepali", "hebrew", "thai_buddhist", "minguo",
    "other",
], Code("calendar")]
DateSource = Annotated[Literal[
    "document", "oral", "civil_registry", "unhcr", "religious_register", "school", "conversion", "other",
], Code("date_source")]
Relation = Annotated[Literal[
    "principal", "spouse", "common_law_partner", "child", "child_of_partner", "grandchild", "parent",
    "sibling", "grandparent", "nephew_niece", "cousin", "in_law", "ward", "other_relative",
    "not_related",
], Code("relation")]
Plan = Annotated[Literal["accompanying", "non_accompanying", "linked_case", "not_included"], Code("plan")]
NameKind = Annotated[Literal[
    "document", "legal", "chosen", "alias", "native_script", "previous", "observation_page",
], Code("name_kind")]
SexMarker = Annotated[Literal["F", "M", "X"], Code("sex_marker")]
GenderIdentity = Annotated[Literal["woman", "man", "non_binary", "another"], Code("gender_identity")]
NationalityStatus = Annotated[Literal[
    "has", "claims", "may_be_entitled", "lost", "renounced", "unknown",
], Code("nationality_status")]
NationalityBasis = Annotated[Literal[
    "birth", "descent", "marriage", "naturalisation", "reacquired", "state_succession", "other",
], Code("nationality_basis")]
NotSoughtReason = Annotated[Literal[
    "state_is_agent", "fear_of_reprisal", "known_inaction", "no_access", "other",
], Code("not_sought_reason")]
ProtectionOutcome = Annotated[Literal[
    "none", "ignored", "refused", "reprisal", "partial", "pending", "effective",
], Code("protection_outcome")]
DeterminedBy = Annotated[Literal["nobody", "unhcr", "state", "court"], Code("determined_by")]
Standing = Annotated[Literal["certain", "possible"], Code("standing")]
DocumentKind = Annotated[Literal[
    "passport", "national_id", "birth_certificate", "family_book", "marriage_certificate",
    "death_certificate", "military_booklet", "driving_licence", "press_card", "membership_card",
    "unhcr_certificate", "asylum_seeker_card", "refugee_card", "residence_permit",
    "refugee_travel_document", "stateless_travel_document", "icrc_travel_document", "laissez_passer",
    "court_order", "other",
], Code("document_kind")]
Held = Annotated[Literal[
    "yes", "copy_only", "lost", "confiscated", "left_behind", "destroyed", "never_had",
], Code("held")]
RequestedBy = Annotated[Literal["self", "relative", "authority", "unknown"], Code("requested_by")]
MaritalStatus = Annotated[Literal[
    "single", "married", "common_law", "separated", "divorced", "widowed", "annulled", "unknown",
], Code("marital_status")]
ParentRole = Annotated[Literal["mother", "father", "other"], Code("parent_role")]
ParentKind = Annotated[Literal["biological", "adoptive", "step", "foster"], Code("parent_kind")]
LifeStatus = Annotated[Literal["alive", "dead", "missing", "unknown"], Code("life_status")]
CustodyHolder = Annotated[Literal[
    "both_parents", "principal", "accompanying_parent", "other_parent", "relative", "guardian",
    "institution", "nobody", "unknown",
], Code("custody_holder")]
CustodyBasis = Annotated[Literal[
    "law", "court_order", "written_agreement", "death_of_other", "custom", "none", "unknown",
], Code("custody_basis")]
BestInterests = Annotated[Literal["not_started", "in_progress", "done", "not_needed"], Code("best_interests")]
WhereaboutsStatus = Annotated[Literal[
    "known", "missing", "unknown", "detained", "deceased",
], Code("whereabouts_status")]
ChannelKind = Annotated[Literal[
    "phone_call", "sms", "messaging_app", "email", "in_person", "partner_office", "relative", "letter",
    "other",
], Code("channel_kind")]
EducationLevel = Annotated[Literal[
    "none", "secondary_or_less", "trade_certificate", "college_certificate", "some_university",
    "bachelor", "some_postgraduate", "master", "doctorate",
], Code("education_level")]
OfficialAbility = Annotated[Literal["english", "french", "both", "neither"], Code("official_ability")]
LanguageUse = Annotated[Literal["native", "second"], Code("language_use")]
LanguageLevel = Annotated[Literal["basic", "good", "fluent"], Code("language_level")]
AddressKind = Annotated[Literal[
    "home", "camp", "shelter", "hiding", "detention", "other",
], Code("address_kind")]
HistoryActivity = Annotated[Literal[
    "work", "self_employed", "volunteer", "study", "unemployed", "homemaker", "caregiving", "military",
    "detention", "hiding", "flight", "illness", "retired", "other",
], Code("history_activity")]
MembershipKind = Annotated[Literal[
    "association", "ngo", "trade_union", "party", "student_group", "professional_body",
    "religious_body", "community_body", "armed_group", "other",
], Code("membership_kind")]
ArmedWing = Annotated[Literal["no", "yes", "unknown"], Code("armed_wing")]
GovernmentLevel = Annotated[Literal["national", "regional", "local"], Code("government_level")]
R16Post = Annotated[Literal[
    "none", "head_of_state_or_government", "cabinet", "senior_advisor", "senior_public_service",
    "senior_military", "senior_internal_security", "ambassador_or_senior_diplomat", "judiciary",
], Code("r16_post")]
ServiceKind = Annotated[Literal[
    "army", "navy", "air_force", "gendarmerie", "police", "border_guard", "prison_service",
    "intelligence", "militia", "paramilitary", "armed_group", "other",
], Code("service_kind")]
MilitaryObligation = Annotated[Literal[
    "none", "served", "exempted", "deferred", "evaded", "unknown",
], Code("military_obligation")]
ServiceEnd = Annotated[Literal[
    "discharged", "demobilised", "deserted", "dismissed", "wounded", "captured", "left", "other",
    "unknown",
], Code("service_end")]
ChargeOutcome = Annotated[Literal[
    "pending", "dropped", "acquitted", "convicted", "unknown",
], Code("charge_outcome")]
ReturnReason = Annotated[Literal[
    "illness_or_death_of_relative", "family", "documents", "work", "removal", "abduction", "other",
], Code("return_reason")]
ListName = Annotated[Literal[
    "memberships", "government", "service", "charges", "convictions", "acts", "travel", "returns",
    "documents",
], Code("list_name")]
SpecificNeedCode = Annotated[Literal[
    "child_at_risk", "unaccompanied_child", "woman_at_risk", "survivor_of_torture",
    "survivor_of_gender_based_violence", "disability", "serious_medical_condition", "older_person",
    "single_parent", "legal_physical_protection", "other",
], Code("specific_need")]
UnionKind = Annotated[Literal[
    "civil_marriage", "religious_marriage", "customary_marriage", "common_law", "conjugal_apart",
], Code("union_kind")]
UnionStatus = Annotated[Literal["planned", "in_force", "separated", "ended"], Code("union_status")]
ApartReason = Annotated[Literal[
    "persecution", "penal_control", "work", "study", "family", "money", "other",
], Code("apart_reason")]
UnionEnd = Annotated[Literal["death", "divorce", "annulment", "separation", "other"], Code("union_end")]
WorksAs = Annotated[Literal[
    "individual", "organisation", "trade_union", "newsroom", "community", "law_practice", "faith_body",
    "university",
], Code("works_as")]
KindOfWork = Annotated[Literal[
    "documenting_violations", "calling_attention", "legal_aid", "monitoring", "training",
    "community_organising", "victim_support",
], Code("kind_of_work")]
Occupation = Annotated[Literal[
    "advocate", "activist", "journalist", "scholar", "lgbtqi_defender", "humanitarian_worker", "lawyer",
    "other",
], Code("occupation")]
RightsField = Annotated[Literal["civil", "political", "economic", "social", "cultural"], Code("rights_field")]
Group = Annotated[Literal[
    "women", "children", "lgbti_persons", "persons_with_disabilities", "indigenous_peoples", "refugees",
    "migrants", "internally_displaced_persons", "religious_minorities", "ethnic_minorities",
    "linguistic_minorities", "other",
], Code("group")]
Theme = Annotated[Literal[
    "labour_rights", "land", "natural_resources_environment", "democratic_governance", "other",
], Code("theme")]
HeightenedRisk = Annotated[Literal[
    "woman", "journalist", "lgbtqi", "indigenous", "intersecting",
], Code("heightened_risk")]
OutputKind = Annotated[Literal[
    "report", "article", "broadcast", "podcast", "film_or_photograph", "legal_case", "statement",
    "training", "campaign", "case_log", "award", "other",
], Code("output_kind")]
ActKind = Annotated[Literal[
    "arbitrary_arrest", "detention", "threat", "torture", "enforced_disappearance", "assassination",
    "criminalisation", "judicial_harassment", "intimidation", "violence", "sexual_violence",
    "surveillance", "raid", "abduction", "smear", "dismissal", "travel_ban", "expulsion",
    "property_damage", "digital_attack", "other",
], Code("act_kind")]
Agent = Annotated[Literal["state", "non_state"], Code("agent")]
Ground = Annotated[Literal[
    "race", "religion", "nationality", "particular_social_group", "political_opinion",
], Code("ground")]
NarrativeKind = Annotated[Literal[
    "claim", "resettlement_need", "profile", "background", "best_interests", "other",
], Code("narrative_kind")]
Reach = Annotated[Literal["local", "regional", "national", "unknown"], Code("reach")]
StatusKind = Annotated[Literal[
    "none", "irregular", "visitor", "temporary_permit", "asylum_seeker", "unhcr_registered",
    "unhcr_recognised", "refugee_recognised", "subsidiary_protection", "temporary_protection",
    "permanent_resident", "citizen_like", "refused", "unknown",
], Code("status_kind")]
GrantedBy = Annotated[Literal["state", "unhcr", "other"], Code("granted_by")]
ApplicationKind = Annotated[Literal[
    "asylum_claim", "unhcr_status", "resettlement", "humanitarian_visa", "family_reunification",
    "private_sponsorship", "visitor_visa", "work_or_study_visa", "residence_permit", "citizenship",
    "partner_request",
], Code("application_kind")]
ApplicationStatus = Annotated[Literal[
    "asked", "pending", "offered", "accepted", "granted", "referred", "refused", "withdrawn", "closed",
], Code("application_status")]
ConsentDecision = Annotated[Literal["given", "refused"], Code("consent_decision")]
ConsentScope = Annotated[Literal[
    "store", "share", "share_medical", "photographs", "contact_referees", "contact_relatives",
], Code("consent_scope")]
Recipient = Annotated[Literal[
    "own_organisation", "unhcr", "front_line_defenders", "protect_defenders_eu", "rainbow_railroad",
    "ircc", "lawyer", "other",
], Code("recipient")]
ConsentMethod = Annotated[Literal[
    "signature", "thumbprint", "recorded_voice", "guardian_signature",
], Code("consent_method")]
MilestoneKind = Annotated[Literal[
    "flight_from_country", "entry_to_host", "status_recognition", "first_contact", "consent_signed",
    "referral_signed_by_partner", "referral_sent_to_ircc", "referral_received_by_ircc",
    "application_signed", "application_submitted", "application_received", "biometrics_given",
    "medical_done", "medical_expiry", "interview", "decision_in_principle", "visa_issued", "departure",
    "landing", "oyw_deadline",
], Code("milestone_kind")]
MilestoneState = Annotated[Literal["planned", "done"], Code("milestone_state")]
FormCode = Annotated[Literal[
    "imm_0008", "imm_0008_dep", "imm_0008_schedule_2", "imm_5669", "imm_5476", "imm_5590", "imm_5604",
    "rrf", "partner_form",
], Code("form_code")]
FormStatus = Annotated[Literal["not_started", "draft", "complete", "signed"], Code("form_status")]
EvidenceKind = Annotated[Literal[
    "report", "publication", "portrait", "letter_of_support", "referee_letter", "court_paper",
    "police_paper", "complaint", "medical_report", "threat", "photograph", "video", "audio",
    "message_log", "witness_statement", "identity_document", "civil_status_document",
    "custody_document", "best_interests_report", "membership_proof", "award", "country_information",
    "consent_form", "translator_statement", "other",
], Code("evidence_kind")]
TranslatorRelation = Annotated[Literal[
    "applicant", "family", "representative", "organisation", "partner", "independent",
], Code("translator_relation")]
Seal = Annotated[Literal["none", "medical", "personal"], Code("seal")]
Capacity = Annotated[Literal["lawyer", "notaire", "regulated_consultant"], Code("capacity")]
ReviewOutcome = Annotated[Literal[
    "cleared", "cleared_with_note", "concern", "more_facts_needed",
], Code("review_outcome")]
HowKnown = Annotated[Literal[
    "document_seen", "told_by_person", "third_party", "public_source", "staff_judgement", "unknown",
], Code("how_known")]
Result = Annotated[Literal[
    "MET", "NOT_MET", "UNCLEAR", "NEEDS_LAWYER", "EXEMPT", "NOT_APPLICABLE",
], Code("result")]
# fmt: on
