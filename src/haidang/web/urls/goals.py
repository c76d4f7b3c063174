"""Addresses of goals and of what nobody carries or measures."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.goals import entries, listing, setting
from haidang.web.views.orphans import expecting
from haidang.web.views.orphans import listing as loose

urlpatterns: list[URLPattern | URLResolver] = [
    path("chi-tieu/", listing.goals, name="goals"),
    path("chi-tieu/xlsx/", listing.goals_sheet, name="goals-sheet"),
    path("chi-tieu/dat/", setting.set_goals, name="set-goals"),
    path("chi-tieu/chia/<int:pk>/", setting.spread, name="spread-target"),
    path("chi-tieu/so/<str:code>/", entries.indicator, name="indicator"),
    path("mot-trang/con-so/", setting.set_headlines, name="choose-headlines"),
    path("chua-ai-lam/", loose.orphans, name="orphans"),
    path("chua-ai-lam/chi-tieu/<int:pk>/", loose.assign_target, name="assign-target"),
    path("nv/<int:pk>/cach-do/", expecting.expect, name="expect"),
]
