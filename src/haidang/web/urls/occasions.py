"""Addresses of the calendar."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.occasions import choosing, feed, feeds, listing, one, starting, year

urlpatterns: list[URLPattern | URLResolver] = [
    path("lich/", year.occasions, name="occasions"),
    path("lich/danh-sach/", listing.occasion_list, name="occasion-list"),
    path("lich/danh-sach.xlsx", listing.occasion_sheet, name="occasion-sheet"),
    path("lich/them/", one.add_occasion, name="add-occasion"),
    path("lich/nam-neu/", choosing.set_threshold, name="set-threshold"),
    path("lich/ngay/<int:pk>/", one.occasion, name="occasion"),
    path("lich/ngay/<int:pk>/xac-nhan/", one.confirm_day, name="confirm-day"),
    path("lich/ngay/<int:pk>/sua/", one.change_occasion, name="change-occasion"),
    path("lich/ngay/<int:pk>/giao/", starting.start_from_occasion, name="start-from-occasion"),
    path("lich/ngay/<int:pk>/an/", choosing.hide_occasion, name="hide-occasion"),
    path("lich/ngay/<int:pk>/hien/", choosing.show_occasion, name="show-occasion"),
    path("lich/ngay/<int:pk>/chuan-bi/", choosing.set_lead, name="set-lead"),
    path("lich/ngay/<int:pk>/bo/", choosing.retire_occasion, name="retire-occasion"),
    path("lich/dang-ky/", feeds.calendar_feeds, name="calendar-feeds"),
    path("lich/dang-ky/mo/", feeds.open_feed, name="open-feed"),
    path("lich/dang-ky/<int:pk>/thu-hoi/", feeds.revoke_feed, name="revoke-feed"),
    path("lich/<str:token>.ics", feed.calendar_feed, name="calendar-feed"),
]
