"""The survey report as a signed PDF, its verification, and the export bag."""
