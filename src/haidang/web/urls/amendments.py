"""Addresses of amendments: comparing two plans, putting one into force, answering."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.plans import amending, amendment, plan_day

HERE = "ke-hoach/<int:pk>/sua-doi"

urlpatterns: list[URLPattern | URLResolver] = [
    path(f"{HERE}/", amendment.amendment, name="amendment"),
    path(f"{HERE}/doc/", amending.begin_amendment, name="begin-amendment"),
    path(f"{HERE}/chon/", amending.compare_again, name="compare-again"),
    path(f"{HERE}/muc/<int:task>/", amending.match_items, name="match-items"),
    path(f"{HERE}/ap-dung/", amending.adopt_amendment, name="adopt-amendment"),
    path(f"{HERE}/tra-loi/<int:asked>/", amendment.answer_amendment, name="answer-amendment"),
    path("ke-hoach/<int:pk>/hieu-luc/", plan_day.plan_on_day, name="plan-on-day"),
]
