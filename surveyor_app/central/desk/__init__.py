"""The office desk: pages made on the server, in the language of whoever looks at them; they work without any script.

``rendering`` makes pages from the templates in ``resources/desk``, ``visitors`` says who looks; the other modules are routes by
subject. May use ``central.claims``, ``central.delivery`` and ``central.web``, and never the API.
"""
