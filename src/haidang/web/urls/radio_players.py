"""Addresses of players, their orders, and emergencies."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.radio import alerts, players, send_alert, switching

urlpatterns: list[URLPattern | URLResolver] = [
    path("phat-thanh/may/", players.players, name="players"),
    path("phat-thanh/may/them/", players.add_player, name="add-player"),
    path("phat-thanh/may/khoa/", players.rotate_key, name="rotate-key"),
    path("phat-thanh/may/<int:pk>/", players.player, name="player"),
    path("phat-thanh/may/<int:pk>/nghi/", players.retire_player, name="retire-player"),
    path("phat-thanh/khan/", alerts.alerts, name="alerts"),
    path("phat-thanh/khan/moi/", send_alert.send_alert, name="send-alert"),
    path("phat-thanh/khan/cong-tac/", switching.switch_stations, name="switch-stations"),
    path("phat-thanh/khan/<int:pk>/", alerts.alert, name="alert"),
    path("phat-thanh/khan/<int:pk>/huy/", alerts.cancel_alert, name="cancel-alert"),
    path("phat-thanh/khan/<int:pk>/tin.cap.xml", alerts.alert_message, name="alert-message"),
    path("phat-thanh/khan/tieng/<int:pk>/", send_alert.alert_sound, name="alert-sound"),
]
