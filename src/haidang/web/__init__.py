"""The only room that speaks HTTP: urls, views, forms, templates, static files."""
