// Streamlit's own names of its controls, which screen readers speak, are English and no option sets them. Each
// that is listed here is said in Chinese while the page is; a name that is not listed, a report's words among
// them, is left alone. `$1` is what the control belongs to.
if (!window.namesControls) {
  window.namesControls = true;
  const names = [
    [/^Sidebar$/, "侧栏"], [/^Collapse sidebar$/, "收起侧栏"], [/^Expand sidebar$/, "展开侧栏"],
    [/^Open$/, "展开选项"], [/^Close$/, "关闭"], [/^Dismiss$/, "关闭"], [/^Clear all$/, "全部清除"], [/^Clear value$/, "清除"],
    [/^Selected values$/, "已选"], [/^Remove (.+)$/, "去掉 $1"], [/^Help for (.+)$/, "说明：$1"],
    [/^(.+) — start$/, "$1：起"], [/^(.+) — end$/, "$1：止"],
    [/^file upload$/, "选择文件"], [/^Cancel upload of (.+)$/, "取消上传 $1"],
    [/^Show\/hide columns(?:: (.+))?$/, "选择列：$1"], [/^Download as CSV(?:: (.+))?$/, "下载 CSV：$1"],
    [/^Search(?:: (.+))?$/, "搜索：$1"], [/^Fullscreen(?:: (.+))?$/, "全屏：$1"], [/^Dataframe column menu$/, "列的菜单"],
    [/^Previous Result$/, "上一个"], [/^Next Result$/, "下一个"], [/^Close Search$/, "关闭搜索"],
    [/^Pagination$/, "翻页"], [/^Previous page$/, "上一页"], [/^Next page$/, "下一页"], [/^Page (\d+)$/, "第 $1 页"],
    [/^Increment$/, "加"], [/^Decrement$/, "减"], [/^Copy to clipboard$/, "复制"], [/^Copied$/, "已复制"],
    [/^Running\.\.\.$/, "正在更新"], [/^Stop script$/, "停止"], [/^Main menu$/, "菜单"], [/^Notifications$/, "通知"],
  ];
  // What lists announce as they open and are searched.
  const announced = [[/^(\d+) options? available\.$/, "$1 个选项。"], [/^No results\.?$/, "没有匹配的选项。"]];
  // Those whose name is their English text get one of their own; style.css shows the Chinese.
  const texts = [
    ['[data-testid="stSkipToContent"]', "跳到正文"],
    ['[data-testid="stFileUploaderDropzone"] button', "选择文件"],
  ];
  const named = "[aria-label], [title]";
  const before = new Map(["aria-label", "title"].map(name => [name, new WeakMap()]));
  const isChinese = () => document.documentElement.lang === "zh";

  const say = (said, table) => {
    const found = table.find(([words]) => words.test(said));
    return found && said.replace(found[0], (_, of) => found[1].replace("$1", () => of ?? "")).replace(/：$/, "");
  };
  const translate = (control, name) => {
    const said = control.getAttribute(name), was = before.get(name).get(control);
    if (said === null || control.closest(".stHtml")) return;
    if (!isChinese()) {
      if (was && said === was[1]) control.setAttribute(name, was[0]);
      before.get(name).delete(control);
      return;
    }
    const told = say(said, names);
    if (!told) return;
    before.get(name).set(control, [said, told]);
    control.setAttribute(name, told);
  };
  const look = root => {
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    if (isChinese() && root.closest("[data-live-announcer]"))
      root.textContent = say(root.textContent, announced) ?? root.textContent;
    for (const control of [root, ...root.querySelectorAll(named)])
      for (const name of before.keys()) translate(control, name);
    for (const [control, words] of texts)
      for (const found of [...(root.matches(control) ? [root] : []), ...root.querySelectorAll(control)])
        isChinese() ? found.setAttribute("aria-label", words) : found.removeAttribute("aria-label");
  };
  new MutationObserver(changes => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(look);
      else if (change.attributeName === "lang") look(document.body);
      else translate(change.target, change.attributeName);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "title", "lang"],
  });
  look(document.body);
}
