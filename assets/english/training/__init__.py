"""Train, export and check the network that reads English; needs torch, unlike the program."""
