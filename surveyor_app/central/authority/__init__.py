"""Who is who: accounts and their tokens, the authority and its certificates, and taking them back."""
