"""Addresses of the catalogue."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.catalogue import editing, lists

urlpatterns: list[URLPattern | URLResolver] = [
    path("danh-muc/", lists.catalogue, name="catalogue"),
    path("danh-muc/<slug:part>/", lists.catalogue, name="catalogue-part"),
    path("danh-muc/<slug:part>/them/", editing.save_row, name="catalogue-add"),
    path("danh-muc/<slug:part>/<str:pk>/", editing.save_row, name="catalogue-row"),
    path("danh-muc/<slug:part>/<str:pk>/thu-tu/", lists.move_row, name="catalogue-move"),
    path("danh-muc/<slug:part>/<str:pk>/thoi-dung/", lists.retire_row, name="catalogue-retire"),
    path("danh-muc/<slug:part>/<str:pk>/dung-lai/", lists.restore_row, name="catalogue-restore"),
]
