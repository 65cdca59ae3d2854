"""Tables of the records, the signed journal and the queries over them; any SQL engine."""
