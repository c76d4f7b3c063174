"""How every form of ours comes out: label above, hint, error, control, and a summary on top."""

from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest

from haidang.web.controls import DRAWN


class FormRenderer(TemplatesSetting):
    """Renders `{{ form }}` and `{{ form.name.as_field_group }}` with the templates of the kit.

    Widgets keep what Django's own templates say, which Wagtail's desk also uses; ours are in
    `widgets.py`.
    """

    form_template_name = "kit/form/form.html"
    field_template_name = "kit/form/field.html"

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Draw a plain control, and fill in a template for everything else."""
        if draw := DRAWN.get(template_name):
            return draw(context["widget"])
        return super().render(template_name, context, request)
