"""What is done before the public: showing, times, corrections, withdrawals, posts and copies."""

from django.urls import URLPattern, path

from haidang.web.views.desk import accounts, appearing, correcting, portals, sharing

urlpatterns: list[URLPattern] = [
    path("bai/<int:pk>/dang/", appearing.publish_story, name="publish-story"),
    path("bai/<int:pk>/hen/", appearing.schedule_story, name="schedule-story"),
    path("bai/<int:pk>/bo-hen/", appearing.unschedule_story, name="unschedule-story"),
    path("bai/<int:pk>/dang-khan/", appearing.publish_in_emergency, name="publish-in-emergency"),
    path("bai/<int:pk>/dinh-chinh/", correcting.correct_story, name="correct-story"),
    path("bai/<int:pk>/rut/", correcting.withdraw_story, name="withdraw-story"),
    path("bai/<int:pk>/chia-se/", sharing.share_story, name="share-story"),
    path("bai/<int:pk>/ban-sao/", sharing.story_copies, name="story-copies"),
    path("bai/<int:pk>/ban-sao/<int:copy>/", sharing.settle_copy, name="settle-copy"),
    path("noi-dung/tai-khoan/", accounts.official_accounts, name="official-accounts"),
    path("noi-dung/tai-khoan/<int:pk>/bo/", accounts.retire_account, name="retire-account"),
    path("noi-dung/cong/", portals.portals, name="portals"),
    path("noi-dung/cong/<int:pk>/", portals.portal_words, name="portal-words"),
]
