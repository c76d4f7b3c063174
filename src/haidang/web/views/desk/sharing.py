"""The words of a story for pages of others, where it was posted, and what became of its copies."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from haidang.errors import Incomplete, WrongState
from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.addresses import address_of
from haidang.newsroom.commands import sharing
from haidang.newsroom.enums import CopyState
from haidang.newsroom.models import Copy, Story
from haidang.newsroom.queries.copies import copies_of
from haidang.newsroom.queries.posts import Post, posts_for
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.publishing import PostForm
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.desk.before_public import refuse_others, story_of, typed


@require_http_methods(["GET", "HEAD", "POST"])
def share_story(request: Request, pk: int) -> HttpResponse:
    story = story_of(request, pk)
    refuse_others(rules.may_share(request.user, story))
    if not story.live:
        raise WrongState("Chỉ chia sẻ bài đang có trên cổng.")
    form = PostForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            sharing.record_post(story=story, by=request.user, **form.cleaned_data)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, "Đã ghi địa chỉ bài đăng; nhật ký tự có thêm một bài đăng.")
            return redirect("share-story", pk)
    return render(
        request, "desk/share.html", _page(story, form), status=422 if form.errors else 200
    )


@require_safe
def story_copies(request: Request, pk: int) -> HttpResponse:
    story = story_of(request, pk)
    page = {
        "story": story,
        "copies": copies_of(story),
        "may_settle": rules.may_share(request.user, story),
    }
    return render(request, "desk/copies.html", page)


@posts_from("../")
def settle_copy(request: Request, pk: int, copy: int) -> HttpResponse:
    story = story_of(request, pk)
    found = get_object_or_404(Copy, pk=copy, story=story)
    is_left = "con-sai" in request.POST
    state = CopyState.CANNOT_RECALL if is_left else CopyState.CURRENT
    sharing.settle_copy(copy=found, state=state, by=request.user)
    messages.success(request, "Đã ghi tình trạng bản sao.")
    return redirect("story-copies", pk)


def _page(story: Story, form: PostForm) -> dict[str, object]:
    posts: list[Post] = posts_for(story)
    copies = Copy.objects.filter(story=story).select_related("made_by__unit").order_by("-pk")
    return {
        "story": story,
        "form": form,
        "posts": posts,
        "copies": list(copies),
        "address": address_of(story),
        "card": reverse("story-card", kwargs={"language": story.language, "pk": story.pk}),
    }
