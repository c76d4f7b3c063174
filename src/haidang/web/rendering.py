"""How every form of ours comes out: label above, hint, error, control, and a summary on top."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Renders `{{ form }}` and `{{ form.name.as_field_group }}` with the templates of the kit.

    Widgets keep Django's own templates, which Wagtail's desk also uses; ours are in `widgets.py`.
    """

    form_template_name = "kit/form/form.html"
    field_template_name = "kit/form/field.html"
