"""IMS QTI packages: 1.2 as Canvas and Blackboard take it, 2.1, 2.2 and 3.0."""
