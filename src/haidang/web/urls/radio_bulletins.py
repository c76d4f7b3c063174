"""Addresses of bulletins and recordings, and of hearing them again."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, path, re_path

from haidang.web.views.portal import listening
from haidang.web.views.radio import bulletins, sounding

open_patterns: list[URLPattern | URLResolver] = [
    re_path(
        r"^(?P<language>vi|en|km)/nghe-lai/(?P<pk>\d{1,15})/$",
        login_not_required(listening.listen_again),
        name="listen-again",
    ),
    re_path(
        r"^(?P<language>vi|en|km)/nghe-lai\.rss$",
        login_not_required(listening.podcast),
        name="podcast",
    ),
    re_path(
        r"^tieng/(?P<sha256>[0-9a-f]{64})\.mp3$",
        login_not_required(listening.sound),
        name="public-sound",
    ),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("phat-thanh/ban-tin/", bulletins.bulletins, name="bulletins"),
    path("phat-thanh/ban-tin/moi/", bulletins.draft_bulletin, name="draft-bulletin"),
    path("phat-thanh/ban-tin/<int:pk>/", bulletins.bulletin, name="bulletin"),
    path("phat-thanh/ban-tin/<int:pk>/tieng.mp3", bulletins.bulletin_sound, name="bulletin-sound"),
    path("phat-thanh/ban-tin/<int:pk>/viec/", bulletins.change_bulletin, name="change-bulletin"),
    path("phat-thanh/ban-tin/<int:pk>/thu/", sounding.give_sound, name="give-sound"),
    path("phat-thanh/ban-tin/<int:pk>/gui/", sounding.submit_bulletin, name="submit-bulletin"),
    path("phat-thanh/ban-tin/<int:pk>/duyet/", sounding.clear_bulletin, name="clear-bulletin"),
    path("phat-thanh/ban-thu/", sounding.recordings, name="recordings"),
    path("phat-thanh/ban-thu/<int:pk>/tieng.mp3", sounding.recording_sound, name="recording-sound"),
    path("phat-thanh/ban-thu/<int:pk>/la-nhac/", sounding.confirm_music, name="confirm-music"),
    path("phat-thanh/ban-thu/<int:pk>/cat/", sounding.retire_recording, name="retire-recording"),
]
