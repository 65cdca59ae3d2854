"""Who of the surveyors works when, where and on what (排班), and to whom a task is proposed by that."""
