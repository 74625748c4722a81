/* Tells all that the page shows, by parts: its words, the state of its filters, its charts and tables. */
() => {
  const words = element => element.innerText.split("\n").map(line => line.trim()).filter(Boolean);
  const news = document.querySelector(".st-key-news");
  const hidden = news?.style.display;
  if (news) news.style.display = "none";
  const main = words(document.querySelector('[data-testid="stMain"]'));
  if (news) news.style.display = hidden;
  const all = (selector, tell) => [...document.querySelectorAll(selector)].map(tell);
  const round = value => typeof value === "number" ? Number(value.toPrecision(8)) : value;
  const list = values => Array.from(values ?? [], value => Array.isArray(value) ? value.map(round) : round(value));
  return {
    main,
    sidebar: words(document.querySelector('[data-testid="stSidebarUserContent"]')),
    sliders: all('input[type="range"]', slider => slider.getAttribute("aria-valuetext") ?? slider.value),
    fields: all(".st-key-q input, .st-key-incident input", field => field.value),
    pressed: all('[data-testid="stButtonGroup"] button', button =>
      `${button.textContent} ${button.ariaPressed ?? ""} ${button.ariaChecked ?? ""} ${button.dataset.selected ?? ""}`),
    tables: all('[data-testid="stDataFrame"] canvas', canvas => canvas.textContent),
    charts: all(".js-plotly-plot", plot => ({
      traces: plot.data.map(({ name, x, y, base, text, customdata }) =>
        [name, list(x), list(y), list(base), list(text), list(customdata)]),
      notes: (plot.layout.annotations ?? []).map(({ text, x, y }) => [text, round(x), round(y)]),
      span: list(plot.layout.xaxis?.range),
    })),
  };
}
