"""Many stories into incidents: policies for counts, matching, tolls, decisions by hand, and what changed."""
