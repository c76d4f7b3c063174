"""Empty since 0001 makes the tables whole: the step stays for installations that took it."""

from django.db import migrations


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('documents', '0001_initial'),
    ]

    operations = []
