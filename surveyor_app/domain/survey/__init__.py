"""What the surveyor answers on the record form: the checks (查验事项) and the risk prompts (风险提示).

Uses the rooms of claim, losses, people and the journal.
"""
