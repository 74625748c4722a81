"""What is said where a view is handed on: its link, its message, its code, its frame."""

from typing import Final

SHARE: Final[dict[str, tuple[str, str]]] = {
    # the control
    "share": ("分享", "Share"),
    "share_link": ("链接", "Link"),
    "share_how": (
        "在任何浏览器打开，都是同样的筛选、语言和选中条目。",
        "In any browser it opens with the same filters, language and chosen fact.",
    ),
    "share_local": (
        "这个地址只在本机有效；要给别人看，请用对方能访问的地址打开本页后再复制。",
        "This address works on this machine only; to share it, open the page under one others can reach.",
    ),
    "share_message": ("聊天短文", "Message for a chat"),
    "share_code": ("会场扫码", "Code to scan"),
    "share_code_alt": ("此视图链接的二维码", "QR code of the link of this view"),
    "share_code_long": (
        "链接太长，二维码在屏幕上扫不出；请减少选中的单位。",
        "The link is too long for a code that scans from a screen; choose fewer units.",
    ),
    "share_frame": ("嵌入网页", "Frame for a web page"),
    "share_frame_how": (
        "嵌入后只可查看，不能添加、修改；读者点选的内容留在框内。",
        "A frame only shows: nothing can be added or changed in it, and what readers choose stays inside.",
    ),
    "share_copy": ("复制{name}", "Copy {name}"),
    "share_copied": ("已复制", "Copied"),
    "share_copy_failed": ("未能复制，文字已选中，请按 Ctrl+C", "Not copied; press Ctrl+C for the selection"),
    "share_print": ("打印", "For paper"),
    "share_whole": ("打开完整页面", "Open the whole page"),
    # the message and the preview
    "message_no_state": (
        "已收报道没有写到当前水情、封堵和人员。",
        "The reports tell no present water, closure or crews.",
    ),
    "message_filter": ("筛选—{name}", "Filter – {name}"),
    "message_reports": ("据 {count} 篇报道，日期不明", "From {count} report(s) of unknown date"),
    "message_reports_latest": (
        "据 {count} 篇报道，最新：{source}",
        "From {count} report(s), the latest: {source}",
    ),
}
