"""Addresses of regimes and flash reports."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.reporting import (
    flash,
    form_reading,
    outline_editing,
    regime_editing,
    regimes,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("che-do/", regimes.regimes, name="regimes"),
    path("che-do/lap/", regime_editing.make_regime, name="make-regime"),
    path("che-do/san/<slug:slug>/", regime_editing.load_regime, name="load-regime"),
    path("che-do/<int:pk>/", regimes.regime, name="regime"),
    path("che-do/<int:pk>/xem-truoc/", regimes.regime_preview, name="regime-preview"),
    path("che-do/<int:pk>/sua/", regime_editing.edit_regime, name="edit-regime"),
    path("che-do/<int:pk>/phien-ban/", regime_editing.revise_regime, name="revise-regime"),
    path("che-do/<int:pk>/thoi-dung/", regime_editing.retire_regime, name="retire-regime"),
    path("che-do/<int:pk>/muc/", outline_editing.add_section, name="regime-add-section"),
    path("che-do/<int:pk>/bieu-mau/", form_reading.read_form, name="regime-read-form"),
    path("che-do/muc/<int:pk>/", outline_editing.edit_section, name="regime-section"),
    path("che-do/muc/<int:pk>/them/", outline_editing.add_line, name="regime-add-line"),
    path("che-do/muc/<int:pk>/them-moi/", outline_editing.add_typed_line, name="regime-add-typed"),
    path(
        "che-do/muc/<int:pk>/<slug:act>/",
        outline_editing.change_section,
        name="regime-change-section",
    ),
    path("che-do/dong/<int:pk>/loi-van/", outline_editing.edit_line, name="regime-edit-line"),
    path(
        "che-do/dong/<int:pk>/<slug:act>/", outline_editing.change_line, name="regime-change-line"
    ),
    path("bao-cao/nhanh/", flash.send_flash, name="flash-report"),
    path("bao-cao/nhanh/<uuid:pk>/", flash.flash, name="flash"),
    path("bao-cao/nhanh/<uuid:pk>/da-xem/", flash.see_flash, name="see-flash"),
]
