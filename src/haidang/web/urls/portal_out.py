"""Addresses of a portal for machines: feeds, the map of the site, cards for posts."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, path, re_path

from haidang.web.views.portal import card, feeds, sitemap

LANGUAGE = r"^(?P<language>vi|en|km)"

urlpatterns: list[URLPattern] = [
    re_path(
        rf"{LANGUAGE}/tin\.(?P<ending>rss|atom|json)$",
        login_not_required(feeds.feed),
        name="portal-feed",
    ),
    re_path(rf"{LANGUAGE}/the/(?P<pk>\d+)\.png$", login_not_required(card.card), name="story-card"),
    path("robots.txt", login_not_required(sitemap.robots), name="robots"),
    path("sitemap.xml", login_not_required(sitemap.sitemap), name="sitemap"),
    path("sitemap-<int:number>.xml", login_not_required(sitemap.sitemap_file), name="sitemap-file"),
]
