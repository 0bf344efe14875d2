"""Reports of runs and evaluations as HTML and PDF, without a name of a patient, user or folder."""
