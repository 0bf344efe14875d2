"""The error atlas: lesions missed, made up or badly outlined, as pictures and as points."""
