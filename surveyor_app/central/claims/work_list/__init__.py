"""The office's work list (工作列表): what each claim waits for, found by filters, counted, and acted upon together."""
