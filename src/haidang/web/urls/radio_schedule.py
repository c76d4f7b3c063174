"""Addresses of stations, their hours and their weeks."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.radio import hours_rules, parts, releasing, stations, week

urlpatterns: list[URLPattern | URLResolver] = [
    path("phat-thanh/", week.radio, name="radio"),
    path("phat-thanh/sao-chep/", week.copy_last_week, name="copy-radio-week"),
    path("phat-thanh/mau/", week.keep_template, name="save-radio-template"),
    path("phat-thanh/mau/dung/", week.fill_from_template, name="use-radio-template"),
    path("phat-thanh/xep/", parts.place_part, name="add-part"),
    path("phat-thanh/xep/<int:pk>/", parts.part, name="part"),
    path("phat-thanh/xep/<int:pk>/chuyen/", parts.shift_part, name="move-part"),
    path("phat-thanh/xep/<int:pk>/bo/", parts.drop_part, name="drop-part"),
    path("phat-thanh/phat-hanh/", releasing.release_week, name="release-week"),
    path("phat-thanh/ban/<int:pk>/", releasing.release, name="release"),
    path("phat-thanh/in/", releasing.print_week, name="print-week"),
    path("phat-thanh/dai/", stations.stations, name="stations"),
    path("phat-thanh/dai/<int:pk>/", stations.station, name="station"),
    path("phat-thanh/dai/<int:pk>/khung/", stations.add_hours, name="add-slot"),
    path("phat-thanh/khung/<int:pk>/", stations.slot, name="slot"),
    path("phat-thanh/dai/<int:pk>/bo/", stations.retire, name="retire-station"),
    path("phat-thanh/quy-dinh/", hours_rules.hours_rules, name="hours-rules"),
    path("phat-thanh/quy-dinh/co-san/", hours_rules.bring_hours_rules, name="bring-hours-rules"),
    path("phat-thanh/quy-dinh/<int:pk>/", hours_rules.hours_rule, name="hours-rule"),
]
