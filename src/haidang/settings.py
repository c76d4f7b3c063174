"""One settings file; everything that differs between installations comes from the environment."""

import datetime as dt
import os
import re
import secrets
from email.utils import getaddresses
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("HAIDANG_DATA", ROOT / "data")).resolve()
FILES = DATA / "files"

# Without an installation, as in tests, a key that nobody can know and that dies with the process.
SECRET_KEY = os.environ.get("HAIDANG_SECRET_KEY") or secrets.token_urlsafe(50)
LEDGER_KEY = os.environ.get("HAIDANG_LEDGER_KEY", SECRET_KEY)
AS_OF = dt.date.fromisoformat(day) if (day := os.environ.get("HAIDANG_AS_OF")) else None
DEBUG = False
HTTPS = os.environ.get("HAIDANG_HTTPS") == "1"
# Names below localhost are for trying portals of several units: browsers find them by themselves.
ALLOWED_HOSTS = os.environ.get("HAIDANG_HOSTS", "127.0.0.1,.localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = (
    [f"https://{'*' * host.startswith('.')}{host}" for host in ALLOWED_HOSTS] if HTTPS else []
)

INSTALLED_APPS = [
    "haidang.ledger",
    "haidang.jobs",
    "haidang.orgs",
    "haidang.occasions",
    "haidang.documents",
    "haidang.plans",
    "haidang.activities",
    "haidang.reporting",
    "haidang.chasing",
    "haidang.newsroom",
    "haidang.broadcast",
    "haidang.web",
    "wagtail_localize",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.snippets",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "axes",
    "csp",
    "template_partials",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "haidang.web.player_door.PlayerDoor",
    "haidang.web.portal_cache.PortalCache",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "haidang.web.sessions.KeptAlive",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "haidang.web.entrance.SignInRequired",
    "haidang.web.keeping.PersonsOwn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "haidang.web.refusals.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
    # Where an old address leads, once nothing stands there.
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "haidang.web.urls"
WSGI_APPLICATION = "haidang.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Small parts of pages that every template may use; "settled" stands before Django's own.
BUILTINS = ("kit", "charts", "listing", "settled")
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "haidang.web.frame.frame",
            ],
            "builtins": [f"haidang.web.templatetags.{name}" for name in BUILTINS],
        },
    }
]
FORM_RENDERER = "haidang.web.rendering.FormRenderer"


def database(url: str | None) -> dict[str, object]:
    """Return Django's settings for a database address, or for SQLite in the data folder."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "haidang.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                # A deferred transaction that reads, then writes, fails at once under two writers.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # Without recursive triggers, a row that is replaced asks no guard against deletion.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                " PRAGMA recursive_triggers=ON;",
            },
        }
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
    }


DATABASES = {"default": database(os.environ.get("HAIDANG_DATABASE_URL"))}

# What was added up once holds for every worker process; files need no server (web/kept.py).
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "sums": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "sums",
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}

# Our jobs wait in the database for a worker; what Wagtail asks for is done at once, as it expects.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "jobs": {"BACKEND": "haidang.jobs.backend.Backend"},
}

AUTH_USER_MODEL = "orgs.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "haidang.web.sessions.Accounts",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "work"
LOGOUT_REDIRECT_URL = "sign-in"
AXES_FAILURE_LIMIT = 5  # QCVN 12:2026/BCA
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "registration/locked.html"
AXES_VERBOSE = False

# An idle session ends after 15 minutes (QCVN 12:2026/BCA); what was being typed is kept.
SESSION_ENGINE = "haidang.web.sessions"
SESSION_COOKIE_AGE = 15 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "haidang_session", "haidang_csrf"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "worker-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
# Wagtail's own desk writes inline styles and scripts and previews a page in a frame; ours never.
WAGTAIL_DESK_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "frame-ancestors": [SELF],
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English"), ("km", "ភាសាខ្មែរ")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Uploads: whole request, its fields without the files, one document, one photo, in bytes.
UPLOAD_LIMIT = 100 * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
DOCUMENT_LIMIT = 20 * 2**20
PHOTO_LIMIT = 15 * 2**20
# Asked before a draft is issued; each says what still keeps that document back.
DOCUMENT_GATES = [
    "haidang.plans.gates.before_issuing_detailed_plan",
    "haidang.reporting.gates.before_issuing_report",
]
# Called when an amendment lets tasks go on; each takes along what its room keeps about them.
TASKS_GO_ON_WITH = ["haidang.activities.going_on.carry_measures"]
# Called when units became others; each lets the heirs go on with what its room keeps.
UNITS_GO_ON_WITH = ["haidang.plans.heirs.hand_on"]
# Called with an entry, units and words: how units are told of what was done together.
UNITS_ARE_TOLD_BY = ["haidang.chasing.joint.leave_notices"]
# An upload waits in memory: one that bears a secrecy mark is refused before it touches a disk.
FILE_UPLOAD_HANDLERS = ["haidang.web.uploads.InMemory"]
FILE_UPLOAD_PERMISSIONS = 0o640

SMTP_PORTS = {"smtp": 25, "starttls": 587, "smtps": 465}


def smtp(url: str) -> SplitResult:
    """Return the parts of a mail server's address; an empty one means that nothing is mailed."""
    found = urlsplit(url)
    try:
        is_good = not url or bool(found.scheme in SMTP_PORTS and found.hostname and found.port != 0)
    except ValueError:  # that is no port
        is_good = False
    if not is_good or found.path.strip("/") or found.query:
        raise ImproperlyConfigured(
            "HAIDANG_SMTP không phải địa chỉ máy chủ thư: viết như "
            "smtp://máy:25, starttls://tài-khoản:mật-khẩu@máy:587 hoặc smtps://…@máy:465."
        )
    return found


def sender(written: str, *, is_needed: bool) -> str:
    """Return the address that mails come from, which a mail server cannot do without."""
    found = getaddresses([written]) if written.isprintable() else []
    address = found[0][1] if len(found) == 1 else ""
    if (written or is_needed) and not re.fullmatch(
        r"[\w.+-]+@[\w-]+(\.[\w-]+)+", address, re.ASCII
    ):
        raise ImproperlyConfigured(
            "HAIDANG_MAIL_FROM không phải địa chỉ thư điện tử: viết như nhacviec@donvi.gov.vn."
        )
    return written or "webmaster@localhost"


def address(written: str, *, is_needed: bool) -> str:
    """Return where people reach this installation: what links in mails begin with."""
    parts = urlsplit(written)
    is_good = parts.scheme in {"http", "https"} and parts.netloc and not parts.path.strip("/")
    if (written or is_needed) and not is_good:
        raise ImproperlyConfigured(
            "HAIDANG_ADDRESS không phải địa chỉ của Hải Đăng mà người nhận thư mở được: viết như "
            "https://haidang.donvi.gov.vn."
        )
    return written.rstrip("/") or f"http://127.0.0.1:{os.environ.get('HAIDANG_PORT', '8000')}"


SMTP = smtp(os.environ.get("HAIDANG_SMTP", "").strip())
MAIL_IS_ON = bool(SMTP.scheme)
ADDRESS = address(os.environ.get("HAIDANG_ADDRESS", "").strip(), is_needed=MAIL_IS_ON)
DEFAULT_FROM_EMAIL = sender(os.environ.get("HAIDANG_MAIL_FROM", "").strip(), is_needed=MAIL_IS_ON)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL_IS_ON else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = SMTP.hostname or "", SMTP.port or SMTP_PORTS.get(SMTP.scheme, 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(SMTP.username or ""), unquote(SMTP.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS = SMTP.scheme == "smtps", SMTP.scheme == "starttls"
EMAIL_TIMEOUT = 20  # seconds, for each answer

WAGTAIL_SITE_NAME = "Hải Đăng"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILIMAGES_IMAGE_MODEL = "newsroom.Picture"
WAGTAILADMIN_BASE_URL = ADDRESS
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Readers find stories by `newsroom.finding`; with each page saved, this index would go over all.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}
}
# One account is locked, not one address: a commune shares one line, and an attacker changes his.
SILENCED_SYSTEM_CHECKS = ["wagtailadmin.W003", "axes.W006"]

# What we did not expect is written where the server runs, with its traceback; requests are not.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "filters": {"quiet": {"()": "haidang.web.quiet.WithoutFeedAddresses"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["quiet"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "axes": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}

# Rooms that keep copies of stories: told of each withdrawal and correction (N15).
STORY_COPIES = ["haidang.broadcast.copying.KEEPER"]
