if (!window.copiesWords) {
  window.copiesWords = true;
  document.addEventListener("click", async event => {
    const button = event.target.closest?.("button[data-copied]");
    if (!button) return;
    const words = button.parentElement.querySelector("pre"), label = button.textContent;
    let copied = true;
    try {
      await navigator.clipboard.writeText(words.textContent);
    } catch {
      // Without https, as in most local networks, browsers offer only the older way.
      getSelection().selectAllChildren(words);
      copied = document.execCommand("copy");
    }
    button.textContent = copied ? button.dataset.copied : button.dataset.failed;
    setTimeout(() => { button.textContent = label; }, 2500);
  });
}
