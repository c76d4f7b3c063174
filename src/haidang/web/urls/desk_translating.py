"""Addresses of translating and of the glossary."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.desk import glossary, translating

urlpatterns: list[URLPattern | URLResolver] = [
    path("bai/<int:pk>/dich/<str:language>/", translating.translate_story, name="translate-story"),
    path("thuat-ngu/", glossary.glossary, name="glossary"),
    path("thuat-ngu/them/", glossary.keep_term, name="keep-term"),
    path("thuat-ngu/<int:pk>/", glossary.term, name="term"),
    path("thuat-ngu/<int:pk>/bo/", glossary.retire_term, name="retire-term"),
]
