"use strict";
(() => {
  const each = (selector, act, within = document) => within.querySelectorAll(selector).forEach(act);

  each("time[datetime]", (time) => {
    const date = new Date(time.dateTime);
    const [day, hour] = time.querySelectorAll("span");
    if (!hour || Number.isNaN(date.getTime())) return;
    const shown = (options) => new Intl.DateTimeFormat(undefined, options);
    const long = shown({ day: "numeric", month: "long", year: "numeric" });
    time.title = time.textContent;
    day.textContent = long.format(date);
    hour.textContent = shown({
      hour: "numeric", minute: "2-digit", timeZoneName: "short",
    }).format(date);
    time.lang = long.resolvedOptions().locale;
    time.dir = "auto";
  });

  const told = document.querySelector("[role=status]");
  each("button[data-copy]", (button) => {
    if (!navigator.clipboard) return;
    const name = button.firstChild.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
      } catch {
        const address = button.parentElement.querySelector("bdi");
        address.textContent = button.dataset.copy;
        getSelection().selectAllChildren(address);
        return;
      }
      button.firstChild.textContent = button.dataset.done;
      if (told) told.textContent = button.dataset.done;
      setTimeout(() => {
        button.firstChild.textContent = name;
        if (told) told.textContent = "";
      }, 2500);
    });
  });

  const closed = [];
  addEventListener("beforeprint", () => each("details:not([open])", (one) => {
    closed.push(one);
    one.open = true;
  }));
  addEventListener("afterprint", () => {
    for (const one of closed.splice(0)) one.open = false;
  });

  const box = document.querySelector("form[role=search]");
  if (!box) return;
  const input = box.querySelector("input");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [...document.querySelectorAll("[data-feed]")].map((row) => ({
    row, text: plain(row.textContent),
  }));
  const filter = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) count += 1;
    }
    each("[data-group]", (group) => {
      group.hidden = !group.querySelector("[data-feed]:not([hidden])");
    });
    const none = count === 0 ? box.dataset.none : "";
    if (told) told.textContent = words.length === 0 ? "" : none || count + " / " + rows.length;
  };
  box.hidden = false;
  box.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", filter);
  filter();
})();
