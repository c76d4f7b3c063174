"""Addresses of the plans screens."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.plans import (
    decisions,
    habits,
    late_parts,
    listing,
    matrix,
    pages,
    reading_in,
    review,
    task_unit,
    tasks,
    withdrawing,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("ke-hoach/", listing.plans, name="plans"),
    path("ke-hoach/doc/", reading_in.read_in, name="read-in"),
    path("ke-hoach/cach-hieu/", habits.set_habits, name="set-habits"),
    path("ke-hoach/<int:pk>/", review.plan, name="plan"),
    path("ke-hoach/<int:pk>/tep-goc/", listing.plan_file, name="plan-file"),
    path("ke-hoach/<int:pk>/trang/<int:number>/", pages.plan_page, name="plan-page"),
    path("ke-hoach/<int:pk>/rut/", withdrawing.withdraw_plan, name="withdraw-plan"),
    path("ke-hoach/<int:pk>/lich-su/", tasks.plan_history, name="plan-history"),
    path("ke-hoach/<int:pk>/nhan-viec-chac-chan/", decisions.accept_tasks, name="accept-tasks"),
    path("ke-hoach/<int:pk>/dua-vao-thuc-hien/", decisions.adopt_plan, name="adopt-plan"),
    path("ke-hoach/viec/<int:pk>/nhan/", decisions.accept_task, name="accept-task"),
    path("ke-hoach/viec/<int:pk>/sua/", decisions.change_task, name="change-task"),
    path("ke-hoach/viec/<int:pk>/chon-don-vi/", decisions.choose_owner, name="choose-owner"),
    path("ke-hoach/viec/<int:pk>/bo/", decisions.refuse_task, name="refuse-task"),
    path("ke-hoach/cau/<int:pk>/xep-loai/", decisions.classify_item, name="classify-item"),
    path("nhiem-vu/", matrix.matrix, name="matrix"),
    path("nhiem-vu/qua-han/", late_parts.late_parts, name="late-parts"),
    path("nhiem-vu/xlsx/", matrix.matrix_sheet, name="matrix-sheet"),
    path("nv/<int:pk>", tasks.task, name="task"),
    path("nv/<int:pk>/don-vi/<int:unit_pk>", task_unit.task_unit, name="task-unit"),
    path("nv/<int:pk>/giao/", tasks.assign_direction, name="assign-direction"),
]
