"""One card for each kind of question: it shows, and tells what the learner gave."""
