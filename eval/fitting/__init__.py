"""How the tables of weights are learned: labelled reports, rows of features, and two small convex fits."""
