from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("chasing", "0001_initial")]

    operations = [
        migrations.AddIndex("notice", models.Index(fields=["url"], name="notice_of_page")),
    ]
