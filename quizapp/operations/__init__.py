"""What a person can do: a module a topic, a function a verb, one transaction each."""
