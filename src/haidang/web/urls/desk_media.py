"""Addresses of the library of pictures, and of what readers load of stories."""

from django.urls import URLPattern, URLResolver, path, re_path

from haidang.web.views.desk import pictures
from haidang.web.views.portal import media

urlpatterns: list[URLPattern | URLResolver] = [
    path("anh/", pictures.pictures, name="pictures"),
    path("anh/them/", pictures.add_picture, name="add-picture"),
    path("anh/<int:pk>/", pictures.picture, name="picture"),
    re_path(
        r"^hinh/(?P<pk>\d{1,9})/(?P<spec>[a-z0-9-]{1,40})\.(?P<ending>[a-z]{3,4})$",
        media.picture_file,
        name="picture-file",
    ),
    re_path(
        r"^tep-bai/(?P<sha256>[0-9a-f]{64})/(?P<name>[^/]{1,200})$",
        media.story_file,
        name="story-file",
    ),
]
