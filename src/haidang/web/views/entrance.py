"""Signing in, and what happens to a form that was sent after the session had ended."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpResponse
from django.shortcuts import render

from haidang.web.entrance import kept_fields


class SignIn(LoginView):
    """Django's sign-in, which gives back what was typed before it."""

    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign in; a form that was carried through is shown again, to be sent with one press."""
        response = super().form_valid(form)
        fields = kept_fields(self.request.POST.get("kept", ""))
        address = self.get_redirect_url()
        if not fields or not address:
            return response
        return render(
            self.request, "registration/resend.html", {"fields": fields, "address": address}
        )
